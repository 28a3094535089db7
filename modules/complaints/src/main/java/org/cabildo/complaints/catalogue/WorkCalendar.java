// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.catalogue;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * When an office works, in the tenant's zone.
 *
 * @param hours by day of the week ({@code monday} to {@code sunday}) spans such as {@code 08:00-12:00}; a day that is
 *     not there is free
 * @param holidays days on which nobody works
 */
public record WorkCalendar(
        String code, Map<String, String> name, Map<String, List<String>> hours, List<Holiday> holidays) {

    /** A day on which nobody works. */
    public record Holiday(String day, String name) {

        public Holiday {
            day = Absent.text(day);
            name = Absent.text(name);
        }

        /** @throws java.time.format.DateTimeParseException when it is not a date of ISO 8601 */
        public LocalDate date() {
            return LocalDate.parse(day);
        }
    }

    /** A part of a day, its end excluded. An end at midnight is written {@code 24:00}. */
    public record Span(int fromSecond, int untilSecond) {

        static Span of(String text) {
            String[] ends = text.split("-", -1);
            if (ends.length != 2) {
                throw new IllegalArgumentException(text + " is not a span such as 08:00-12:00");
            }
            Span span = new Span(second(ends[0].strip()), second(ends[1].strip()));
            if (span.fromSecond >= span.untilSecond) {
                throw new IllegalArgumentException(text + " ends before it begins");
            }
            return span;
        }

        private static int second(String time) {
            return time.equals("24:00") ? 86_400 : LocalTime.parse(time).toSecondOfDay();
        }
    }

    public WorkCalendar {
        code = Absent.text(code);
        name = Absent.texts(name);
        hours = hours == null ? Map.of() : inOrder(hours);
        holidays = Absent.list(holidays);
    }

    private static Map<String, List<String>> inOrder(Map<String, List<String>> hours) {
        Map<String, List<String>> ordered = new java.util.LinkedHashMap<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            List<String> spans = hours.get(key(day));
            if (spans != null && !spans.isEmpty()) {
                ordered.put(key(day), List.copyOf(spans));
            }
        }
        hours.forEach((day, spans) -> ordered.putIfAbsent(day, Absent.list(spans)));
        return ordered;
    }

    static String key(DayOfWeek day) {
        return day.name().toLowerCase(java.util.Locale.ROOT);
    }

    /**
     * The spans of each day of the week, in order.
     *
     * @throws IllegalArgumentException when a day is unknown, or spans are unreadable or overlap
     */
    public Map<DayOfWeek, List<Span>> week() {
        Map<DayOfWeek, List<Span>> week = new EnumMap<>(DayOfWeek.class);
        new TreeMap<>(hours).forEach((day, texts) -> {
            List<Span> spans = new ArrayList<>();
            int until = 0;
            for (String text : texts) {
                Span span = Span.of(text);
                if (span.fromSecond() < until) {
                    throw new IllegalArgumentException(text + " begins before the span in front of it ends");
                }
                until = span.untilSecond();
                spans.add(span);
            }
            week.put(DayOfWeek.valueOf(day.toUpperCase(java.util.Locale.ROOT)), spans);
        });
        return week;
    }

    /** The days on which nobody works. */
    public Set<LocalDate> free() {
        Set<LocalDate> free = new HashSet<>();
        holidays.forEach(holiday -> free.add(holiday.date()));
        return free;
    }

    static @Nullable WorkCalendar of(Collection<WorkCalendar> calendars, String code) {
        return calendars.stream()
                .filter(calendar -> calendar.code().equals(code))
                .findFirst()
                .orElse(null);
    }
}
