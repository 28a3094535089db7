// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.cabildo.complaints.ComplaintsTest;
import org.cabildo.complaints.open311.OpenFilter;
import org.cabildo.complaints.open311.OpenRequest;
import org.cabildo.complaints.open311.OpenRequests;
import org.cabildo.platform.Actor;
import org.cabildo.platform.manifest.ManifestRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** Requests that another system kept. */
class ImportTests extends ComplaintsTest {

    private static final Path RECIPE = Path.of("../../docs/howto/import-requests/ba147.yaml");
    private static final Path CITY = Path.of("../../../shared/data/complaints/ba147_2021.csv.gz");
    private static final String HEADER = "categoria;subcategoria;prestacion;tipo_prestacion;fecha_ingreso;hora_ingreso;"
            + "domicilio_comuna;domiclio_calle;domicilio_altura;lat;lon;canal;estado_del_contacto;"
            + "fecha_cierre_contacto;hora_cierre_contacto\n";

    @Autowired
    RequestImports imports;

    @Autowired
    OpenRequests requests;

    @TempDir
    Path folder;

    private ImportProgress run(Path file, boolean check) throws IOException {
        RequestRecipe recipe = RequestRecipe.read(Files.readString(RECIPE));
        assertThat(as(town, () -> imports.begin(town, file, recipe, check, Actor.SYSTEM)))
                .isTrue();
        while (imports.progress(town).orElseThrow().working()) {
            LockSupport.parkNanos(20_000_000);
        }
        return imports.progress(town).orElseThrow();
    }

    private Path file(String... rows) throws IOException {
        return Files.writeString(folder.resolve("filas.csv"), HEADER + String.join("\n", rows) + "\n");
    }

    private OpenRequest newest() {
        return as(
                town,
                () -> requests.find(
                                town,
                                new OpenFilter(
                                        java.util.List.of(),
                                        java.util.List.of(),
                                        null,
                                        null,
                                        null,
                                        null,
                                        null,
                                        null,
                                        false,
                                        0,
                                        1))
                        .getFirst());
    }

    private static Map<String, Integer> counts(ImportProgress done) {
        return done.findings().stream()
                .collect(Collectors.toMap(ImportProgress.Finding::what, ImportProgress.Finding::count));
    }

    @Test
    void takesOverWhatTheColumnsSay() throws IOException {
        ImportProgress done = run(
                file("CALLES;Ruta;REPARACIÓN DE BACHE;QUEJA;01/02/2021;18:46:09;3;SUCRE;12;-16.5;-68.15;Web;Cerrado;"
                        + "05-02-2021;08:00:00"),
                false);

        assertThat(done.state()).as(done.failure()).isEqualTo("done");
        assertThat(done.stored()).isEqualTo(1);
        assertThat(done.services()).isEqualTo(1);
        OpenRequest request = newest();
        assertThat(request.requestedAt()).isEqualTo(Instant.parse("2021-02-01T21:46:09Z"));
        assertThat(request.closedAt()).isEqualTo(Instant.parse("2021-02-05T11:00:00Z"));
        assertThat(request.service()).isEqualTo("reparacion-de-bache");
        assertThat(request.status()).isEqualTo("resuelto");
        assertThat(request.address()).isEqualTo("SUCRE 12");
        assertThat(counts(done)).containsOnlyKeys("closing day written another way than the opening");
        assertThat(as(town, () -> requests.catalogue(town))
                        .service("reparacion-de-bache")
                        .orElseThrow()
                        .name())
                .containsEntry("es", "Reparación de bache");
    }

    @Test
    void repairsClosingsThatSayOnlyTheDayAndReportsThem() throws IOException {
        ImportProgress done = run(
                file(
                        "C;S;BACHE EN LA CALLE;Q;01/02/2021;18:46:09;;;;;;Web;Cerrado;01/02/2021;00:00:00",
                        "C;S;BACHE EN LA CALLE;Q;01/02/2021;18:46:09;;;;;;Web;Cerrado;01/02/2021;00:00:00",
                        ";;;;;;;;;;;;;;x",
                        "C;S;BACHE;Q;ayer;;;;;;;;Abierto;;"),
                false);

        assertThat(counts(done))
                .containsEntry("closing before the opening", 2)
                .containsEntry("closing without a time of day", 2)
                .containsEntry("the same row again", 1)
                .containsEntry("without a place on the map", 2)
                .containsEntry("no service", 1)
                .containsEntry("no moment of reporting", 1);
        assertThat(done.refused()).isEqualTo(2);
        assertThat(done.stored()).isEqualTo(2);
        assertThat(newest().closedAt()).isEqualTo(Instant.parse("2021-02-02T02:59:59Z"));
        // the town has a service of that name already
        assertThat(newest().service()).isEqualTo("bache");
        assertThat(done.services()).isZero();
    }

    @Test
    void findsNearDuplicatesAndStoresNothingWhenItOnlyChecks() throws IOException {
        String row = "C;S;HUECO;Q;01/02/2021;%s;;;;%s;-68.15;Web;Abierto;;";
        ImportProgress done = run(
                file(
                        row.formatted("10:00:00", "-16.50000"),
                        row.formatted("11:00:00", "-16.50030"),
                        row.formatted("12:00:00", "-16.51000"),
                        row.formatted("13:00:00", "-16.50020").replace("HUECO", "OTRO")),
                true);

        assertThat(done.duplicates()).isEqualTo(1);
        assertThat(done.duplicatesByService()).containsExactly(Map.entry("HUECO", 1));
        assertThat(done.stored()).isZero();
        assertThat(as(town, () -> requests.catalogue(town)).service("hueco")).isEmpty();
    }

    @Test
    void refusesFilesAndRecipesThatLackSomething() throws IOException {
        ImportProgress done = run(Files.writeString(folder.resolve("x.csv"), "a;b\n1;2\n"), false);

        assertThat(done.state()).isEqualTo("failed");
        assertThat(done.failure()).contains("prestacion");
        assertThatThrownBy(() -> RequestRecipe.read("source: X Y\n")).isInstanceOf(ManifestRefused.class);
    }

    @Test
    void takesOverAWholeCityOnce() throws IOException {
        assumeThat(CITY).exists();

        ImportProgress first = run(CITY, false);
        ImportProgress second = run(CITY, false);

        assertThat(first.state()).as(first.failure()).isEqualTo("done");
        assertThat(first.rows()).isEqualTo(50_212);
        assertThat(first.stored()).isEqualTo(50_212);
        assertThat(first.refused()).isZero();
        assertThat(counts(first))
                .containsEntry("closing day written another way than the opening", 931)
                .containsEntry("closing before the opening", 399)
                .containsEntry("closing without a time of day", 9_558)
                .containsEntry("without a place on the map", 901);
        assertThat(first.duplicates()).isBetween(10_000, 25_000);
        assertThat(second.stored()).isZero();
        assertThat(second.known()).isEqualTo(50_212);
        assertThat(second.services()).isZero();
    }
}
