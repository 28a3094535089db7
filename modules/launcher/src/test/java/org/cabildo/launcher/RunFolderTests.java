// SPDX-License-Identifier: Apache-2.0
package org.cabildo.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class RunFolderTests {

    @TempDir
    private Path folder;

    private Process sleeping;

    @BeforeEach
    void startSomething() throws IOException {
        sleeping = new ProcessBuilder("sleep", "120").start();
    }

    @AfterEach
    void endIt() {
        sleeping.destroyForcibly();
    }

    @Test
    void stopsWhatAKilledLauncherLeft() throws IOException {
        new RunFolder(folder).record("opensearch", sleeping.toHandle());
        List<String> reports = new ArrayList<>();

        new RunFolder(folder).stopOrphans(folder.resolve("no-data"), reports::add);

        assertThat(sleeping.isAlive()).isFalse();
        assertThat(reports).singleElement().asString().contains("opensearch (process " + sleeping.pid() + ")");
        assertThat(folder.resolve("opensearch.pid")).doesNotExist();
    }

    @Test
    void sparesAProcessThatGotTheNumberOfADeadOne() throws IOException {
        Files.writeString(folder.resolve("opensearch.pid"), sleeping.pid() + " 1000000000000\n");

        new RunFolder(folder).stopOrphans(folder.resolve("no-data"), report -> {});

        assertThat(sleeping.isAlive()).isTrue();
        assertThat(folder.resolve("opensearch.pid")).doesNotExist();
    }

    @Test
    void survivesAPidFileThatWasCutOff() throws IOException {
        Files.writeString(folder.resolve("keycloak.pid"), "");

        assertThat(new RunFolder(folder).recorded("keycloak")).isEmpty();
    }

    @Test
    void sparesAProcessThatOnlyHasPostgresqlsOldNumber() throws IOException {
        Path data = Files.createDirectory(folder.resolve("postgres"));
        Files.writeString(data.resolve("postmaster.pid"), sleeping.pid() + "\n/some/where\n");

        new RunFolder(folder).stopOrphans(data, report -> {});

        assertThat(sleeping.isAlive()).isTrue();
    }

    @Test
    void admitsOneLauncher() throws IOException {
        try (RunFolder first = new RunFolder(folder)) {
            first.lock();
            first.record("launcher", sleeping.toHandle());

            assertThatThrownBy(() -> new RunFolder(folder).lock())
                    .isInstanceOf(LaunchException.class)
                    .hasMessageContaining("runs already")
                    .hasMessageContaining("(process " + sleeping.pid() + ")");
        }
        try (RunFolder next = new RunFolder(folder)) {
            next.lock();
        }
    }
}
