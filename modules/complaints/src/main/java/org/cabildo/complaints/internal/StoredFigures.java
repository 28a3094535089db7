// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.internal;

import static org.cabildo.complaints.internal.jooq.Tables.DURATION_TALLY;
import static org.cabildo.complaints.internal.jooq.Tables.TALLY;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.sum;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.cabildo.complaints.RequestFigures;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.UseCase;
import org.cabildo.platform.data.Owned;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;

@UseCase
@Transactional(readOnly = true)
class StoredFigures implements RequestFigures {

    /** Statistics of fewer would tell of single people. */
    static final int FEWEST = 5;

    private static final int HOUR = 60;

    private final DSLContext dsl;

    StoredFigures(DSLContext dsl) {
        this.dsl = dsl;
    }

    @Override
    public List<Line> lines(TenantId tenant, By by, YearMonth from, YearMonth until) {
        Condition during = TALLY.DAY.between(from.atDay(1), until.atEndOfMonth());
        Map<String, SortedMap<Integer, Long>> durations = durations(tenant, by, from, until);
        List<Line> lines = read(tenant, by, during, durations);
        lines.sort(Comparator.comparingLong(Line::received).reversed().thenComparing(Line::code));
        return List.copyOf(lines);
    }

    @Override
    public Line since(TenantId tenant, LocalDate day) {
        return read(tenant, By.ALL, TALLY.DAY.ge(day), Map.of()).stream()
                .findFirst()
                .orElse(new Line("", 0, 0, 0, 0, 0, 0, null, null, 0, null));
    }

    private List<Line> read(TenantId tenant, By by, Condition during, Map<String, SortedMap<Integer, Long>> durations) {
        Field<String> code = column(by, TALLY.TERRITORY, TALLY.AGENCY, TALLY.SERVICE);
        return new ArrayList<>(dsl.select(
                        code,
                        sum(TALLY.RECEIVED).filterWhere(during),
                        sum(TALLY.CLOSED).filterWhere(during),
                        sum(TALLY.LATE).filterWhere(during),
                        sum(TALLY.REOPENED).filterWhere(during),
                        sum(TALLY.OPEN),
                        sum(TALLY.OVERDUE),
                        sum(TALLY.RATINGS).filterWhere(during),
                        sum(TALLY.RATING_SUM).filterWhere(during))
                .from(TALLY)
                .where(Owned.by(tenant, TALLY))
                .groupBy(by == By.ALL ? List.of() : List.of(code))
                .fetch(row -> {
                    long ratings = number(row.value8());
                    SortedMap<Integer, Long> times = durations.getOrDefault(row.value1(), new TreeMap<>());
                    return new Line(
                            row.value1(),
                            number(row.value2()),
                            number(row.value3()),
                            number(row.value4()),
                            number(row.value5()),
                            number(row.value6()),
                            number(row.value7()),
                            hours(times, 0.5),
                            hours(times, 0.9),
                            ratings,
                            ratings < FEWEST ? null : number(row.value9()) / (double) ratings);
                }));
    }

    private static Field<String> column(By by, Field<String> territory, Field<String> agency, Field<String> service) {
        return switch (by) {
            case ALL -> inline("");
            case TERRITORY -> territory;
            case AGENCY -> agency;
            case SERVICE -> service;
        };
    }

    private static long number(@Nullable BigDecimal sum) {
        return sum == null ? 0 : sum.longValue();
    }

    private Map<String, SortedMap<Integer, Long>> durations(TenantId tenant, By by, YearMonth from, YearMonth until) {
        Field<String> code = column(by, DURATION_TALLY.TERRITORY, DURATION_TALLY.AGENCY, DURATION_TALLY.SERVICE);
        Map<String, SortedMap<Integer, Long>> durations = new HashMap<>();
        dsl.select(code, DURATION_TALLY.DURATION, sum(DURATION_TALLY.CLOSED))
                .from(DURATION_TALLY)
                .where(Owned.by(tenant, DURATION_TALLY))
                .and(DURATION_TALLY.MONTH.between(from.atDay(1), until.atDay(1)))
                .groupBy(by == By.ALL ? List.of(DURATION_TALLY.DURATION) : List.of(code, DURATION_TALLY.DURATION))
                .forEach(row -> durations
                        .computeIfAbsent(row.value1(), key -> new TreeMap<>())
                        .put(row.value2().intValue(), number(row.value3())));
        return durations;
    }

    /** The hours within which a part of all was closed. */
    private static @Nullable Double hours(SortedMap<Integer, Long> times, double part) {
        long all = times.values().stream().mapToLong(Long::longValue).sum();
        if (all < FEWEST) {
            return null;
        }
        long wanted = (long) Math.ceil(all * part);
        long seen = 0;
        for (Map.Entry<Integer, Long> time : times.entrySet()) {
            seen += time.getValue();
            if (seen >= wanted) {
                return Deltas.minutes(time.getKey()) / HOUR;
            }
        }
        return null;
    }

    @Override
    public List<Month> months(TenantId tenant, YearMonth from, YearMonth until) {
        Map<YearMonth, long[]> sums = new TreeMap<>();
        for (YearMonth month = from; !month.isAfter(until); month = month.plusMonths(1)) {
            sums.put(month, new long[2]);
        }
        dsl.select(TALLY.DAY, sum(TALLY.RECEIVED), sum(TALLY.CLOSED))
                .from(TALLY)
                .where(Owned.by(tenant, TALLY))
                .and(TALLY.DAY.between(from.atDay(1), until.atEndOfMonth()))
                .groupBy(TALLY.DAY)
                .forEach(row -> {
                    long[] sum = sums.get(YearMonth.from(row.value1()));
                    sum[0] += number(row.value2());
                    sum[1] += number(row.value3());
                });
        List<Month> months = new ArrayList<>();
        sums.forEach((month, sum) -> months.add(new Month(month, sum[0], sum[1])));
        return months;
    }
}
