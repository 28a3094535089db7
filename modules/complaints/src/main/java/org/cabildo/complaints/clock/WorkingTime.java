// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.clock;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cabildo.complaints.catalogue.WorkCalendar;
import org.cabildo.complaints.catalogue.WorkCalendar.Span;
import org.jspecify.annotations.Nullable;

/**
 * Time that counts: the hours in which an office works, or every hour. Hours are those on the office's wall; where the
 * clock is put forward or back, the seconds that really pass count. Days are looked at from one before to one after,
 * since a clock that is put back over midnight shows the day before once more.
 */
public final class WorkingTime {

    private static final int FAR = 3_700;
    private static final int END_OF_DAY = 86_400;

    private final ZoneId zone;
    private final @Nullable Map<DayOfWeek, List<Span>> week;
    private final Set<LocalDate> free;

    private WorkingTime(ZoneId zone, @Nullable Map<DayOfWeek, List<Span>> week, Set<LocalDate> free) {
        this.zone = zone;
        this.week = week;
        this.free = free;
    }

    /** Every hour counts when there is no calendar. */
    public static WorkingTime of(@Nullable WorkCalendar calendar, ZoneId zone) {
        return calendar == null
                ? new WorkingTime(zone, null, Set.of())
                : new WorkingTime(zone, calendar.week(), calendar.free());
    }

    private record Stretch(Instant from, Instant until) {

        Stretch within(Instant first, Instant last) {
            return new Stretch(from.isBefore(first) ? first : from, until.isAfter(last) ? last : until);
        }

        long seconds() {
            return Math.max(0, Duration.between(from, until).toSeconds());
        }
    }

    private List<Stretch> on(LocalDate day) {
        if (week == null || free.contains(day)) {
            return List.of();
        }
        return week.getOrDefault(day.getDayOfWeek(), List.of()).stream()
                .map(span -> new Stretch(at(day, span.fromSecond()), at(day, span.untilSecond())))
                .toList();
    }

    /** The first moment at which the wall shows this time, or passes it where the clock is put forward over it. */
    private Instant at(LocalDate day, int second) {
        LocalDateTime shown =
                second == END_OF_DAY ? day.plusDays(1).atStartOfDay() : day.atTime(LocalTime.ofSecondOfDay(second));
        ZoneOffsetTransition change = zone.getRules().getTransition(shown);
        return change != null && change.isGap()
                ? change.getInstant()
                : shown.atZone(zone).toInstant();
    }

    /**
     * The moment at which so many seconds that count have passed.
     *
     * @throws IllegalStateException when the calendar has no such moment within ten years
     */
    public Instant plus(Instant from, long seconds) {
        if (week == null || seconds <= 0) {
            return from.plusSeconds(Math.max(0, seconds));
        }
        long left = seconds;
        LocalDate day = from.atZone(zone).toLocalDate().minusDays(1);
        for (int i = 0; i < FAR; i++, day = day.plusDays(1)) {
            for (Stretch stretch : on(day)) {
                Stretch rest = stretch.within(from, Instant.MAX);
                if (rest.seconds() >= left) {
                    return rest.from().plusSeconds(left);
                }
                left -= rest.seconds();
            }
        }
        throw new IllegalStateException("The calendar has too few working hours");
    }

    /**
     * The moment from which so many seconds that count pass until the given one.
     *
     * @throws IllegalStateException when the calendar has no such moment within ten years
     */
    public Instant minus(Instant until, long seconds) {
        if (week == null || seconds <= 0) {
            return until.minusSeconds(Math.max(0, seconds));
        }
        long left = seconds;
        LocalDate day = until.atZone(zone).toLocalDate().plusDays(1);
        for (int i = 0; i < FAR; i++, day = day.minusDays(1)) {
            for (Stretch stretch : on(day).reversed()) {
                Stretch rest = stretch.within(Instant.MIN, until);
                if (rest.seconds() >= left) {
                    return rest.until().minusSeconds(left);
                }
                left -= rest.seconds();
            }
        }
        throw new IllegalStateException("The calendar has too few working hours");
    }

    /** Seconds that count between two moments; 0 when the second is not after the first. */
    public long between(Instant from, Instant until) {
        if (!from.isBefore(until)) {
            return 0;
        }
        if (week == null) {
            return Duration.between(from, until).toSeconds();
        }
        long sum = 0;
        LocalDate last = until.atZone(zone).toLocalDate().plusDays(1);
        LocalDate first = from.atZone(zone).toLocalDate().minusDays(1);
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            for (Stretch stretch : on(day)) {
                sum += stretch.within(from, until).seconds();
            }
        }
        return sum;
    }
}
