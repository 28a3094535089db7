// SPDX-License-Identifier: Apache-2.0
package org.cabildo.search.internal;

import static org.assertj.core.api.Assertions.assertThatCode;

import cabildo.testkit.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Migrations of installations that have been running for a while. */
class UpgradeTests {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migrated("search");

    @Test
    void changesTheSearchOfLargeTenantsInASessionThatHasDoneNothingBefore() throws IOException {
        String migration;
        try (InputStream file = UpgradeTests.class.getResourceAsStream("/db/migration/search/V3__large_tenants.sql")) {
            migration = new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }

        assertThatCode(() -> DATABASE.execute(TestDatabase.MIGRATOR, migration)).doesNotThrowAnyException();
    }
}
