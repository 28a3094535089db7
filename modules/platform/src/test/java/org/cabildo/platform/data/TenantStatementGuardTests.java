// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cabildo.platform.internal.jooq.Tables.AUDIT_ENTRY;
import static org.cabildo.platform.internal.jooq.Tables.SUBMISSION;

import cabildo.testkit.TestDatabase;
import java.util.Set;
import org.cabildo.platform.TenantId;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.conf.RenderQuotedNames;
import org.jooq.conf.Settings;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TenantStatementGuardTests {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.migrated();

    private final DSLContext dsl = DSL.using(new DefaultConfiguration()
            .set(DATABASE.connectedAs(TestDatabase.MIGRATOR))
            .set(SQLDialect.POSTGRES)
            .set(new Settings().withRenderQuotedNames(RenderQuotedNames.EXPLICIT_DEFAULT_UNQUOTED))
            .set(new TenantStatementGuard(() -> Set.of("platform.audit_entry"))));

    @Test
    void failsAStatementThatDoesNotNameTheTenant() {
        assertThatThrownBy(
                        () -> dsl.select(AUDIT_ENTRY.ACTION).from(AUDIT_ENTRY).fetch())
                .hasStackTraceContaining("platform.audit_entry without naming tenant_id");
        assertThatThrownBy(() -> dsl.deleteFrom(AUDIT_ENTRY).execute())
                .hasStackTraceContaining("platform.audit_entry without naming tenant_id");
    }

    @Test
    void letsAStatementThroughThatNamesTheTenant() {
        assertThat(dsl.select(AUDIT_ENTRY.ACTION)
                        .from(AUDIT_ENTRY)
                        .where(Owned.by(new TenantId(1), AUDIT_ENTRY))
                        .fetch())
                .isEmpty();
    }

    @Test
    void letsStatementsThroughOnTablesThatNoTenantOwns() {
        assertThat(dsl.fetchCount(SUBMISSION)).isZero();
    }
}
