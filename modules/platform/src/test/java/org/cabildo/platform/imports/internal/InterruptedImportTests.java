// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.imports.internal;

import static org.assertj.core.api.Assertions.assertThat;

import cabildo.testkit.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cabildo.platform.FixedSites;
import org.cabildo.platform.imports.ImportJob;
import org.cabildo.platform.imports.ImportState;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class InterruptedImportTests {

    private static final String LONG = "cultivo,toneladas\n"
            + IntStream.range(0, 2500).mapToObj(i -> "cultivo " + i + "," + i).collect(Collectors.joining("\n"));

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
    void goesOnBehindTheLastRowsThatWereKept() {
        ImportJob job = checking();
        AtomicInteger asked = new AtomicInteger();

        fixture.replica().drain(() -> asked.incrementAndGet() > 1);
        assertThat(fixture.now(job).rows().read()).isEqualTo(1000);
        assertThat(fixture.now(job).rows().total()).isEqualTo(2500);
        fixture.work();

        assertThat(fixture.now(job).state()).isEqualTo(ImportState.CHECKED);
        assertThat(fixture.now(job).rows().read()).isEqualTo(2500);
        assertThat(fixture.now(job).rows().bad()).isZero();
        assertThat(fixture.count("harvest.waiting")).isEqualTo(2500);
    }

    @Test
    void isNotTakenByTwoAndTakenOverFromOneThatDied() {
        ImportJob job = checking();
        AtomicBoolean died = new AtomicBoolean();

        fixture.replica().drain(() -> {
            if (fixture.now(job).rows().read() > 0 && died.compareAndSet(false, true)) {
                fixture.work();
                assertThat(fixture.now(job).rows().read()).isEqualTo(1000);
                fixture.clock.advance(ImportClaims.LEASE.plusSeconds(1));
                fixture.work();
                assertThat(fixture.now(job).rows().read()).isEqualTo(2500);
            }
            return false;
        });

        assertThat(died).isTrue();
        assertThat(fixture.now(job).rows().read()).isEqualTo(2500);
        assertThat(fixture.count("harvest.waiting")).isEqualTo(2500);
    }

    @Test
    void leavesNothingWhenTheLoadBreaksOff() {
        ImportJob job = fixture.checked(LONG);
        fixture.imports.load(FixedSites.ALFA, job.id(), false, ImportFixture.RITA);
        fixture.crops.midway = () -> {
            throw new IllegalStateException("the power went off");
        };

        fixture.work();
        assertThat(fixture.now(job).state()).isEqualTo(ImportState.RUNNING);
        assertThat(fixture.count("harvest.crop")).isZero();
        assertThat(fixture.count("harvest.waiting")).isEqualTo(2500);

        fixture.crops.midway = () -> {};
        fixture.clock.advance(Duration.ofMinutes(1));
        fixture.work();
        assertThat(fixture.now(job).state()).isEqualTo(ImportState.DONE);
        assertThat(fixture.count("harvest.crop")).isEqualTo(2500);
    }

    @Test
    void givesUpAfterFiveAttempts() {
        ImportJob job = fixture.checked(LONG);
        fixture.imports.load(FixedSites.ALFA, job.id(), false, ImportFixture.RITA);
        fixture.crops.midway = () -> {
            throw new IllegalStateException("it never works");
        };

        for (int attempt = 0; attempt < 5; attempt++) {
            fixture.work();
            fixture.clock.advance(Duration.ofMinutes(1));
        }

        assertThat(fixture.now(job).state()).isEqualTo(ImportState.FAILED);
        assertThat(fixture.count("harvest.crop")).isZero();
        assertThat(fixture.count("harvest.waiting")).isZero();
    }

    @Test
    void leavesNothingWhenSomebodyCancelsTheLoad() {
        ImportJob job = fixture.checked(LONG);
        fixture.imports.load(FixedSites.ALFA, job.id(), false, ImportFixture.RITA);
        fixture.crops.midway = () -> assertThat(cancelElsewhere(job)).isTrue();

        fixture.work();

        assertThat(fixture.now(job).state()).isEqualTo(ImportState.CANCELLED);
        assertThat(fixture.count("harvest.crop")).isZero();
        assertThat(fixture.count("harvest.waiting")).isZero();
    }

    @Test
    void refusesAsAWholeWhatTheKindRefuses() {
        ImportJob job = fixture.loaded("cultivo,toneladas\npapa,1\nprohibido,2\n", false);

        assertThat(job.state()).isEqualTo(ImportState.FAILED);
        assertThat(job.failure().message()).isEqualTo("crops.forbidden");
        assertThat(fixture.count("harvest.crop")).isZero();
        assertThat(fixture.count("platform.audit_entry")).isZero();
    }

    private static ImportJob checking() {
        ImportJob job = fixture.upload(LONG);
        fixture.imports.check(FixedSites.ALFA, job.id());
        return job;
    }

    /** A request of somebody else is served by another thread. */
    private static boolean cancelElsewhere(ImportJob job) {
        return java.util.concurrent.CompletableFuture.supplyAsync(
                        () -> fixture.imports.cancel(FixedSites.ALFA, job.id(), ImportFixture.RITA))
                .join();
    }
}
