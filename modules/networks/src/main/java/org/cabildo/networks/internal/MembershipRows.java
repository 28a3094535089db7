// SPDX-License-Identifier: Apache-2.0
package org.cabildo.networks.internal;

import static org.cabildo.networks.internal.jooq.Tables.MEMBERSHIP;

import java.time.Instant;
import java.util.List;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.data.Owned;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Memberships as a network noticed them. Called as the network; each answer says whether this call made the change. */
@Component
class MembershipRows {

    private final DSLContext dsl;

    MembershipRows(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** A membership that has not ended. */
    record Standing(String member, String entity, String known) {}

    List<Standing> standing(TenantId network) {
        return dsl.select(MEMBERSHIP.MEMBER, MEMBERSHIP.ENTITY, MEMBERSHIP.KNOWN)
                .from(MEMBERSHIP)
                .where(Owned.by(network, MEMBERSHIP))
                .and(MEMBERSHIP.UNTIL.isNull())
                .orderBy(MEMBERSHIP.MEMBER)
                .fetch(row -> new Standing(row.value1(), row.value2(), row.value3()));
    }

    boolean begin(TenantId network, Standing joined, Instant since) {
        return dsl.insertInto(MEMBERSHIP)
                        .set(MEMBERSHIP.TENANT_ID, network.value())
                        .set(MEMBERSHIP.MEMBER, joined.member())
                        .set(MEMBERSHIP.ENTITY, joined.entity())
                        .set(MEMBERSHIP.SINCE, since)
                        .set(MEMBERSHIP.KNOWN, joined.known())
                        .onConflictDoNothing()
                        .execute()
                > 0;
    }

    boolean change(TenantId network, Standing before, Standing now) {
        return dsl.update(MEMBERSHIP)
                        .set(MEMBERSHIP.ENTITY, now.entity())
                        .set(MEMBERSHIP.KNOWN, now.known())
                        .where(Owned.by(network, MEMBERSHIP))
                        .and(MEMBERSHIP.MEMBER.eq(before.member()))
                        .and(MEMBERSHIP.KNOWN.eq(before.known()))
                        .and(MEMBERSHIP.UNTIL.isNull())
                        .execute()
                > 0;
    }

    boolean end(TenantId network, Standing left, Instant until) {
        return dsl.update(MEMBERSHIP)
                        .set(MEMBERSHIP.UNTIL, until)
                        .where(Owned.by(network, MEMBERSHIP))
                        .and(MEMBERSHIP.MEMBER.eq(left.member()))
                        .and(MEMBERSHIP.UNTIL.isNull())
                        .execute()
                > 0;
    }
}
