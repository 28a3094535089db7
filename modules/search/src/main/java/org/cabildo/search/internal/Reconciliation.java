// SPDX-License-Identifier: Apache-2.0
package org.cabildo.search.internal;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.cabildo.platform.Site;
import org.cabildo.platform.Sites;
import org.cabildo.platform.TenantContext;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.search.SearchSource;
import org.cabildo.search.internal.Comparisons.Comparison;
import org.cabildo.search.internal.OpenSearchConnection.Unavailable;
import org.cabildo.search.internal.OpenSearchIndex.Held;
import org.cabildo.search.internal.OpenSearchIndex.IndexGone;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Async;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Compares what the sources say with the store, and the store with the index; says what differed and mends it. Events
 * do the daily work: differences mean that something was lost on the way, so they are counted, logged and audited.
 */
@Component
class Reconciliation {

    private static final Logger LOG = LoggerFactory.getLogger(Reconciliation.class);

    private final Comparisons comparisons;
    private final Offers offers;
    private final Indexing indexing;
    private final Optional<OpenSearchIndex> index;
    private final Sites sites;
    private final AtomicLong inStore;
    private final AtomicLong inIndex;

    Reconciliation(
            Comparisons comparisons,
            Offers offers,
            Indexing indexing,
            Optional<OpenSearchIndex> index,
            Sites sites,
            MeterRegistry meters) {
        this.comparisons = comparisons;
        this.offers = offers;
        this.indexing = indexing;
        this.index = index;
        this.sites = sites;
        this.inStore = meters.gauge("cabildo.search.differences", List.of(part("store")), new AtomicLong());
        this.inIndex = meters.gauge("cabildo.search.differences", List.of(part("index")), new AtomicLong());
    }

    private static io.micrometer.core.instrument.Tag part(String name) {
        return io.micrometer.core.instrument.Tag.of("part", name);
    }

    /** Every tenant, at night. */
    @Scheduled(cron = "${cabildo.search.reconciliation:0 40 3 * * *}", zone = "UTC")
    void nightly() {
        long store = 0;
        long indexed = 0;
        for (Site site : sites.all()) {
            Comparison comparison = compare(site.requireTenant(), false);
            store += comparison.storeDifferences();
            indexed += comparison.indexDifferences();
        }
        inStore.set(store);
        inIndex.set(indexed);
        LOG.info("Search was compared: {} differences in the store, {} in the index", store, indexed);
    }

    /** Tenants that were never compared have what was there before this module came. */
    @Async
    @EventListener(ApplicationReadyEvent.class)
    void first() {
        for (Site site : sites.all()) {
            TenantId tenant = site.requireTenant();
            if (TenantContext.get(tenant, () -> comparisons.last(tenant)).isEmpty()) {
                compare(tenant, false);
            }
        }
    }

    /** Compares and mends one tenant; {@code rewrite} brings every document to the index again. */
    Comparison compare(TenantId tenant, boolean rewrite) {
        return TenantContext.get(tenant, () -> {
            int[] store = compareStore(tenant);
            if (rewrite) {
                offers.forgetAll(tenant);
            }
            indexing.bring(tenant);
            Comparison comparison = comparisons.keep(tenant, store, compareIndex(tenant));
            if (comparison.indexDifferences() > 0) {
                indexing.bring(tenant);
            }
            if (comparison.storeDifferences() + comparison.indexDifferences() > 0) {
                LOG.warn("Search of tenant {} differed and was mended: {}", tenant, comparison);
            }
            return comparison;
        });
    }

    /** Documents that the store lacked, had otherwise, or had too many. */
    private int[] compareStore(TenantId tenant) {
        int[] differences = new int[3];
        Set<String> types = new HashSet<>();
        for (SearchSource source : offers.sources()) {
            types.add(source.type());
            String after = "";
            while (after != null) {
                after = comparisons.page(tenant, source, after, differences);
            }
        }
        differences[2] += comparisons.dropOtherTypes(tenant, types);
        return differences;
    }

    private Optional<int[]> compareIndex(TenantId tenant) {
        if (index.isEmpty()) {
            return Optional.empty();
        }
        try {
            Map<Key, Held> there = index.get().held(tenant);
            int[] differences = comparisons.againstIndex(tenant, there);
            index.get().drop(tenant, comparisons.surplus(tenant, there));
            return Optional.of(differences);
        } catch (Unavailable | IndexGone exception) {
            LOG.warn("The index of tenant {} could not be compared: {}", tenant, exception.getMessage());
            return Optional.empty();
        }
    }
}
