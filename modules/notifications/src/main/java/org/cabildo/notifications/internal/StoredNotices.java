// SPDX-License-Identifier: Apache-2.0
package org.cabildo.notifications.internal;

import static org.cabildo.notifications.internal.jooq.Tables.NOTICE;

import java.time.Clock;
import org.cabildo.notifications.Notices;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.UseCase;
import org.jooq.DSLContext;

/** Notices as rows: one for what happened, however many will hear of it. */
@UseCase
class StoredNotices implements Notices {

    private final DSLContext dsl;
    private final Clock clock;

    StoredNotices(DSLContext dsl, Clock clock) {
        this.dsl = dsl;
        this.clock = clock;
    }

    @Override
    public void tell(TenantId tenant, String source, String item) {
        dsl.insertInto(NOTICE)
                .set(NOTICE.TENANT_ID, tenant.value())
                .set(NOTICE.SOURCE, source)
                .set(NOTICE.ITEM, item)
                .set(NOTICE.AT, clock.instant())
                .onConflictDoNothing()
                .execute();
    }
}
