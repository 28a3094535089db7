// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.mail;

import java.time.Clock;
import java.time.Instant;
import org.cabildo.platform.Site;
import org.cabildo.platform.Sites;
import org.cabildo.platform.TenantContext;
import org.cabildo.platform.TenantId;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** When mail is sent and forgotten. */
@Component
class MailJobs {

    private final MailRun run;
    private final MailQueue queue;
    private final MailProperties properties;
    private final Sites sites;
    private final TransactionTemplate transactions;
    private final Clock clock;

    MailJobs(
            MailRun run,
            MailQueue queue,
            MailProperties properties,
            Sites sites,
            TransactionTemplate transactions,
            Clock clock) {
        this.run = run;
        this.queue = queue;
        this.properties = properties;
        this.sites = sites;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 2_000, fixedDelay = 2_000)
    void send() {
        run.run();
    }

    /** Forgets old mail of one tenant after the other. */
    @Scheduled(cron = "0 17 4 * * *")
    void forget() {
        Instant before = clock.instant().minus(properties.keep());
        transactions.executeWithoutResult(status -> queue.forget(null, before));
        for (Site site : sites.all()) {
            TenantId tenant = site.requireTenant();
            TenantContext.run(tenant, () -> transactions.executeWithoutResult(status -> queue.forget(tenant, before)));
        }
    }
}
