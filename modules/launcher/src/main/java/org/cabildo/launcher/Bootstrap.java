// SPDX-License-Identifier: Apache-2.0
package org.cabildo.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Runs the roles script that the monolith's own jar carries, and gives the roles their passwords. */
final class Bootstrap implements Postgres.Bootstrap {

    private static final String SCRIPT = "db/bootstrap/bootstrap.sql";

    private final Path monolithJar;
    private final Secrets secrets;

    Bootstrap(Path monolithJar, Secrets secrets) {
        this.monolithJar = monolithJar;
        this.secrets = secrets;
    }

    @Override
    public void run(Connection superuser) throws SQLException, IOException {
        Optional<String> script = script();
        if (script.isEmpty()) {
            return;
        }
        try (Statement statement = superuser.createStatement()) {
            statement.execute(script.get());
        }
        password(superuser, Installation.APPLICATION_ROLE);
        password(superuser, Installation.MIGRATION_ROLE);
    }

    private void password(Connection superuser, String role) throws SQLException {
        try (Statement statement = superuser.createStatement()) {
            statement.execute("alter role " + statement.enquoteIdentifier(role, true) + " login password "
                    + statement.enquoteLiteral(secrets.of("postgres." + role)));
        }
    }

    /** The platform's jar lies inside the monolith's. Absent only when PostgreSQL is started before anything is built. */
    Optional<String> script() throws IOException {
        if (!java.nio.file.Files.exists(monolithJar)) {
            return Optional.empty();
        }
        try (ZipInputStream outer = new ZipInputStream(java.nio.file.Files.newInputStream(monolithJar))) {
            for (ZipEntry entry = outer.getNextEntry(); entry != null; entry = outer.getNextEntry()) {
                if (entry.getName().startsWith("BOOT-INF/lib/cabildo-platform-")) {
                    return inside(new ZipInputStream(outer));
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> inside(ZipInputStream jar) throws IOException {
        for (ZipEntry entry = jar.getNextEntry(); entry != null; entry = jar.getNextEntry()) {
            if (entry.getName().equals(SCRIPT)) {
                return Optional.of(read(jar));
            }
        }
        return Optional.empty();
    }

    private static String read(InputStream stream) throws IOException {
        return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
}
