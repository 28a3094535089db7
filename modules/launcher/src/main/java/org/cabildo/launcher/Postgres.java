// SPDX-License-Identifier: Apache-2.0
package org.cabildo.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** PostgreSQL as a child process: durable (fsync on), Spanish collation by ICU, loopback only, passwords required. */
final class Postgres implements Service {

    static final String SUPERUSER = "postgres";
    static final String DATABASE = "cabildo";

    private final Home home;
    private final int port;
    private final Secrets secrets;
    private final Bootstrap bootstrap;
    private @Nullable PostgresPrograms programs;

    /** What the monolith needs to find in a new server. */
    @FunctionalInterface
    interface Bootstrap {
        void run(Connection superuser) throws SQLException, IOException;
    }

    Postgres(Home home, int port, Secrets secrets, Bootstrap bootstrap) {
        this.home = home;
        this.port = port;
        this.secrets = secrets;
        this.bootstrap = bootstrap;
    }

    @Override
    public String name() {
        return "postgres";
    }

    @Override
    public String address() {
        return "127.0.0.1:" + port + "/" + DATABASE;
    }

    @Override
    public void prepare(Consumer<String> doing) throws IOException, InterruptedException {
        doing.accept("unpacking");
        PostgresPrograms unpacked = PostgresPrograms.unpack(home.programs(), home.postgres());
        programs = unpacked;
        if (!Files.exists(home.postgres().resolve("PG_VERSION"))) {
            doing.accept("making the database");
            initialize(unpacked);
        }
    }

    private void initialize(PostgresPrograms unpacked) throws IOException, InterruptedException {
        Home.delete(home.postgres());
        Files.createDirectories(home.postgres());
        Path password = Files.createTempFile(home.data(), "initdb", null);
        try {
            Files.writeString(password, secrets.of("postgres.superuser") + "\n");
            unpacked.own(password);
            unpacked.own(home.postgres());
            run(unpacked.command(List.of(), "initdb", initialSettings(password)));
        } finally {
            Files.delete(password);
        }
    }

    private List<String> initialSettings(Path password) {
        return List.of(
                "--pgdata=" + home.postgres(),
                "--username=" + SUPERUSER,
                "--pwfile=" + password,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=icu",
                "--icu-locale=es",
                "--text-search-config=spanish");
    }

    private void run(List<String> command) throws IOException, InterruptedException {
        Path log = home.log(name());
        long from = Files.exists(log) ? Files.size(log) : 0;
        Process process = Spawner.start(environment(new ProcessBuilder(command)), log);
        if (!process.waitFor(120, TimeUnit.SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            Home.delete(home.postgres());
            throw new LaunchException("initdb failed:\n" + Logs.tail(log, from, 20));
        }
    }

    @Override
    public ProcessBuilder command() {
        PostgresPrograms unpacked = java.util.Objects.requireNonNull(programs, "prepare() comes first");
        List<String> settings = List.of(
                "-D", home.postgres().toString(),
                "-p", Integer.toString(port),
                "-c", "listen_addresses=127.0.0.1",
                "-c", "unix_socket_directories=",
                "-c", "fsync=on",
                "-c", "timezone=UTC",
                "-c", "jit=off");
        List<String> session = Processes.leash("INT");
        boolean setsid = !session.isEmpty() && session.getFirst().equals("setsid");
        List<String> command = new java.util.ArrayList<>(setsid ? List.of("setsid") : List.of());
        // The death signal is set last: a change of user or of user namespace would clear it.
        command.addAll(unpacked.command(setsid ? session.subList(1, session.size()) : session, "postgres", settings));
        return environment(new ProcessBuilder(command));
    }

    private static ProcessBuilder environment(ProcessBuilder builder) {
        builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
        builder.environment().put("LC_ALL", "C");
        return builder;
    }

    @Override
    public boolean ready() {
        try (Connection connection = connect("postgres")) {
            return connection.isValid(2);
        } catch (SQLException notYet) {
            if ("28P01".equals(notYet.getSQLState())) {
                throw new LaunchException(
                        home.postgres() + " has another password than " + home.secrets()
                                + " says; start with --fresh to make both anew",
                        notYet);
            }
            return false;
        }
    }

    @Override
    public void configure(Consumer<String> doing) throws IOException {
        doing.accept("preparing roles");
        try {
            createDatabase();
            try (Connection connection = connect(DATABASE)) {
                bootstrap.run(connection);
            }
        } catch (SQLException e) {
            throw new LaunchException("cannot prepare the database: " + e.getMessage(), e);
        }
    }

    private void createDatabase() throws SQLException {
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement()) {
            try (ResultSet known =
                    statement.executeQuery("select 1 from pg_database where datname = '" + DATABASE + "'")) {
                if (known.next()) {
                    return;
                }
            }
            statement.execute("create database " + DATABASE);
        }
    }

    private Connection connect(String database) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", SUPERUSER);
        properties.setProperty("password", secrets.of("postgres.superuser"));
        properties.setProperty("connectTimeout", "2");
        properties.setProperty("socketTimeout", "30");
        properties.setProperty("ApplicationName", "cabildo-launcher");
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/" + database, properties);
    }

    @Override
    public Duration patience() {
        return Duration.ofSeconds(120);
    }

    @Override
    public Processes.Farewell farewell() {
        return Processes.Farewell.INTERRUPT;
    }
}
