// SPDX-License-Identifier: Apache-2.0
package org.cabildo.search.internal;

import static org.assertj.core.api.Assertions.assertThatCode;

import cabildo.testkit.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Migrations of installations that have been running for a while. */
class UpgradeTests {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migrated("search");

    /** Run again, the older one leaves a second function that the newer one's removal awaits. */
    @ParameterizedTest
    @ValueSource(strings = {"V3__large_tenants", "V4__bounded_questions"})
    void changesTheSearchOfLargeTenantsInASessionThatHasDoneNothingBefore(String name) throws IOException {
        DATABASE.execute(
                TestDatabase.MIGRATOR,
                "DROP FUNCTION IF EXISTS "
                        + "search.candidates(integer, text, text, text[], text, boolean, text, integer, text, integer)");
        String migration;
        try (InputStream file = UpgradeTests.class.getResourceAsStream("/db/migration/search/" + name + ".sql")) {
            migration = new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }

        assertThatCode(() -> DATABASE.execute(TestDatabase.MIGRATOR, migration)).doesNotThrowAnyException();
    }
}
