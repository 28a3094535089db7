// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.imports.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cabildo.testkit.TestDatabase;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.cabildo.platform.FixedSites;
import org.cabildo.platform.imports.ImportJob;
import org.cabildo.platform.imports.ImportMapping;
import org.cabildo.platform.imports.ImportProblem;
import org.cabildo.platform.imports.ImportRefused;
import org.cabildo.platform.imports.ImportState;
import org.cabildo.platform.tabular.DecimalStyle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class ImportsTests {

    private static final String GOOD = "cultivo,toneladas\npapa,10.5\nquinua,\nhaba,3\n";
    private static final String MIXED = "cultivo,toneladas\npapa,10.5\nquinua,mucho\nhaba,3\npapa,4\n,7\n";

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migrated();

    @TempDir
    static Path directory;

    private static ImportFixture fixture;

    @BeforeAll
    static void start() {
        DATABASE.execute(TestDatabase.MIGRATOR, Crops.TABLES);
        fixture = new ImportFixture(DATABASE, directory);
    }

    @AfterAll
    static void stop() {
        fixture.close();
    }

    @BeforeEach
    void empty() {
        fixture.empty();
    }

    @Test
    void guessesColumnsAndDecimalsOfAnOldSpreadsheet() {
        ImportJob job = fixture.upload(
                "Cultivo;Producción (T);Observación\nmaíz;1.234,5;año seco\n", Charset.forName("windows-1252"));

        assertThat(job.mapping().columns()).isEqualTo(Map.of("Cultivo", "name", "Producción (T)", "tons"));
        assertThat(job.mapping().decimals()).isEqualTo(DecimalStyle.COMMA);
        assertThat(job.sample().rows().getFirst().cells()).containsExactly("maíz", "1.234,5", "año seco");
    }

    @Test
    void refusesAFileWithoutRows() {
        assertThatThrownBy(() -> fixture.upload("cultivo,toneladas\n")).isInstanceOf(ImportRefused.class);
        assertThat(fixture.count("platform.import_job")).isZero();
    }

    @Test
    void checksAllRowsAndSaysWhatToCorrect() {
        ImportJob job = fixture.checked(MIXED);

        assertThat(job.state()).isEqualTo(ImportState.CHECKED);
        assertThat(job.rows()).isEqualTo(new ImportJob.Rows(5L, 5, 3, 0, 3));
        assertThat(fixture.problems(job))
                .containsExactly(
                        ImportProblem.of(3, "toneladas", "mucho", "platform.tabular.problem.not-a-number", "mucho"),
                        ImportProblem.duplicate(5, 2),
                        ImportProblem.of(6, "cultivo", "", "platform.imports.problem.missing"));
        assertThat(fixture.count("harvest.crop")).isZero();
    }

    @Test
    void loadsNothingWhileARowIsBad() {
        ImportJob job = fixture.checked(MIXED);

        assertThat(fixture.imports.load(FixedSites.ALFA, job.id(), false, ImportFixture.RITA))
                .isFalse();
        fixture.work();

        assertThat(fixture.now(job).state()).isEqualTo(ImportState.CHECKED);
        assertThat(fixture.count("harvest.crop")).isZero();
    }

    @Test
    void skipsBadRowsWhenAsked() {
        ImportJob job = fixture.loaded(MIXED, true);

        assertThat(job.state()).isEqualTo(ImportState.DONE);
        assertThat(job.outcome().counts()).isEqualTo(Map.of("added", 2L));
        assertThat(fixture.count("harvest.crop")).isEqualTo(2);
    }

    @Test
    void keepsTheReportAndTheRecordAndNothingElse() {
        ImportJob job = fixture.loaded(MIXED, true);

        assertThat(fixture.problems(job)).hasSize(3);
        assertThat(fixture.count("harvest.waiting")).isZero();
        assertThat(fixture.files.list(FixedSites.ALFA, "")).isEmpty();
        assertThat(DATABASE.as(TestDatabase.MIGRATOR)
                        .sql("select actor_name || ' ' || action || ' ' || after from platform.audit_entry")
                        .query(String.class)
                        .list())
                .containsExactly("Rita harvest.imported {\"kind\":\"crops\",\"name\":\"cosecha.csv\",\"rows\":5,"
                        + "\"skipped\":3,\"added\":2}");
    }

    @Test
    void keepsAMissingValueMissing() {
        fixture.loaded(GOOD, false);

        assertThat(DATABASE.as(TestDatabase.MIGRATOR)
                        .sql("select count(*) from harvest.crop where tons is null")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void checksAgainAfterAnotherMapping() {
        ImportJob job = fixture.checked("cultivo,toneladas\npapa,\"10,5\"\nhaba,\"3,5\"\n");
        assertThat(job.rows().bad()).isZero();
        ImportMapping mapping = new ImportMapping(job.mapping().columns(), DecimalStyle.POINT, Map.of());

        fixture.imports.map(FixedSites.ALFA, job.id(), mapping);
        assertThat(fixture.count("harvest.waiting")).isZero();
        fixture.imports.check(FixedSites.ALFA, job.id());
        fixture.work();

        assertThat(fixture.now(job).rows().bad()).isEqualTo(2);
        assertThat(fixture.problems(job)).extracting(ImportProblem::cell).containsExactly("10,5", "3,5");
    }

    @Test
    void doesNotCheckBeforeItKnowsTheColumns() {
        ImportJob job = fixture.upload("a,toneladas\npapa,1\n");

        assertThat(fixture.imports.check(FixedSites.ALFA, job.id())).isFalse();
        assertThat(fixture.now(job).state()).isEqualTo(ImportState.UPLOADED);
    }

    @Test
    void trustsNothingOfADamagedFile() {
        ImportJob job = fixture.checked("cultivo,toneladas\npapa,10\n\"haba,3\nquinua,1\n");

        assertThat(job.state()).isEqualTo(ImportState.FAILED);
        assertThat(job.failure().message()).isEqualTo("platform.imports.failed.damaged");
        assertThat(fixture.count("harvest.waiting")).isZero();
    }

    @Test
    void endsWithoutLoadingWhenSomebodyCancels() {
        ImportJob job = fixture.checked(GOOD);

        assertThat(fixture.imports.cancel(FixedSites.ALFA, job.id(), ImportFixture.RITA))
                .isTrue();
        assertThat(fixture.imports.load(FixedSites.ALFA, job.id(), false, ImportFixture.RITA))
                .isFalse();

        assertThat(fixture.now(job).state()).isEqualTo(ImportState.CANCELLED);
        assertThat(fixture.count("harvest.waiting")).isZero();
        assertThat(fixture.files.list(FixedSites.ALFA, "")).isEmpty();
    }

    @Test
    void showsAnImportToItsTenantOnly() {
        ImportJob job = fixture.checked(MIXED);
        UUID id = job.id();

        assertThat(fixture.imports.find(FixedSites.BETA, "crops", id)).isEmpty();
        assertThat(fixture.imports.list(FixedSites.BETA, "crops", null, 10)).isEmpty();
        assertThat(fixture.imports.problems(FixedSites.BETA, id, 0, 10)).isEmpty();
        assertThat(fixture.imports.map(FixedSites.BETA, id, job.mapping())).isFalse();
        assertThat(fixture.imports.load(FixedSites.BETA, id, true, ImportFixture.RITA))
                .isFalse();
        assertThat(fixture.imports.cancel(FixedSites.BETA, id, ImportFixture.RITA))
                .isFalse();
        assertThat(fixture.now(job)).isEqualTo(job);
    }

    @Test
    void restsWhileTheModuleIsOff() {
        ImportJob job = fixture.upload(GOOD);
        fixture.imports.check(FixedSites.ALFA, job.id());

        fixture.sites.modules(Set.of());
        fixture.work();
        assertThat(fixture.now(job).state()).isEqualTo(ImportState.CHECKING);

        fixture.sites.modules(Set.of("harvest"));
        fixture.work();
        assertThat(fixture.now(job).state()).isEqualTo(ImportState.CHECKED);
    }

    @Test
    void readsNumbersOfAWorkbookAsTheyAre() {
        ImportJob job = fixture.upload(GOOD);

        assertThat(job.sample()
                        .read(Map.of("toneladas", DecimalStyle.POINT))
                        .getFirst()
                        .decimal("toneladas"))
                .isEqualTo(new org.cabildo.platform.tabular.Parsed.Value<>(new BigDecimal("10.5")));
    }
}
