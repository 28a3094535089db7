// SPDX-License-Identifier: Apache-2.0
package org.cabildo.indicators.internal;

import static org.cabildo.indicators.internal.jooq.Tables.INDICATOR;
import static org.cabildo.indicators.internal.jooq.Tables.OBSERVATION;
import static org.cabildo.indicators.internal.jooq.Tables.STAGED_OBSERVATION;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;
import static org.jooq.impl.SQLDataType.BIGINT;
import static org.jooq.impl.SQLDataType.CLOB;
import static org.jooq.impl.SQLDataType.NUMERIC;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.cabildo.indicators.internal.jooq.tables.Observation;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.data.Owned;
import org.cabildo.platform.imports.ImportKind.Staged;
import org.cabildo.platform.imports.Load;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Values of files that wait to be loaded, and how they become observations. */
@Component
class StagedRows {

    /** Where a row lies. */
    private static final Function<Observation, Field<Object>> PLACE = table -> field("{0}.ctid", Object.class, table);

    private final DSLContext dsl;

    StagedRows(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** Keeps rows whose key is not kept already; answers with the numbers of those it kept. */
    Set<Long> add(TenantId tenant, UUID job, List<Staged<StagedObservation>> rows) {
        if (rows.isEmpty()) {
            return Set.of();
        }
        return dsl.resultQuery(
                        """
                        insert into {0} (tenant_id, job_id, row_number, indicator, territory, breakdown, period, state,
                            value, source, source_url, note)
                        select {1}, {2}, file.* from unnest({3}, {4}, {5}, {6}, {7}, {8}, {9}, {10}, {11}, {12}) as file
                        on conflict do nothing
                        returning row_number""",
                        STAGED_OBSERVATION,
                        val(tenant.value()),
                        val(job),
                        column(rows, BIGINT, Long[]::new, Staged::number),
                        texts(rows, StagedObservation::indicator),
                        texts(rows, StagedObservation::territory),
                        texts(rows, StagedObservation::breakdown),
                        texts(rows, StagedObservation::period),
                        texts(rows, StagedObservation::state),
                        column(
                                rows,
                                NUMERIC,
                                BigDecimal[]::new,
                                staged -> staged.row().value()),
                        texts(rows, StagedObservation::source),
                        texts(rows, StagedObservation::sourceUrl),
                        texts(rows, StagedObservation::note))
                .fetchSet(STAGED_OBSERVATION.ROW_NUMBER);
    }

    private static Field<String[]> texts(
            List<Staged<StagedObservation>> rows, Function<StagedObservation, @Nullable String> cell) {
        return column(rows, CLOB, String[]::new, staged -> cell.apply(staged.row()));
    }

    /** A column as one parameter: thousands of them would take longer to read than to store. */
    private static <T> Field<T[]> column(
            List<Staged<StagedObservation>> rows,
            DataType<T> type,
            IntFunction<T[]> array,
            Function<Staged<StagedObservation>, @Nullable T> cell) {
        return val(rows.stream().map(cell).toArray(array), type.array());
    }

    /** The rows that hold some keys. */
    Map<List<String>, Long> numbers(TenantId tenant, UUID job, Collection<List<String>> keys) {
        Map<List<String>, Long> numbers = new HashMap<>();
        dsl.selectFrom(STAGED_OBSERVATION)
                .where(of(tenant, job))
                .and(row(
                                STAGED_OBSERVATION.INDICATOR,
                                STAGED_OBSERVATION.TERRITORY,
                                STAGED_OBSERVATION.BREAKDOWN,
                                STAGED_OBSERVATION.PERIOD)
                        .in(keys.stream()
                                .map(key -> row(key.get(0), key.get(1), key.get(2), key.get(3)))
                                .toList()))
                .forEach(found -> numbers.put(
                        List.of(found.getIndicator(), found.getTerritory(), found.getBreakdown(), found.getPeriod()),
                        found.getRowNumber()));
        return numbers;
    }

    long count(TenantId tenant, UUID job) {
        return dsl.fetchCount(STAGED_OBSERVATION, of(tenant, job));
    }

    long count(TenantId tenant, UUID job, long from, long until) {
        return dsl.fetchCount(STAGED_OBSERVATION, of(tenant, job).and(between(from, until)));
    }

    /** The highest number of a row. */
    long last(TenantId tenant, UUID job) {
        return dsl.select(coalesce(max(STAGED_OBSERVATION.ROW_NUMBER), inline(-1L)))
                .from(STAGED_OBSERVATION)
                .where(of(tenant, job))
                .fetchSingle()
                .value1();
    }

    /** Drops rows whose indicator was removed or archived since they were checked; says how many. */
    long removeOrphans(TenantId tenant, UUID job) {
        return dsl.deleteFrom(STAGED_OBSERVATION)
                .where(of(tenant, job))
                .and(notExists(selectOne()
                        .from(INDICATOR)
                        .where(Owned.by(tenant, INDICATOR))
                        .and(INDICATOR.CODE.eq(STAGED_OBSERVATION.INDICATOR))
                        .and(INDICATOR.ARCHIVED.isFalse())))
                .execute();
    }

    /**
     * Ends the current versions from which some rows differ. Each row looks its version up by itself: the planner knows
     * nothing yet of rows that have just come, and would join them in an order that takes minutes.
     */
    long supersede(Load load, long from, long until) {
        var known = OBSERVATION.as("known");
        var current = select(PLACE.apply(known).as("place"))
                .from(known)
                .where(Owned.by(load.tenant(), known))
                .and(sameKey(known))
                .and(known.SUPERSEDED_AT.isNull())
                .and(differs(known))
                .limit(1)
                .asTable("current");
        var ended = select(current.field("place", Object.class))
                .from(STAGED_OBSERVATION)
                .crossJoin(lateral(current))
                .where(of(load.tenant(), load.job()))
                .and(between(from, until))
                .asTable("ended");
        return dsl.update(OBSERVATION)
                .set(OBSERVATION.SUPERSEDED_AT, load.at())
                .from(ended)
                .where(Owned.by(load.tenant(), OBSERVATION))
                .and(PLACE.apply(OBSERVATION).eq(ended.field("place", Object.class)))
                .execute();
    }

    /** Writes a version for each row that has no current one. */
    long write(Load load, long from, long until) {
        var known = OBSERVATION.as("known");
        Field<Integer> last = field(select(max(known.VERSION))
                .from(known)
                .where(Owned.by(load.tenant(), known))
                .and(sameKey(known)));
        return dsl.insertInto(
                        OBSERVATION,
                        OBSERVATION.TENANT_ID,
                        OBSERVATION.INDICATOR,
                        OBSERVATION.TERRITORY,
                        OBSERVATION.BREAKDOWN,
                        OBSERVATION.PERIOD,
                        OBSERVATION.VERSION,
                        OBSERVATION.STATE,
                        OBSERVATION.VALUE,
                        OBSERVATION.SOURCE,
                        OBSERVATION.SOURCE_URL,
                        OBSERVATION.NOTE,
                        OBSERVATION.AUTHOR,
                        OBSERVATION.RECORDED_AT,
                        OBSERVATION.ORIGIN,
                        OBSERVATION.JOB_ID)
                .select(select(
                                STAGED_OBSERVATION.TENANT_ID,
                                STAGED_OBSERVATION.INDICATOR,
                                STAGED_OBSERVATION.TERRITORY,
                                STAGED_OBSERVATION.BREAKDOWN,
                                STAGED_OBSERVATION.PERIOD,
                                coalesce(last, inline(0)).plus(1),
                                STAGED_OBSERVATION.STATE,
                                STAGED_OBSERVATION.VALUE,
                                coalesce(STAGED_OBSERVATION.SOURCE, inline("")),
                                coalesce(STAGED_OBSERVATION.SOURCE_URL, inline("")),
                                coalesce(STAGED_OBSERVATION.NOTE, inline("")),
                                val(load.actor().name()),
                                val(load.at()),
                                val(load.fileName()),
                                val(load.job()))
                        .from(STAGED_OBSERVATION)
                        .where(of(load.tenant(), load.job()))
                        .and(between(from, until))
                        .and(current(load, known.VERSION, known).isNull()))
                .execute();
    }

    /** Codes of the indicators of which something changed. */
    List<String> touched(Load load) {
        var known = OBSERVATION.as("known");
        return dsl.selectDistinct(STAGED_OBSERVATION.INDICATOR)
                .from(STAGED_OBSERVATION)
                .where(of(load.tenant(), load.job()))
                .and(current(load, known.JOB_ID, known).eq(load.job()))
                .fetch(STAGED_OBSERVATION.INDICATOR);
    }

    /** Something of the current version of a row's key. */
    private static <T> Field<T> current(Load load, Field<T> column, Observation known) {
        return field(select(column)
                .from(known)
                .where(Owned.by(load.tenant(), known))
                .and(sameKey(known))
                .and(known.SUPERSEDED_AT.isNull())
                .limit(1));
    }

    void discard(TenantId tenant, UUID job) {
        dsl.deleteFrom(STAGED_OBSERVATION).where(of(tenant, job)).execute();
    }

    private static Condition of(TenantId tenant, UUID job) {
        return Owned.by(tenant, STAGED_OBSERVATION).and(STAGED_OBSERVATION.JOB_ID.eq(job));
    }

    private static Condition between(long from, long until) {
        return STAGED_OBSERVATION.ROW_NUMBER.ge(from).and(STAGED_OBSERVATION.ROW_NUMBER.lt(until));
    }

    private static Condition sameKey(Observation known) {
        return known.INDICATOR
                .eq(STAGED_OBSERVATION.INDICATOR)
                .and(known.TERRITORY.eq(STAGED_OBSERVATION.TERRITORY))
                .and(known.BREAKDOWN.eq(STAGED_OBSERVATION.BREAKDOWN))
                .and(known.PERIOD.eq(STAGED_OBSERVATION.PERIOD));
    }

    /** What the file does not speak of stays as it is known. */
    private static Condition differs(Observation known) {
        return known.STATE
                .ne(STAGED_OBSERVATION.STATE)
                .or(known.VALUE.isDistinctFrom(STAGED_OBSERVATION.VALUE))
                .or(known.SOURCE.ne(STAGED_OBSERVATION.SOURCE))
                .or(known.SOURCE_URL.ne(STAGED_OBSERVATION.SOURCE_URL))
                .or(known.NOTE.ne(STAGED_OBSERVATION.NOTE));
    }
}
