// SPDX-License-Identifier: Apache-2.0
package org.cabildo.indicators.internal;

import static org.cabildo.indicators.internal.jooq.Tables.OBSERVATION;
import static org.jooq.impl.DSL.row;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.cabildo.indicators.Indicators.Place;
import org.cabildo.indicators.Observation;
import org.cabildo.indicators.Observation.Recorded;
import org.cabildo.indicators.Period;
import org.cabildo.indicators.Series;
import org.cabildo.indicators.internal.jooq.tables.records.ObservationRecord;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.data.Owned;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Row4;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Observations as rows, each version of its own. */
@Component
class ObservationRows {

    private static final int CHUNK = 1000;

    private final DSLContext dsl;

    ObservationRows(DSLContext dsl) {
        this.dsl = dsl;
    }

    List<Observation> of(TenantId tenant, String indicator, @Nullable Instant knownAt) {
        return fetch(tenant, OBSERVATION.INDICATOR.eq(indicator).and(known(knownAt)));
    }

    List<Observation> newest(TenantId tenant, String indicator, @Nullable Place after, int atMost) {
        var listed = dsl.selectFrom(OBSERVATION)
                .where(Owned.by(tenant, OBSERVATION))
                .and(OBSERVATION.INDICATOR.eq(indicator))
                .and(known(null))
                .orderBy(OBSERVATION.PERIOD.desc(), OBSERVATION.TERRITORY, OBSERVATION.BREAKDOWN);
        return after == null
                ? listed.limit(atMost).fetch(ObservationRows::observation)
                : listed.seek(after.period(), after.territory(), after.breakdown())
                        .limit(atMost)
                        .fetch(ObservationRows::observation);
    }

    int count(TenantId tenant, String indicator) {
        return dsl.fetchCount(
                OBSERVATION,
                Owned.by(tenant, OBSERVATION)
                        .and(OBSERVATION.INDICATOR.eq(indicator))
                        .and(known(null)));
    }

    List<Observation> headlines(TenantId tenant, Collection<String> indicators) {
        return fetch(
                tenant,
                OBSERVATION
                        .INDICATOR
                        .in(indicators)
                        .and(OBSERVATION.TERRITORY.eq(""))
                        .and(OBSERVATION.BREAKDOWN.eq(""))
                        .and(known(null)));
    }

    /** Everything that is known now. */
    List<Observation> all(TenantId tenant) {
        return fetch(tenant, known(null));
    }

    List<Observation> history(TenantId tenant, Series series, Period period) {
        return fetch(
                        tenant,
                        OBSERVATION
                                .INDICATOR
                                .eq(series.indicator())
                                .and(OBSERVATION.TERRITORY.eq(series.territory()))
                                .and(OBSERVATION.BREAKDOWN.eq(series.breakdownText()))
                                .and(OBSERVATION.PERIOD.eq(period.text())))
                .reversed();
    }

    private static Condition known(@Nullable Instant at) {
        return at == null
                ? OBSERVATION.SUPERSEDED_AT.isNull()
                : OBSERVATION
                        .RECORDED_AT
                        .le(at)
                        .and(OBSERVATION.SUPERSEDED_AT.isNull().or(OBSERVATION.SUPERSEDED_AT.gt(at)));
    }

    private List<Observation> fetch(TenantId tenant, Condition condition) {
        return dsl.selectFrom(OBSERVATION)
                .where(Owned.by(tenant, OBSERVATION))
                .and(condition)
                .orderBy(
                        plain(OBSERVATION.INDICATOR),
                        plain(OBSERVATION.TERRITORY),
                        plain(OBSERVATION.BREAKDOWN),
                        plain(OBSERVATION.PERIOD),
                        OBSERVATION.VERSION)
                .fetch(ObservationRows::observation);
    }

    /** By code point, the same on every database, because manifests are written in this order. */
    private static Field<String> plain(Field<String> column) {
        return column.collate(DSL.collation(DSL.quotedName("C")));
    }

    /** Records what differs from what is known and answers with the codes of indicators that changed, one per value. */
    List<String> record(TenantId tenant, Collection<Recorded> values, String author, Instant now) {
        List<String> changed = new ArrayList<>();
        Map<List<String>, Recorded> chunk = new LinkedHashMap<>();
        for (Recorded value : values) {
            chunk.put(key(value), value);
            if (chunk.size() == CHUNK) {
                changed.addAll(recordChunk(tenant, chunk, author, now));
                chunk.clear();
            }
        }
        changed.addAll(recordChunk(tenant, chunk, author, now));
        return changed;
    }

