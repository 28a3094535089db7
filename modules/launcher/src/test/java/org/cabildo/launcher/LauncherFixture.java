// SPDX-License-Identifier: Apache-2.0
package org.cabildo.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The launcher as a process of its own, on ports and in a folder of its own. */
abstract class LauncherFixture {
    static final int[] PORTS = Standalone.freePorts(7);

    @TempDir
    static Path shared;

    @TempDir
    Path folder;

    Path output;
    RunFolder run;
    final List<ProcessHandle> started = new ArrayList<>();

    @BeforeEach
    void prepare() {
        output = folder.resolve("output.txt");
        run = new RunFolder(folder.resolve("data/run"));
    }

    @AfterEach
    void leaveNothing() {
        run.recorded("launcher").ifPresent(started::addFirst);
        started.forEach(process -> Processes.stop(process, Processes.Farewell.TERMINATE, Duration.ofSeconds(20)));
    }

    Process up(String only, String... more) throws IOException {
        List<String> command = command(only);
        command.addAll(List.of(more));
        return start(command);
    }

    Process start(List<String> command) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().putAll(environment());
        Process process = builder.start();
        started.add(process.toHandle());
        return process;
    }

    Map<String, String> environment() {
        return Map.of(
                "CABILDO_ROOT", folder.toString(),
                "CABILDO_DATA", folder.resolve("data").toString(),
                "CABILDO_PROGRAMS", shared.toString());
    }

    static List<String> command(String only) {
        return new ArrayList<>(List.of(
                Processes.java().toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Launcher.class.getName(),
                "up",
                "--only=" + only,
                "--port=postgres=" + PORTS[0],
                "--port=opensearch=" + PORTS[1],
                "--port=opensearch-transport=" + PORTS[2],
                "--port=monolith=" + PORTS[3],
                "--port=monolith-management=" + PORTS[4],
                "--port=" + PORTS[5],
                "--port=gateway-management=" + PORTS[6]));
    }

    static void stop(Process launcher) throws InterruptedException {
        launcher.destroy();
        launcher.waitFor();
    }

    void awaitReady() throws InterruptedException {
        await("ready", () -> text().contains("Ready in "));
    }

    void await(String what, BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                fail(what + " did not happen:\n" + text());
            }
            Thread.sleep(50);
        }
    }

    String text() {
        try {
            return Files.readString(output);
        } catch (IOException notYet) {
            return "";
        }
    }

    List<ProcessHandle> children(String... names) {
        List<ProcessHandle> found = List.of(names).stream()
                .map(run::recorded)
                .flatMap(Optional::stream)
                .toList();
        assertThat(found).hasSize(names.length);
        started.addAll(found);
        return found;
    }

    boolean holds(String condition) throws SQLException, IOException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery(condition)) {
            rows.next();
            return rows.getBoolean(1);
        }
    }

    void execute(String sql) throws SQLException, IOException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    Connection connect() throws SQLException, IOException {
        return connect(Postgres.SUPERUSER, "postgres.superuser");
    }

    String loggedIn(String role) throws SQLException, IOException {
        try (Connection connection = connect(role, "postgres." + role);
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery("select current_user")) {
            rows.next();
            return rows.getString(1);
        }
    }

    Connection connect(String user, String secret) throws SQLException, IOException {
        String password = new Secrets(folder.resolve("data/secrets.properties")).of(secret);
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + PORTS[0] + "/cabildo", user, password);
    }
}
