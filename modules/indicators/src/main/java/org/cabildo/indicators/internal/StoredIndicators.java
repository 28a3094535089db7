// SPDX-License-Identifier: Apache-2.0
package org.cabildo.indicators.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.cabildo.indicators.Indicator;
import org.cabildo.indicators.Indicators;
import org.cabildo.indicators.Observation;
import org.cabildo.indicators.Observation.Recorded;
import org.cabildo.indicators.ObservationsChanged;
import org.cabildo.indicators.Period;
import org.cabildo.indicators.Series;
import org.cabildo.platform.Actor;
import org.cabildo.platform.Audit;
import org.cabildo.platform.Sites;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.UseCase;
import org.cabildo.platform.search.SearchDocumentChanged;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;

/** Keeps indicators in PostgreSQL and tells who asks to be told. */
@UseCase
class StoredIndicators implements Indicators {

    private final IndicatorRows rows;
    private final ObservationRows observations;
    private final Audit audit;
    private final Sites sites;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    StoredIndicators(
            IndicatorRows rows,
            ObservationRows observations,
            Audit audit,
            Sites sites,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.observations = observations;
        this.audit = audit;
        this.sites = sites;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public List<Indicator> all(TenantId tenant, boolean drafts) {
        return rows.all(tenant, drafts);
    }

    @Override
    public Optional<Indicator> find(TenantId tenant, String code) {
        return rows.find(tenant, code);
    }

    @Override
    public void save(TenantId tenant, Indicator indicator, Actor actor) {
        Optional<Indicator> before = rows.find(tenant, indicator.code());
        if (before.isPresent() && before.get().equals(indicator)) {
            return;
        }
        rows.put(tenant, indicator);
        audit.record(
                tenant,
                actor,
                action(before.orElse(null), indicator),
                "indicator",
                indicator.code(),
                before.orElse(null),
                indicator);
        changed(tenant, Set.of(indicator.code()));
    }

    private static String action(@Nullable Indicator before, Indicator after) {
        if (before == null) {
            return "indicators.created";
        }
        if (before.archived() != after.archived()) {
            return after.archived() ? "indicators.archived" : "indicators.restored";
        }
        if (before.published() != after.published()) {
            return after.published() ? "indicators.published" : "indicators.unpublished";
        }
        return "indicators.changed";
    }

    @Override
    public void remove(TenantId tenant, String code, Actor actor) {
        Indicator before = rows.find(tenant, code).orElseThrow(() -> new NoSuchElementException(code));
        rows.delete(tenant, code);
        audit.record(tenant, actor, "indicators.removed", "indicator", code, before, null);
        changed(tenant, Set.of(code));
    }

    @Override
    public List<Observation> observations(TenantId tenant, String code, @Nullable Instant knownAt) {
        return observations.of(tenant, code, knownAt);
    }

    @Override
    public List<Observation> newest(TenantId tenant, String code, @Nullable Place after, int atMost) {
        return observations.newest(tenant, code, after, atMost);
    }

    @Override
    public int count(TenantId tenant, String code) {
        return observations.count(tenant, code);
    }

    @Override
    public List<Observation> headlines(TenantId tenant, Collection<String> codes) {
        return observations.headlines(tenant, codes);
    }

    @Override
    public List<Indicator> about(TenantId tenant, String territory) {
        return rows.about(tenant, territory);
    }

    @Override
    public List<Observation> history(TenantId tenant, Series series, Period period) {
        return observations.history(tenant, series, period);
    }

    @Override
    public int record(TenantId tenant, Collection<Recorded> values, Actor actor) {
        Set<String> known = new TreeSet<>();
        rows.all(tenant, true).forEach(indicator -> known.add(indicator.code()));
        values.stream()
                .map(value -> value.series().indicator())
                .filter(code -> !known.contains(code))
                .findFirst()
                .ifPresent(code -> {
                    throw new NoSuchElementException(code);
                });
        List<String> changes = observations.record(tenant, values, actor.name(), clock.instant());
        Map<String, Integer> counts = new TreeMap<>();
        changes.forEach(code -> counts.merge(code, 1, Integer::sum));
        counts.forEach((code, count) -> audit.record(
                tenant, actor, "indicators.recorded", "indicator", code, null, Map.of("observations", count)));
        changed(tenant, counts.keySet());
        return changes.size();
    }

    /** Tells search, networks and caches that figures are not what they were. */
    void changed(TenantId tenant, Set<String> codes) {
        if (codes.isEmpty()) {
            return;
        }
        sites.touch(tenant);
        codes.forEach(code -> events.publishEvent(new SearchDocumentChanged(tenant, IndicatorSearch.TYPE, code)));
        events.publishEvent(new ObservationsChanged(tenant, Set.copyOf(codes)));
    }
}