    private List<String> recordChunk(TenantId tenant, Map<List<String>, Recorded> chunk, String author, Instant now) {
        Map<List<String>, ObservationRecord> known = lastVersions(tenant, chunk.keySet());
        List<ObservationRecord> added = new ArrayList<>();
        List<List<String>> superseded = new ArrayList<>();
        chunk.forEach((key, value) -> {
            ObservationRecord last = known.get(key);
            boolean current = last != null && last.getSupersededAt() == null;
            if (!current || differs(last, value)) {
                added.add(version(tenant, value, last == null ? 1 : last.getVersion() + 1, author, now));
                if (current) {
                    superseded.add(key);
                }
            }
        });
        if (!superseded.isEmpty()) {
            dsl.update(OBSERVATION)
                    .set(OBSERVATION.SUPERSEDED_AT, now)
                    .where(Owned.by(tenant, OBSERVATION))
                    .and(OBSERVATION.SUPERSEDED_AT.isNull())
                    .and(columns().in(rows(superseded)))
                    .execute();
        }
        dsl.batchInsert(added).execute();
        return added.stream().map(ObservationRecord::getIndicator).toList();
    }

    private Map<List<String>, ObservationRecord> lastVersions(TenantId tenant, Collection<List<String>> keys) {
        Map<List<String>, ObservationRecord> known = new HashMap<>();
        if (!keys.isEmpty()) {
            dsl.selectFrom(OBSERVATION)
                    .where(Owned.by(tenant, OBSERVATION))
                    .and(columns().in(rows(keys)))
                    .orderBy(OBSERVATION.VERSION)
                    .forEach(row -> known.put(
                            List.of(row.getIndicator(), row.getTerritory(), row.getBreakdown(), row.getPeriod()), row));
        }
        return known;
    }

    /** Values that are known and belong to no key of the given ones lose their place among what is known. */
    Set<String> supersedeOthers(TenantId tenant, Collection<Recorded> kept, Instant now) {
        Set<List<String>> keys = new java.util.HashSet<>();
        kept.forEach(value -> keys.add(key(value)));
        Set<String> changed = new TreeSet<>();
        List<List<String>> gone = new ArrayList<>();
        for (Observation observation : all(tenant)) {
            List<String> key = List.of(
                    observation.series().indicator(),
                    observation.series().territory(),
                    observation.series().breakdownText(),
                    observation.period().text());
            if (!keys.contains(key)) {
                gone.add(key);
                changed.add(observation.series().indicator());
            }
        }
        if (!gone.isEmpty()) {
            dsl.update(OBSERVATION)
                    .set(OBSERVATION.SUPERSEDED_AT, now)
                    .where(Owned.by(tenant, OBSERVATION))
                    .and(OBSERVATION.SUPERSEDED_AT.isNull())
                    .and(columns().in(rows(gone)))
                    .execute();
        }
        return changed;
    }

    private static Row4<String, String, String, String> columns() {
        return row(OBSERVATION.INDICATOR, OBSERVATION.TERRITORY, OBSERVATION.BREAKDOWN, OBSERVATION.PERIOD);
    }

    private static List<Row4<String, String, String, String>> rows(Collection<List<String>> keys) {
        return keys.stream()
                .map(key -> row(key.get(0), key.get(1), key.get(2), key.get(3)))
                .toList();
    }

    private static List<String> key(Recorded value) {
        return List.of(
                value.series().indicator(),
                value.series().territory(),
                value.series().breakdownText(),
                value.period().text());
    }

    private static boolean differs(ObservationRecord before, Recorded value) {
        boolean sameValue = before.getValue() == null
                ? value.value() == null
                : value.value() != null && before.getValue().compareTo(value.value()) == 0;
        return !sameValue
                || !before.getState().equals(value.state().code())
                || !before.getSource().equals(value.source())
                || !before.getSourceUrl().equals(value.sourceUrl())
                || !before.getNote().equals(value.note());
    }

    private ObservationRecord version(TenantId tenant, Recorded value, int version, String author, Instant now) {
        ObservationRecord row = dsl.newRecord(OBSERVATION);
        row.setTenantId(tenant.value());
        row.setIndicator(value.series().indicator());
        row.setTerritory(value.series().territory());
        row.setBreakdown(value.series().breakdownText());
        row.setPeriod(value.period().text());
        row.setVersion(version);
        row.setState(value.state().code());
        row.setValue(value.value());
        row.setSource(value.source());
        row.setSourceUrl(value.sourceUrl());
        row.setNote(value.note());
        row.setAuthor(author);
        row.setRecordedAt(now);
        row.setOrigin("");
        return row;
    }

    private static Observation observation(ObservationRecord row) {
        return new Observation(
                new Series(row.getIndicator(), row.getTerritory(), Series.breakdown(row.getBreakdown())),
                new Period(row.getPeriod()),
                Observation.State.of(row.getState()),
                row.getValue(),
                row.getVersion(),
                row.getSource(),
                row.getSourceUrl(),
                row.getNote(),
                row.getAuthor(),
                row.getRecordedAt(),
                row.getOrigin());
    }
}
