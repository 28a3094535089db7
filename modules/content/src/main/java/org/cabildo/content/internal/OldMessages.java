// SPDX-License-Identifier: Apache-2.0
package org.cabildo.content.internal;

import org.cabildo.platform.Site;
import org.cabildo.platform.Sites;
import org.cabildo.platform.TenantContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Deletes messages whose time is over, every night, also where the module is off: the promise was made to people. */
@Component
class OldMessages {

    static final String JOB = "contact.retention";
    private static final Logger LOG = LoggerFactory.getLogger(OldMessages.class);

    private final StoredInbox inbox;
    private final Sites sites;

    OldMessages(StoredInbox inbox, Sites sites) {
        this.inbox = inbox;
        this.sites = sites;
    }

    @Scheduled(cron = "0 41 4 * * *")
    void run() {
        for (Site site : sites.all()) {
            try {
                TenantContext.run(site.requireTenant(), () -> inbox.forget(site.requireTenant()));
            } catch (RuntimeException exception) {
                LOG.warn("Old messages of {} were not deleted: {}", site.slug(), exception.toString());
            }
        }
    }
}
