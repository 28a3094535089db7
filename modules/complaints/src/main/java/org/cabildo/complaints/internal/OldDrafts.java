// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.internal;

import org.cabildo.platform.Site;
import org.cabildo.platform.Sites;
import org.cabildo.platform.TenantContext;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.data.ReplicaLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Throws away reports that nobody finished, with their pictures. */
@Component
class OldDrafts {

    private static final Logger LOG = LoggerFactory.getLogger(OldDrafts.class);

    private final StoredDrafts drafts;
    private final Sites sites;
    private final TransactionTemplate transactions;
    private final ReplicaLock lock;

    OldDrafts(StoredDrafts drafts, Sites sites, TransactionTemplate transactions, ReplicaLock lock) {
        this.drafts = drafts;
        this.sites = sites;
        this.transactions = transactions;
        this.lock = lock;
    }

    @Scheduled(fixedDelayString = "${cabildo.complaints.drafts:PT1H}", initialDelayString = "PT2M")
    void all() {
        lock.tryRun(
                "complaints.drafts",
                () -> sites.all().stream()
                        .filter(site -> site.has("complaints"))
                        .map(Site::requireTenant)
                        .forEach(this::clear));
    }

    private void clear(TenantId tenant) {
        try {
            TenantContext.run(tenant, () -> transactions.executeWithoutResult(status -> drafts.clear(tenant)));
        } catch (RuntimeException exception) {
            LOG.warn("Old drafts of tenant {} could not be removed", tenant, exception);
        }
    }
}
