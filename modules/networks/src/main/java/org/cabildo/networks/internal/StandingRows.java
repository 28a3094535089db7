// SPDX-License-Identifier: Apache-2.0
package org.cabildo.networks.internal;

import static org.jooq.impl.DSL.val;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import org.cabildo.networks.comparison.Standing;
import org.cabildo.platform.TenantId;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Ranks of a few entities under every measure of an edition, in one statement. */
@Component
class StandingRows {

    private static final String RANKS = """
            SELECT measure, entity, value, period, rank, ranked FROM (
                SELECT f.measure, f.entity, f.value, f.period, count(*) OVER (PARTITION BY f.measure) AS ranked,
                    rank() OVER (PARTITION BY f.measure
                        ORDER BY CASE WHEN m.direction = 'down' THEN f.value ELSE -f.value END) AS rank
                FROM networks.figure f
                JOIN networks.measure m ON m.tenant_id = f.tenant_id AND m.edition = f.edition AND m.code = f.measure
                WHERE f.tenant_id = {0} AND f.edition = {1} AND m.tenant_id = {0} AND m.edition = {1}
                    AND f.value IS NOT NULL
            ) AS ranks
            WHERE entity = ANY ({2})""";

    private final DSLContext dsl;

    StandingRows(DSLContext dsl) {
        this.dsl = dsl;
    }

    List<Standing> standings(TenantId network, String edition, Collection<String> entities) {
        return dsl.fetch(RANKS, val(network.value()), val(edition), val(entities.toArray(String[]::new)))
                .map(row -> new Standing(
                        row.get(0, String.class),
                        row.get(1, String.class),
                        row.get(2, BigDecimal.class),
                        row.get(3, String.class),
                        row.get(4, int.class),
                        row.get(5, int.class)));
    }
}
