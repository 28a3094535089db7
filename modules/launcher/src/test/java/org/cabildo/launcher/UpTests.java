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
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher as its own process, with the services that start quickly. */
@DisabledOnOs(OS.WINDOWS)
class UpTests {

    private static final int[] PORTS = Standalone.freePorts(3);

    @TempDir
    private static Path shared;

    @TempDir
    private Path folder;

    private Path output;
    private RunFolder run;
    private final List<ProcessHandle> started = new ArrayList<>();

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
        MonolithJar.write(folder.resolve("modules/app/target/cabildo-app-0.1.0-SNAPSHOT.jar"), script);

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

    private Process up(String only, String... more) throws IOException {
        List<String> command = command(only);
        command.addAll(List.of(more));
        return start(command);
    }

    private Process start(List<String> command) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().put("CABILDO_ROOT", folder.toString());
        builder.environment().put("CABILDO_DATA", folder.resolve("data").toString());
        builder.environment().put("CABILDO_PROGRAMS", shared.toString());
        Process process = builder.start();
        started.add(process.toHandle());
        return process;
    }

    private static List<String> command(String only) {
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
                "--port=opensearch-transport=" + PORTS[2]));
    }

    private static void stop(Process launcher) throws InterruptedException {
        launcher.destroy();
        launcher.waitFor();
    }

    private void awaitReady() throws InterruptedException {
        await("ready", () -> text().contains("Ready in "));
    }

    private void await(String what, BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                fail(what + " did not happen:\n" + text());
            }
            Thread.sleep(50);
        }
    }

    private String text() {
        try {
            return Files.readString(output);
        } catch (IOException notYet) {
            return "";
        }
    }

    private List<ProcessHandle> children(String... names) {
        List<ProcessHandle> found = List.of(names).stream()
                .map(run::recorded)
                .flatMap(Optional::stream)
                .toList();
        assertThat(found).hasSize(names.length);
        started.addAll(found);
        return found;
    }

    private boolean holds(String condition) throws SQLException, IOException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery(condition)) {
            rows.next();
            return rows.getBoolean(1);
        }
    }

    private void execute(String sql) throws SQLException, IOException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Connection connect() throws SQLException, IOException {
        return connect(Postgres.SUPERUSER, "postgres.superuser");
    }

    private String loggedIn(String role) throws SQLException, IOException {
        try (Connection connection = connect(role, "postgres." + role);
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery("select current_user")) {
            rows.next();
            return rows.getString(1);
        }
    }

    private Connection connect(String user, String secret) throws SQLException, IOException {
        String password = new Secrets(folder.resolve("data/secrets.properties")).of(secret);
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + PORTS[0] + "/cabildo", user, password);
    }
}
