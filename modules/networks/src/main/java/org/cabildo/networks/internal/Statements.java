// SPDX-License-Identifier: Apache-2.0
package org.cabildo.networks.internal;

import static org.cabildo.networks.internal.jooq.Tables.RECEIPT;

import java.time.Instant;
import java.util.Objects;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.data.Owned;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Numbers what members say, and remembers per network and member the newest that was taken. */
@Component
class Statements {

    private final DSLContext dsl;

    Statements(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** A number greater than all before. */
    long next() {
        return Objects.requireNonNull(dsl.select(DSL.field("nextval('networks.statement')", Long.class))
                .fetchSingle()
                .value1());
    }

    /**
     * Takes a statement unless it is older than one that was taken, or the same again. Others of the member wait until the
     * transaction ends. Called as the network.
     */
    boolean take(TenantId network, String member, long statement, Instant now) {
        return dsl.insertInto(RECEIPT)
                        .set(RECEIPT.TENANT_ID, network.value())
                        .set(RECEIPT.MEMBER, member)
                        .set(RECEIPT.STATEMENT, statement)
                        .set(RECEIPT.TAKEN_AT, now)
                        .onConflict(RECEIPT.TENANT_ID, RECEIPT.MEMBER)
                        .doUpdate()
                        .set(RECEIPT.STATEMENT, statement)
                        .set(RECEIPT.TAKEN_AT, now)
                        .where(Owned.by(network, RECEIPT))
                        .and(RECEIPT.STATEMENT.lt(statement))
                        .execute()
                > 0;
    }
}
