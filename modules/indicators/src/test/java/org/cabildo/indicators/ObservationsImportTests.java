// SPDX-License-Identifier: Apache-2.0
package org.cabildo.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cabildo.indicators.Towns.RITA;
import static org.cabildo.indicators.Towns.as;

import cabildo.testkit.EmbeddedDatabase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cabildo.indicators.Observation.State;
import org.cabildo.platform.Actor;
import org.cabildo.platform.Sites;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.files.IncomingFile;
import org.cabildo.platform.imports.ImportJob;
import org.cabildo.platform.imports.ImportProblem;
import org.cabildo.platform.imports.ImportState;
import org.cabildo.platform.imports.Imports;
import org.cabildo.tenancy.Manifests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@SpringBootTest(classes = IndicatorsApplication.class, properties = "cabildo.imports.pause=1h")
@EmbeddedDatabase(migrated = {"tenancy", "indicators"})
@RecordApplicationEvents
class ObservationsImportTests {

    private static final String DAMAGED = """
            Indicador;Año;Valor;Sexo;Observación
            AGUA;2019;61,2;;
            agua;2020;sesenta;;
            agau;2020;60,1;;
            agua;2021;;;año sin encuesta
            agua;2019;61,9;Total;
            agua;20201;5;;
            luz;2020;1.234,5;mujeres;
            luz;2020;no corresponde;hombres;
            """;

    private final Indicators indicators;
    private final Imports imports;
    private final Manifests manifests;
    private final Sites sites;
    private TenantId here = new TenantId(1);

    @Autowired
    ObservationsImportTests(Indicators indicators, Imports imports, Manifests manifests, Sites sites) {
        this.indicators = indicators;
        this.imports = imports;
        this.manifests = manifests;
        this.sites = sites;
    }

    @BeforeEach
    void startWithTwoIndicators() throws IOException {
        manifests.apply(Towns.like("lapaz", "importa"), Actor.SYSTEM);
        here = sites.bySlug("importa").orElseThrow().requireTenant();
        as(here, () -> {
            indicators.all(here, true).forEach(old -> indicators.remove(here, old.code(), RITA));
            indicators.save(here, Towns.indicator("agua", true), RITA);
            indicators.save(here, Towns.indicator("luz", true), RITA);
            return null;
        });
    }

    @Test
    void tellsAClerkWhatIsWrongWithADamagedFile() {
        ImportJob job = checked(DAMAGED, Charset.forName("windows-1252"));

        assertThat(job.mapping().columns().values())
                .containsExactly("indicator", "period", "value", "dimension", "note");
        assertThat(imports.problems(here, job.id(), 0, 100))
                .containsExactly(
                        ImportProblem.of(3, "Valor", "sesenta", "platform.tabular.problem.not-a-number", "sesenta"),
                        ImportProblem.of(
                                4, "Indicador", "agau", "indicators.import.problem.unknownNear", "agau", "agua"),
                        ImportProblem.duplicate(6, 2),
                        ImportProblem.of(7, "Año", "20201", "indicators.import.problem.period", "20201"));
        assertThat(job.rows().good()).isEqualTo(4);
        assertThat(observations("agua")).isEmpty();
    }

