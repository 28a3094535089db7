// SPDX-License-Identifier: Apache-2.0
package org.cabildo.networks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cabildo.testkit.EmbeddedDatabase;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.cabildo.networks.comparison.Comparisons;
import org.cabildo.networks.comparison.Figure;
import org.cabildo.networks.importing.FigureImports;
import org.cabildo.networks.importing.ImportReport;
import org.cabildo.networks.importing.ImportRun;
import org.cabildo.networks.importing.ImportRun.State;
import org.cabildo.networks.importing.ImportRuns;
import org.cabildo.networks.importing.Samples;
import org.cabildo.platform.Actor;
import org.cabildo.platform.Audit;
import org.cabildo.platform.Sites;
import org.cabildo.platform.TenantContext;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.files.IncomingFile;
import org.cabildo.tenancy.Manifests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.transaction.support.TransactionTemplate;

/** Imports with the sample network's own compilation: by folder, and with a report and a decision between. */
@SpringBootTest(classes = NetworksApplication.class)
@EmbeddedDatabase(migrated = {"tenancy", "indicators", "networks"})
class ImportRunsTests {

    private static final String EDITION = "atlas-2020";
    private static final String INDICES = "atlas_goal_indices.csv";

    private final ImportRuns runs;
    private final FigureImports imports;
    private final Comparisons comparisons;
    private final Manifests manifests;
    private final Sites sites;
    private final Audit audit;
    private final TransactionTemplate transactions;
    private TenantId network = new TenantId(1);

    @TempDir
    Path folder;

    @Autowired
    ImportRunsTests(
            ImportRuns runs,
            FigureImports imports,
            Comparisons comparisons,
            Manifests manifests,
            Sites sites,
            Audit audit,
            TransactionTemplate transactions) {
        this.runs = runs;
        this.imports = imports;
        this.comparisons = comparisons;
        this.manifests = manifests;
        this.sites = sites;
        this.audit = audit;
        this.transactions = transactions;
    }

    @BeforeEach
    void applyTheSampleNetwork() throws IOException {
        manifests.apply(NationalFiguresTests.parts("bolivia"), Actor.SYSTEM);
        network = sites.bySlug("bolivia").orElseThrow().requireTenant();
        Samples.copy(Samples.TENANTS.resolve("bolivia/comparison/data"), folder);
        as(() -> imports.store(network, folder, Actor.SYSTEM));
    }

    @Test
    void showsTheNetworksOwnCompilationAsSoonAsItsManifestIsApplied() {
        assertThat(as(() -> comparisons.entities(network))).hasSize(10);
        assertThat(figure("imds", "080101").value()).isNotNull();
    }

    @Test
    void countsAVersionForAValueThatChanged() throws IOException {
        int version = figure("indice-ods-1", "010101").version();
        edit(INDICES, text -> text.replaceFirst(",78\\.[0-9]+,", ",78." + (version + 10) + ","));

        ImportReport report = as(() -> imports.store(network, folder, Actor.SYSTEM));

        assertThat(report.changes().figuresChanged()).isEqualTo(1);
        assertThat(report.changes().figuresAdded()).isZero();
        assertThat(figure("indice-ods-1", "010101").version()).isEqualTo(version + 1);
        assertThat(audited()).contains("comparisons.figures-imported");
    }

    @Test
    void forgetsAFigureThatTheFilesLackAndCountsOnWhenItComesBack() throws IOException {
        int version = figure("indice-ods-2", "010101").version();
        String whole = Files.readString(folder.resolve(INDICES));
        edit(INDICES, text -> text.replaceFirst(",45\\.84,", ",,"));

        assertThat(as(() -> imports.store(network, folder, Actor.SYSTEM))
                        .changes()
                        .figuresRemoved())
                .isEqualTo(1);
        Files.writeString(folder.resolve(INDICES), whole);
        assertThat(as(() -> imports.store(network, folder, Actor.SYSTEM))
                        .changes()
                        .figuresAdded())
                .isEqualTo(1);
        assertThat(figure("indice-ods-2", "010101").version()).isEqualTo(version + 1);
    }

