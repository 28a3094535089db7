// SPDX-License-Identifier: Apache-2.0
package org.cabildo.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Starting, stopping and dying, with the services that start quickly. */
@DisabledOnOs(OS.WINDOWS)
class UpTests extends LauncherFixture {

    @Test
    void startsStopsAndLeavesNoProcess() throws Exception {
        Process launcher = up("postgres,opensearch");
        awaitReady();
        List<ProcessHandle> children = children("postgres", "opensearch");
        assertThat(Http.answers("http://127.0.0.1:" + PORTS[1] + "/_cluster/health"))
                .isTrue();
        assertThat(holds("select current_setting('fsync') = 'on'")).isTrue();
        assertThat(holds("select 'ñame' > 'nube' and 'ñame' < 'oca' and to_tsvector('Árbol') = to_tsvector('árbol')"))
                .isTrue();

        children.getFirst().destroyForcibly();
        children.getLast().destroyForcibly();
        await("both come back", () -> text().contains("postgres    is back") && text().contains("opensearch  is back"));

        List<ProcessHandle> restarted = children("postgres", "opensearch");
        launcher.destroy();
        assertThat(launcher.waitFor()).isEqualTo(143);
        assertThat(restarted).noneMatch(ProcessHandle::isAlive);
        assertThat(folder.resolve("data/run/postgres.pid")).doesNotExist();
        assertThat(text().indexOf("Stopping")).isPositive();
    }

    @Test
    void keepsDataUntilItIsToldToForgetThem() throws Exception {
        Process first = up("postgres");
        awaitReady();
        execute("create table kept (id int)");
        stop(first);

        Process second = up("postgres");
        awaitReady();
        assertThat(holds("select to_regclass('kept') is not null")).isTrue();
        stop(second);

        up("postgres", "--fresh");
        awaitReady();
        assertThat(holds("select to_regclass('kept') is null")).isTrue();
    }

    @Test
    void makesTheRolesOfTheMonolithsOwnScriptEachWithItsPassword() throws Exception {
        String script = "do $$ begin create role cabildo_app; create role cabildo_migrate;"
                + " exception when duplicate_object then null; end $$;\ncreate table if not exists seen (id int);";
        StubJars.writeMonolith(folder.resolve("modules/app/target/cabildo-app-0.1.0-SNAPSHOT.jar"), script);

        for (int start = 0; start < 2; start++) {
            Process launcher = up("postgres");
            awaitReady();
            assertThat(loggedIn("cabildo_app")).isEqualTo("cabildo_app");
            assertThat(loggedIn("cabildo_migrate")).isEqualTo("cabildo_migrate");
            assertThat(holds("select to_regclass('seen') is not null")).isTrue();
            stop(launcher);
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void takesItsChildrenAlongWhenItIsKilled() throws Exception {
        Process launcher = up("postgres");
        awaitReady();
        ProcessHandle postgres = children("postgres").getFirst();

        launcher.destroyForcibly().waitFor();
        if (!Processes.deathSignal("INT").isEmpty()) {
            await("PostgreSQL ends", () -> !postgres.isAlive());
        }

        up("postgres");
        awaitReady();
        assertThat(postgres.isAlive()).isFalse();
    }

    @Test
    void diesWithItsParent() throws Exception {
        List<String> words = new ArrayList<>(List.of("sh", "-c", "\"$@\" & wait", "sh"));
        words.addAll(command("postgres"));
        Process parent = start(words);
        awaitReady();
        List<ProcessHandle> children = children("postgres", "launcher");

        parent.destroyForcibly();

        await("launcher and PostgreSQL end", () -> children.stream().noneMatch(ProcessHandle::isAlive));
        assertThat(text()).contains("The process that started this is gone.");
    }

    @Test
    void tellsTheEndOfTheLogWhenAStartFails() throws Exception {
        Process first = up("postgres");
        awaitReady();
        stop(first);
        Files.writeString(folder.resolve("data/postgres/postgresql.conf"), "nonsense = 1\n");

        Process second = up("postgres");

        assertThat(second.waitFor()).isEqualTo(1);
        assertThat(text()).contains("postgres ended while starting").contains("unrecognized configuration parameter");
    }
}
