// SPDX-License-Identifier: Apache-2.0
package cabildo.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What the catalogue of a database says against the isolation of tenants, every schema included. */
public final class Catalog {

    private Catalog() {}

    /**
     * Everything that the catalogue says against isolation, also where there is a good reason, in the form {@code
     * platform.audit_entry has no policy}.
     */
    public static List<String> findings(TestDatabase database) {
        return database.as("postgres")
                .sql(questions())
                .query((row, number) -> row.getString(1) + " " + row.getString(2))
                .list();
    }

    private static String questions() {
        try (InputStream stream = Catalog.class.getResourceAsStream("catalog.sql")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