    @Test
    void changesNothingWhenAFileIsWrong() throws IOException {
        List<Figure> before = figures();
        edit(INDICES, text -> text.replace("060101,", "069999,").replaceFirst(",45\\.84,", ",1,"));

        ImportReport report = as(() -> imports.store(network, folder, Actor.SYSTEM));

        assertThat(report.stored()).isFalse();
        assertThat(report.problems()).isNotEmpty();
        assertThat(figures()).containsExactlyInAnyOrderElementsOf(before);
    }

    @Test
    void onlySaysWhatWouldChangeWhenAskedToCheck() throws IOException {
        List<Figure> before = figures();
        edit(INDICES, text -> text.replaceFirst(",45\\.84,", ",1,"));

        ImportReport report = as(() -> imports.check(network, folder));

        assertThat(report.changes().figuresChanged()).isEqualTo(1);
        assertThat(report.stored()).isFalse();
        assertThat(figures()).containsExactlyInAnyOrderElementsOf(before);
    }

    @Test
    void storesAZipOnlyAfterSomebodyHasDecided() throws IOException {
        List<Figure> before = figures();
        edit(INDICES, text -> text.replaceFirst(",80\\.49,", ",80.5,"));
        List<IncomingFile> sent = List.of(zip());
        UUID id = as(() -> runs.begin(network, sent, Actor.SYSTEM));

        ImportRun checked = reached(id, State.CHECKED);
        assertThat(checked.report().problems()).isEmpty();
        assertThat(checked.report().changes().figuresChanged()).isEqualTo(1);
        assertThat(figures()).containsExactlyInAnyOrderElementsOf(before);

        assertThat(as(() -> runs.store(network, id, Actor.SYSTEM))).isTrue();
        assertThat(reached(id, State.DONE).report().stored()).isTrue();
        assertThat(figure("indice-ods-3", "010101").value()).isEqualByComparingTo("80.5");
    }

    @Test
    void reportsWhatIsWrongInAZipAndStoresNothingOfIt() throws IOException {
        edit(INDICES, text -> text.replace("060101,", "069999,"));
        List<IncomingFile> sent = List.of(zip());
        UUID id = as(() -> runs.begin(network, sent, Actor.SYSTEM));

        assertThat(reached(id, State.CHECKED).report().problems()).hasSize(1);
        assertThat(as(() -> runs.store(network, id, Actor.SYSTEM))).isFalse();
        assertThat(as(() -> runs.cancel(network, id))).isTrue();
    }

    private ImportRun reached(UUID id, State state) {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> as(() -> runs.find(network, id))
                        .filter(run -> run.state() == state)
                        .isPresent());
        return as(() -> runs.find(network, id)).orElseThrow();
    }

    private IncomingFile zip() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8);
                Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                zip.putNextEntry(new ZipEntry("datos/" + file.getFileName()));
                zip.write(Files.readAllBytes(file));
                zip.closeEntry();
            }
        }
        return new IncomingFile("datos.zip", "application/zip", () -> new ByteArrayInputStream(bytes.toByteArray()));
    }

    private void edit(String file, UnaryOperator<String> change) throws IOException {
        String before = Files.readString(folder.resolve(file));
        assertThat(change.apply(before)).isNotEqualTo(before);
        Files.writeString(folder.resolve(file), change.apply(before));
    }

    private Figure figure(String measure, String entity) {
        return figures().stream()
                .filter(figure ->
                        figure.measure().equals(measure) && figure.entity().equals(entity))
                .findFirst()
                .orElseThrow();
    }

    private List<Figure> figures() {
        return as(() -> comparisons.allFigures(network, EDITION));
    }

    private List<String> audited() {
        return as(() -> transactions.execute(status -> audit.ofTenant(network, Audit.Filter.ALL, null, 50).stream()
                .map(Audit.Entry::action)
                .toList()));
    }

    private <T> T as(Supplier<T> work) {
        return TenantContext.get(network, work);
    }
}
