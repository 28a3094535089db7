// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.internal;

import org.cabildo.platform.Site;
import org.cabildo.platform.Sites;
import org.cabildo.platform.TenantContext;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.data.ReplicaLock;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Adds what changed to the numbers that pages show. What is added is removed in the same statement, so that a crash
 * neither loses nor doubles anything.
 */
@Component
class Folding {

    private static final Logger LOG = LoggerFactory.getLogger(Folding.class);
    private static final int BATCH = 20_000;

    private static final String FOLD = """
            WITH taken AS (
                DELETE FROM complaints.delta d
                WHERE d.tenant_id = {0} AND d.id IN (
                    SELECT n.id FROM complaints.delta n WHERE n.tenant_id = {0} ORDER BY n.id LIMIT {1})
                RETURNING d.*
            ), tallied AS (
                INSERT INTO complaints.tally AS t (tenant_id, day, service, territory, agency, received, closed, late,
                    reopened, open, overdue, ratings, rating_sum)
                SELECT tenant_id, day, service, territory, agency, sum(received), sum(closed), sum(late), sum(reopened),
                    sum(open), sum(overdue), sum(ratings), sum(rating_sum)
                FROM taken
                GROUP BY tenant_id, day, service, territory, agency
                ON CONFLICT (tenant_id, day, service, territory, agency) DO UPDATE SET
                    received = t.received + excluded.received, closed = t.closed + excluded.closed,
                    late = t.late + excluded.late, reopened = t.reopened + excluded.reopened,
                    open = t.open + excluded.open, overdue = t.overdue + excluded.overdue,
                    ratings = t.ratings + excluded.ratings, rating_sum = t.rating_sum + excluded.rating_sum
                WHERE t.tenant_id = {0}
            ), timed AS (
                INSERT INTO complaints.duration_tally AS t (tenant_id, month, service, territory, agency, duration, closed)
                SELECT tenant_id, date_trunc('month', day)::date, service, territory, agency, duration, sum(closed)
                FROM taken
                WHERE duration IS NOT NULL
                GROUP BY 1, 2, 3, 4, 5, 6
                ON CONFLICT (tenant_id, month, service, territory, agency, duration) DO UPDATE SET
                    closed = t.closed + excluded.closed
                WHERE t.tenant_id = {0}
            ), placed AS (
                INSERT INTO complaints.density AS t (tenant_id, zoom, cell, service, received, open)
                SELECT tenant_id, z.zoom, cell >> (2 * (24 - z.zoom)), service, sum(received), sum(open)
                FROM taken
                CROSS JOIN (VALUES (6), (8), (10), (12), (14), (16), (18)) AS z (zoom)
                WHERE cell IS NOT NULL AND (received <> 0 OR open <> 0)
                GROUP BY 1, 2, 3, 4
                ON CONFLICT (tenant_id, zoom, cell, service) DO UPDATE SET
                    received = t.received + excluded.received, open = t.open + excluded.open
                WHERE t.tenant_id = {0}
            )
            SELECT count(*) FROM taken""";

    private final DSLContext dsl;
    private final Sites sites;
    private final TransactionTemplate transactions;
    private final ReplicaLock lock;

    Folding(DSLContext dsl, Sites sites, TransactionTemplate transactions, ReplicaLock lock) {
        this.dsl = dsl;
        this.sites = sites;
        this.transactions = transactions;
        this.lock = lock;
    }

    @Scheduled(fixedDelayString = "${cabildo.complaints.folding:PT2S}", initialDelayString = "PT5S")
    void all() {
        lock.tryRun(
                "complaints.folding",
                () -> sites.all().stream()
                        .filter(site -> site.has("complaints"))
                        .map(Site::requireTenant)
                        .forEach(this::foldCarefully));
    }

    private void foldCarefully(TenantId tenant) {
        try {
            fold(tenant);
        } catch (RuntimeException exception) {
            LOG.warn("Numbers of tenant {} could not be brought up to date", tenant, exception);
        }
    }

    /** Adds everything that waits; says how many changes that were. */
    int fold(TenantId tenant) {
        int sum = 0;
        int folded;
        do {
            Integer count = TenantContext.get(
                    tenant,
                    () -> transactions.execute(status -> dsl.resultQuery(FOLD, tenant.value(), BATCH)
                            .fetchSingle()
                            .get(0, Integer.class)));
            folded = count == null ? 0 : count;
            sum += folded;
        } while (folded == BATCH);
        return sum;
    }
}
