// SPDX-License-Identifier: Apache-2.0
package org.cabildo.search.internal;

import static org.cabildo.search.internal.jooq.Tables.TENANTS_WITH_PENDING;

import java.util.List;
import java.util.Optional;
import org.cabildo.platform.Site;
import org.cabildo.platform.Sites;
import org.cabildo.platform.TenantContext;
import org.cabildo.platform.TenantId;
import org.cabildo.search.internal.Documents.Stored;
import org.cabildo.search.internal.OpenSearchConnection.Unavailable;
import org.cabildo.search.internal.OpenSearchIndex.IndexGone;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Brings to the index what the store has and the index has not. Doing it twice, or on two replicas, does no harm. */
@Component
class Indexing {

    private static final Logger LOG = LoggerFactory.getLogger(Indexing.class);
    private static final int BULK = 200;

    private final Optional<OpenSearchIndex> index;
    private final Offers offers;
    private final Sites sites;
    private final DSLContext dsl;
    private final TransactionTemplate transactions;
    private volatile boolean ready;

    Indexing(
            Optional<OpenSearchIndex> index,
            Offers offers,
            Sites sites,
            DSLContext dsl,
            TransactionTemplate transactions) {
        this.index = index;
        this.offers = offers;
        this.sites = sites;
        this.dsl = dsl;
        this.transactions = transactions;
    }

    /** Catches up with everything that is pending, in all tenants. */
    @Scheduled(fixedDelayString = "${cabildo.search.catch-up:2s}")
    void catchUp() {
        if (index.isEmpty()) {
            return;
        }
        try {
            prepare(index.get());
            List<Integer> waiting = transactions.execute(
                    status -> dsl.selectFrom(TENANTS_WITH_PENDING()).fetch(0, Integer.class));
            for (Integer tenant : waiting) {
                bringAll(index.get(), new TenantId(tenant));
            }
            if (waiting.isEmpty() && !index.get().current()) {
                index.get().publish();
            }
        } catch (Unavailable exception) {
            LOG.debug("The index waits: {}", exception.getMessage());
        } catch (IndexGone exception) {
            ready = false;
        } catch (RuntimeException exception) {
            LOG.warn("The index could not be brought up to date", exception);
        }
    }

    /** Brings what is pending of one tenant; what can't be brought now stays pending. True when nothing is left. */
    boolean bring(TenantId tenant) {
        if (index.isEmpty()) {
            return true;
        }
        try {
            prepare(index.get());
            return bringAll(index.get(), tenant);
        } catch (Unavailable exception) {
            LOG.warn("Documents of tenant {} wait for the index: {}", tenant, exception.getMessage());
        } catch (IndexGone exception) {
            ready = false;
        }
        return false;
    }

    /** The index exists; a new one has everything to learn, from all tenants. */
    synchronized void prepare(OpenSearchIndex target) {
        if (ready) {
            return;
        }
        if (target.ensure()) {
            LOG.info("The index {} is new and learns every document", target.name());
            for (Site site : sites.all()) {
                TenantId tenant = site.requireTenant();
                TenantContext.run(tenant, () -> offers.forgetAll(tenant));
            }
        }
        if (!target.readable()) {
            target.publish();
        }
        ready = true;
    }

    private boolean bringAll(OpenSearchIndex target, TenantId tenant) {
        while (true) {
            List<Stored> pending = TenantContext.get(tenant, () -> offers.pending(tenant, BULK));
            if (pending.isEmpty()) {
                return true;
            }
            List<Stored> written = target.write(tenant, pending);
            TenantContext.run(tenant, () -> offers.indexed(tenant, written));
            if (written.size() < pending.size()) {
                LOG.warn(
                        "{} documents of tenant {} were not taken by the index",
                        pending.size() - written.size(),
                        tenant);
                return false;
            }
        }
    }
}
