// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.imports.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.cabildo.platform.Actor;
import org.cabildo.platform.Site;
import org.cabildo.platform.Sites;
import org.cabildo.platform.TenantContext;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.imports.Imports;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** When imports are worked on and cleared away. */
@Component
class ImportJobs {

    /** How long an import waits for a person. */
    private static final Duration WAITS = Duration.ofDays(14);

    private final ImportWork work;
    private final ImportRows rows;
    private final Leftovers leftovers;
    private final Imports imports;
    private final Sites sites;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private volatile boolean stopping;

    ImportJobs(
            ImportWork work,
            ImportRows rows,
            Leftovers leftovers,
            Imports imports,
            Sites sites,
            TransactionTemplate transactions,
            Clock clock) {
        this.work = work;
        this.rows = rows;
        this.leftovers = leftovers;
        this.imports = imports;
        this.sites = sites;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "${cabildo.imports.pause:1s}", fixedDelayString = "${cabildo.imports.pause:1s}")
    void run() {
        work.drain(() -> stopping);
    }

    /** Two tenants' long imports do not wait for each other: this takes what the other one leaves. */
    @Scheduled(initialDelayString = "${cabildo.imports.pause:1500ms}", fixedDelayString = "${cabildo.imports.pause:2s}")
    void runBeside() {
        work.drain(() -> stopping);
    }

    /** What is under way goes on after the restart, or on another replica. */
    @EventListener(ContextClosedEvent.class)
    void stop() {
        stopping = true;
    }

    @Scheduled(cron = "0 41 * * * *")
    void clear() {
        for (Site site : sites.all()) {
            TenantId tenant = site.requireTenant();
            TenantContext.run(tenant, () -> {
                Objects.requireNonNull(transactions.execute(
                                status -> rows.abandoned(tenant, clock.instant().minus(WAITS))))
                        .forEach(id -> imports.cancel(tenant, id, Actor.SYSTEM));
                leftovers.sweep(tenant);
            });
        }
    }
}
