// SPDX-License-Identifier: Apache-2.0
package cabildo.testkit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;

/**
 * The one PostgreSQL of this JVM. Databases are cloned from templates, one template for each list of migrated modules,
 * so that a test class pays for a copy and not for migrations.
 */
final class TestServer {

    private static final TestServer INSTANCE = new TestServer();

    private final EmbeddedPostgres postgres;
    private final String bootstrap;
    private final Map<List<String>, String> templates = new HashMap<>();
    private int databases;

    private TestServer() {
        try {
            postgres = EmbeddedPostgres.builder()
                    .setLocaleConfig("locale-provider", "icu")
                    .setLocaleConfig("icu-locale", "es")
                    .setServerConfig("fsync", "off")
                    .setServerConfig("synchronous_commit", "off")
                    .setServerConfig("full_page_writes", "off")
                    .start();
            bootstrap = text("db/bootstrap/bootstrap.sql");
        } catch (IOException exception) {
            throw new UncheckedIOException("The embedded PostgreSQL did not start", exception);
        }
    }

    static TestServer instance() {
        return INSTANCE;
    }

    /** Makes a database in which these modules' migrations were applied, in this order, and answers with its name. */
    synchronized String create(List<String> modules) {
        String template = modules.isEmpty() ? "template1" : templates.get(modules);
        if (template == null) {
            template = clone("template1");
            for (String module : modules) {
                migrate(url(template), module);
            }
            templates.put(modules, template);
        }
        return clone(template);
    }

    synchronized void drop(String database) {
        execute("postgres", "postgres", "DROP DATABASE IF EXISTS " + database + " WITH (FORCE)");
    }

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/" + database;
    }

    void migrate(String url, String module) {
        Flyway.configure()
                .dataSource(url, "cabildo_migrate", "")
                .schemas("flyway")
                .table("history_" + module)
                .locations("classpath:db/migration/" + module)
                .failOnMissingLocations(true)
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate();
    }

    /** A copy has its template's contents without the grants on the database itself, hence the bootstrap again. */
    private String clone(String template) {
        String name = "test_" + ++databases;
        execute("postgres", "postgres", "CREATE DATABASE " + name + " TEMPLATE " + template);
        execute(name, "postgres", bootstrap);
        return name;
    }

    void execute(String database, String role, String sql) {
        try (Connection connection = DriverManager.getConnection(url(database), role, "");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException exception) {
            throw new IllegalStateException("Could not change " + database, exception);
        }
    }

    private static String text(String resource) throws IOException {
        List<String> tried = new ArrayList<>();
        for (ClassLoader loader :
                List.of(Thread.currentThread().getContextClassLoader(), TestServer.class.getClassLoader())) {
            try (InputStream stream = loader.getResourceAsStream(resource)) {
                if (stream != null) {
                    return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
                }
                tried.add(loader.toString());
            }
        }
        throw new IOException(resource + " is not on the class path of " + tried);
    }
}