    @Test
    void loadsNothingOfItUnlessBadRowsMayBeSkipped() {
        ImportJob job = checked(DAMAGED, StandardCharsets.UTF_8);

        assertThat(imports.load(here, job.id(), false, RITA)).isFalse();
        imports.work();
        assertThat(observations("agua")).isEmpty();

        assertThat(imports.load(here, job.id(), true, RITA)).isTrue();
        imports.work();
        assertThat(now(job).outcome().counts()).isEqualTo(Map.of("added", 4L, "changed", 0L, "unchanged", 0L));
        assertThat(observations("agua")).extracting(Observation::state).containsExactly(State.VALUE, State.MISSING);
        assertThat(observations("luz"))
                .extracting(one -> one.series().breakdown().get("sexo"), Observation::state, Observation::value)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("hombres", State.NOT_APPLICABLE, null),
                        org.assertj.core.groups.Tuple.tuple("mujeres", State.VALUE, new BigDecimal("1234.5")));
    }

    @Test
    void makesVersionsOfWhatChangedOnly(ApplicationEvents events) {
        load("indicador,periodo,valor,fuente\nagua,2019,61.2,INE\nagua,2020,63,INE\nluz,2019,90,INE\n");
        events.clear();

        ImportJob job = load("indicador,periodo,valor\nagua,2019,61.20\nagua,2020,64\nluz,2019,90\nagua,2021,65\n");

        assertThat(job.outcome().counts()).isEqualTo(Map.of("added", 1L, "changed", 1L, "unchanged", 2L));
        assertThat(job.outcome().touched()).containsExactly("agua");
        assertThat(events.stream(ObservationsChanged.class).toList())
                .containsExactly(new ObservationsChanged(here, Set.of("agua")));
        List<Observation> history =
                as(here, () -> indicators.history(here, Series.headline("agua"), new Period("2020")));
        assertThat(history).extracting(Observation::version).containsExactly(2, 1);
        assertThat(history.getFirst().author()).isEqualTo("Rita");
        assertThat(history.getFirst().origin()).isEqualTo("valores.csv");
        assertThat(history.getLast().source()).isEqualTo("INE");
        assertThat(as(here, () -> indicators.history(here, Series.headline("agua"), new Period("2019"))))
                .hasSize(1);
    }

    @Test
    void takesOneIndicatorForAllRows() {
        ImportJob job = upload("periodo,valor\n2019,1\n2020,2\n", StandardCharsets.UTF_8);
        imports.map(
                here,
                job.id(),
                new org.cabildo.platform.imports.ImportMapping(
                        job.mapping().columns(), job.mapping().decimals(), Map.of("indicator", "luz")));
        imports.check(here, job.id());
        imports.work();
        imports.load(here, job.id(), false, RITA);
        imports.work();

        assertThat(observations("luz")).hasSize(2);
    }

    @Test
    void refusesRowsThatContradictThemselves() {
        ImportJob job = checked(
                "indicador,periodo,valor,estado\nagua,2019,5,sin dato\nagua,2020,,valor\nagua,2021,0,\nagua,2022,,n/a\n",
                StandardCharsets.UTF_8);

        assertThat(imports.problems(here, job.id(), 0, 100))
                .extracting(ImportProblem::row, ImportProblem::message)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(2L, "indicators.import.problem.valueToo"),
                        org.assertj.core.groups.Tuple.tuple(3L, "indicators.import.problem.noValue"));
    }

    @Test
    void leavesNothingWhenAnIndicatorDisappearsBeforeTheLoad() {
        ImportJob job = checked("indicador,periodo,valor\nagua,2019,5\nluz,2019,6\n", StandardCharsets.UTF_8);
        as(here, () -> {
            indicators.remove(here, "luz", RITA);
            return null;
        });

        imports.load(here, job.id(), false, RITA);
        imports.work();

        assertThat(now(job).state()).isEqualTo(ImportState.FAILED);
        assertThat(now(job).failure().message()).isEqualTo("indicators.import.failed.gone");
        assertThat(observations("agua")).isEmpty();
    }

    @Test
    void loadsTwentyThousandRowsInOneGo() {
        String rows = IntStream.range(0, 20_000)
                .mapToObj(i -> "agua,d" + i % 200 + "," + (1900 + i / 200) + "," + i + ".5")
                .collect(Collectors.joining("\n", "indicador,territorio,periodo,valor\n", "\n"));

        ImportJob job = load(rows);

        assertThat(job.outcome().counts()).isEqualTo(Map.of("added", 20_000L, "changed", 0L, "unchanged", 0L));
        assertThat(job.rows().written()).isEqualTo(20_000);
        assertThat(load(rows).outcome().counts()).isEqualTo(Map.of("added", 0L, "changed", 0L, "unchanged", 20_000L));
    }

    private ImportJob load(String content) {
        ImportJob job = checked(content, StandardCharsets.UTF_8);
        assertThat(imports.load(here, job.id(), false, RITA)).isTrue();
        imports.work();
        assertThat(now(job).state()).isEqualTo(ImportState.DONE);
        return now(job);
    }

    private ImportJob checked(String content, Charset charset) {
        ImportJob job = upload(content, charset);
        assertThat(imports.check(here, job.id())).isTrue();
        imports.work();
        assertThat(now(job).state()).isEqualTo(ImportState.CHECKED);
        return now(job);
    }

    private ImportJob upload(String content, Charset charset) {
        byte[] bytes = content.getBytes(charset);
        return imports.upload(
                here,
                "observations",
                new IncomingFile("valores.csv", null, () -> new ByteArrayInputStream(bytes)),
                RITA);
    }

    private ImportJob now(ImportJob job) {
        return imports.find(here, "observations", job.id()).orElseThrow();
    }

    private List<Observation> observations(String code) {
        return as(here, () -> indicators.observations(here, code, null));
    }
}
