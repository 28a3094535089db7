// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.clock;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.cabildo.complaints.catalogue.ServiceLevel;
import org.cabildo.complaints.catalogue.WorkCalendar;
import org.cabildo.complaints.catalogue.WorkCalendar.Holiday;
import org.cabildo.complaints.catalogue.WorkCalendar.Span;

/** Calendars, zones and moments by chance, the same for the same seed. */
final class Drawn {

    /** Zones that change their clocks at midnight, at two, by half an hour, over a whole day, and never. */
    private static final List<ZoneId> ZONES = List.of(
            ZoneId.of("America/La_Paz"),
            ZoneId.of("America/Santiago"),
            ZoneId.of("America/Asuncion"),
            ZoneId.of("America/Havana"),
            ZoneId.of("America/Sao_Paulo"),
            ZoneId.of("Europe/Madrid"),
            ZoneId.of("Australia/Lord_Howe"),
            ZoneId.of("America/St_Johns"));

    private final Random random;
    final ZoneId zone;
    final WorkCalendar calendar;
    private final Map<DayOfWeek, List<Span>> week;
    private final Set<LocalDate> free;

    /** A moment near a change of clocks, where the zone has any. */
    final Instant near;

    Drawn(long seed) {
        random = new Random(seed);
        zone = ZONES.get(random.nextInt(ZONES.size()));
        Instant base =
                LocalDateTime.of(2009, 1, 1, 0, 0).toInstant(ZoneOffset.UTC).plusSeconds(random.nextInt(400_000_000));
        var change = zone.getRules().nextTransition(base);
        near = (change == null ? base : change.getInstant()).plusSeconds(random.nextInt(400_000) - 200_000L);
        calendar = calendar();
        week = calendar.week();
        free = calendar.free();
    }

    WorkingTime time() {
        return WorkingTime.of(calendar, zone);
    }

    Instant moment() {
        return near.plusSeconds(random.nextInt(1_000_000) - 500_000L);
    }

    int upTo(int bound) {
        return random.nextInt(bound);
    }

    private WorkCalendar calendar() {
        Map<String, List<String>> hours = new TreeMap<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            if (random.nextInt(4) > 0) {
                hours.put(day.name().toLowerCase(Locale.ROOT), spans());
            }
        }
        hours.put("wednesday", List.of("08:00-12:00"));
        List<Holiday> holidays = new ArrayList<>();
        LocalDate today = near.atZone(zone).toLocalDate();
        for (int i = 0; i < random.nextInt(4); i++) {
            holidays.add(new Holiday(today.plusDays(random.nextInt(14) - 7).toString(), "Feriado"));
        }
        return new WorkCalendar("drawn", Map.of("es", "Al azar"), hours, holidays);
    }

    private List<String> spans() {
        List<Integer> ends = random.ints(4, 0, 49).distinct().sorted().boxed().toList();
        List<String> spans = new ArrayList<>();
        for (int i = 0; i + 1 < ends.size(); i += 2) {
            spans.add(text(ends.get(i)) + "-" + text(ends.get(i + 1)));
        }
        return spans;
    }

    private static String text(int halfHours) {
        return "%02d:%02d".formatted(halfHours / 2, halfHours % 2 * 30);
    }

    ServiceLevel level() {
        return new ServiceLevel(
                "drawn",
                Map.of("es", "Al azar"),
                "drawn",
                random.nextInt(3) * 60,
                random.nextInt(3) * 300,
                30 + random.nextInt(2_000),
                random.nextInt(100),
                List.of());
    }

    /** Whether the office works at a moment, as somebody at the wall would say; a time shown twice is meant the first time. */
    boolean works(Instant moment) {
        LocalDateTime shown = LocalDateTime.ofInstant(moment, zone);
        if (free.contains(shown.toLocalDate())) {
            return false;
        }
        int second = shown.toLocalTime().toSecondOfDay();
        return week.getOrDefault(shown.getDayOfWeek(), List.of()).stream()
                .anyMatch(span -> span.fromSecond() <= second && second < span.untilSecond());
    }

    /** Whether an end of a span is shown twice within these moments, so that what the wall says is not clear. */
    boolean unclear(Instant from, Instant until) {
        for (var change = zone.getRules().nextTransition(from.minusSeconds(90_000));
                change != null && change.getInstant().isBefore(until.plusSeconds(90_000));
                change = zone.getRules().nextTransition(change.getInstant())) {
            if (change.isOverlap() && within(change.getDateTimeAfter(), change.getDateTimeBefore())) {
                return true;
            }
        }
        return false;
    }

    private boolean within(LocalDateTime first, LocalDateTime last) {
        for (LocalDate day = first.toLocalDate().minusDays(1);
                !day.isAfter(last.toLocalDate());
                day = day.plusDays(1)) {
            for (Span span : week.getOrDefault(day.getDayOfWeek(), List.of())) {
                for (int end : new int[] {span.fromSecond(), span.untilSecond()}) {
                    LocalDateTime at = day.atStartOfDay().plusSeconds(end);
                    if (at.isAfter(first) && at.isBefore(last)) {
                        return true;
                    }
                }
            }
            LocalDateTime midnight = day.plusDays(1).atStartOfDay();
            if (midnight.isAfter(first) && midnight.isBefore(last)) {
                return true;
            }
        }
        return false;
    }
}
