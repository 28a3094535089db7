// SPDX-License-Identifier: Apache-2.0
package org.cabildo.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class SecretsTests {

    @TempDir
    private Path folder;

    @Test
    void keepsASecretBetweenStarts() throws IOException {
        Path file = folder.resolve("data").resolve("secrets.properties");
        String made = new Secrets(file).of("internal.token");

        assertThat(made).hasSizeGreaterThanOrEqualTo(24);
        assertThat(new Secrets(file).of("internal.token")).isEqualTo(made);
        assertThat(new Secrets(file).of("another")).isNotEqualTo(made);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void letsOnlyTheOwnerReadThem() throws IOException {
        Path file = folder.resolve("secrets.properties");
        Secrets secrets = new Secrets(file);
        secrets.of("one");
        secrets.of("two");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(folder).isDirectoryNotContaining(path -> path.toString().endsWith(".new"));
    }

    @Test
    void makesADemoPasswordThatTheRealmAccepts() throws IOException {
        assertThat(new Secrets(folder.resolve("s")).typedByPeople("demo.password"))
                .hasSizeGreaterThanOrEqualTo(12)
                .matches("[A-Za-z0-9-]+");
    }
}
