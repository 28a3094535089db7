// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.internal;

import java.time.Clock;
import java.time.ZonedDateTime;
import org.cabildo.platform.Site;
import org.cabildo.platform.Sites;
import org.cabildo.platform.TenantContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Queues the daily mails of offices in the morning of their tenant. */
@Component
class OfficeDigests {

    private static final Logger LOG = LoggerFactory.getLogger(OfficeDigests.class);

    private final OfficeMail mail;
    private final Sites sites;
    private final TransactionTemplate transactions;
    private final Clock clock;

    OfficeDigests(OfficeMail mail, Sites sites, TransactionTemplate transactions, Clock clock) {
        this.mail = mail;
        this.sites = sites;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${cabildo.complaints.digests:PT10M}", initialDelayString = "PT50S")
    void all() {
        for (Site site : sites.all()) {
            ZonedDateTime now = clock.instant().atZone(site.zone());
            if (site.has("complaints") && !now.toLocalTime().isBefore(OfficeWriter.MORNING)) {
                queue(site, now);
            }
        }
    }

    private void queue(Site site, ZonedDateTime now) {
        try {
            TenantContext.run(
                    site.requireTenant(),
                    () -> transactions.executeWithoutResult(
                            status -> mail.daily(site.requireTenant(), now.toLocalDate())));
        } catch (RuntimeException exception) {
            LOG.warn("Daily mail of the offices of {} could not be queued", site.slug(), exception);
        }
    }
}
