// SPDX-License-Identifier: Apache-2.0
package org.cabildo.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The script's search, with folders that look like JDKs. */
@DisabledOnOs(OS.WINDOWS)
class JdkSearchTests {

    private static final Path SCRIPT =
            Path.of("").toAbsolutePath().resolve("../../cabildo").normalize();

    @TempDir
    private Path machine;

    private Path jvms;

    @BeforeEach
    void makeFolders() throws IOException {
        jvms = Files.createDirectory(machine.resolve("jvm with space"));
    }

    @Test
    void findsAJdkThatIsNotTheDefault() throws Exception {
        Path old = jdk("java-17", "17.0.15");
        Path suitable = jdk("temurin-25", "25.0.3");

        assertThat(search(Map.of("JAVA_HOME", old.toString()))).isEqualTo(suitable + "\n");
    }

    @Test
    void takesTheCallersOwnChoiceFirst() throws Exception {
        jdk("temurin-25", "25.0.3");
        Path chosen = jdk("z-25", "25.0.1");

        assertThat(search(Map.of("JAVA_HOME", chosen.toString()))).isEqualTo(chosen + "\n");
    }

    @Test
    void prefersTheVersionThatTheCodeIsWrittenFor() throws Exception {
        jdk("a-27", "27");
        Path suitable = jdk("b-25", "25");

        assertThat(search(Map.of())).isEqualTo(suitable + "\n");
    }

    @Test
    void takesANewerOneOtherwise() throws Exception {
        jdk("a-21", "21.0.1");
        Path newer = jdk("b-27", "27-ea");

        assertThat(search(Map.of())).isEqualTo(newer + "\n");
    }

    @Test
    void passesOverARuntimeWithoutCompiler() throws Exception {
        Files.delete(jdk("jre-25", "25.0.3").resolve("bin/javac"));
        Path suitable = jdk("zulu-26", "26");

        assertThat(search(Map.of())).isEqualTo(suitable + "\n");
    }

    @Test
    void asksAJdkWithoutReleaseFileForItsVersion() throws Exception {
        Path suitable = jdk("odd", "25.0.2");
        Files.delete(suitable.resolve("release"));

        assertThat(search(Map.of())).isEqualTo(suitable + "\n");
    }

    @Test
    void saysInOneLineWhatToInstall() throws Exception {
        jdk("java-17", "17.0.15");

        assertThat(search(Map.of()))
                .startsWith("No JDK 25 or newer was found: install one")
                .hasLineCount(1);
    }

    private Path jdk(String name, String version) throws IOException {
        Path home = jvms.resolve(name);
        Files.createDirectories(home.resolve("bin"));
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"Test\"\nJAVA_VERSION=\"" + version + "\"\n");
        program(home.resolve("bin/java"), "echo 'openjdk version \"" + version + "\" 2026-04-21' >&2");
        program(home.resolve("bin/javac"), "exit 0");
        return home;
    }

    private static void program(Path file, String body) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + body + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private String search(Map<String, String> environment) throws Exception {
        ProcessBuilder builder = new ProcessBuilder("bash", SCRIPT.toString(), "jdk").redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("CABILDO_") || name.equals("JAVA_HOME"));
        builder.environment().put("PATH", pathWithoutJava());
        builder.environment().put("CABILDO_JDK_FOLDERS", jvms.toString());
        builder.environment().putAll(environment);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }

    /** The usual tools, but no JDK of this machine. */
    private String pathWithoutJava() throws IOException {
        Path tools = Files.createDirectories(machine.resolve("tools"));
        for (String tool : List.of("bash", "sed", "head", "dirname", "readlink", "locale", "grep")) {
            program(tools.resolve(tool), "PATH=/usr/bin:/bin exec " + tool + " \"$@\"");
        }
        return tools.toString();
    }
}
