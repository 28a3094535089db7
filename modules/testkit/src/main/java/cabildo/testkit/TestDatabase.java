// SPDX-License-Identifier: Apache-2.0
package cabildo.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import javax.sql.DataSource;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A database of its own on the embedded PostgreSQL, with the installation's roles. The superuser that made it bypasses
 * row security, so tests work as {@link #APPLICATION} and change structure as {@link #MIGRATOR}.
 *
 * <p>As a static field with {@code @RegisterExtension} it is dropped after the class:
 *
 * <pre>{@code
 * @RegisterExtension
 * static final TestDatabase DATABASE = TestDatabase.migrated("content");
 * }</pre>
 */
public final class TestDatabase implements AfterAllCallback, AutoCloseable {

    /** Serves traffic: owns nothing, bypasses nothing. */
    public static final String APPLICATION = "cabildo_app";

    /** Owns every object. */
    public static final String MIGRATOR = "cabildo_migrate";

    private final String name;

    private TestDatabase(List<String> modules) {
        this.name = TestServer.instance().create(modules);
    }

    /** A database with roles and extensions and no schema, for an application that migrates it itself. */
    public static TestDatabase empty() {
        return new TestDatabase(List.of());
    }

    /** A database with the platform's and these modules' schemas, in this order. */
    public static TestDatabase migrated(String... modules) {
        List<String> all = new ArrayList<>(List.of("__root", "platform"));
        for (String module : modules) {
            if (!all.contains(module)) {
                all.add(module);
            }
        }
        return new TestDatabase(all);
    }

    /** Applies one module's migrations from {@code classpath:db/migration/<module>}, with its own history. */
    public void migrate(String module) {
        TestServer.instance().migrate(url(), module);
    }

    /** The JDBC address. Every role connects without a password. */
    public String url() {
        return TestServer.instance().url(name);
    }

    /** Unpooled connections of a role. */
    public DataSource connectedAs(String role) {
        return new DriverManagerDataSource(url(), role, "");
    }

    /** Statements of a role, each on a connection of its own. */
    public JdbcClient as(String role) {
        return JdbcClient.create(connectedAs(role));
    }

    /** Runs a script of several statements as a role. */
    public void execute(String role, String script) {
        TestServer.instance().execute(name, role, script);
    }

    /** Hands over the settings that connect a Spring application: {@code spring.datasource.*}, {@code spring.flyway.*}. */
    public void settings(BiConsumer<String, String> receiver) {
        receiver.accept("spring.datasource.url", url());
        receiver.accept("spring.datasource.username", APPLICATION);
        receiver.accept("spring.datasource.password", "");
        receiver.accept("spring.flyway.url", url());
        receiver.accept("spring.flyway.user", MIGRATOR);
        receiver.accept("spring.flyway.password", "");
    }

    @Override
    public void afterAll(ExtensionContext context) {
        close();
    }

    @Override
    public void close() {
        TestServer.instance().drop(name);
    }
}
