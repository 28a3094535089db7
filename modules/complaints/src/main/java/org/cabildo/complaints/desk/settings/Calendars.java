// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.desk.settings;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.cabildo.complaints.catalogue.Catalogue;
import org.cabildo.complaints.catalogue.WorkCalendar;
import org.cabildo.complaints.catalogue.WorkCalendar.Holiday;
import org.jspecify.annotations.Nullable;

/** When offices work. */
final class Calendars implements Kind<WorkCalendar> {

    @Override
    public String path() {
        return "calendarios";
    }

    @Override
    public List<WorkCalendar> items(Catalogue catalogue) {
        return catalogue.calendars();
    }

    @Override
    public Catalogue with(Catalogue catalogue, List<WorkCalendar> items) {
        return new Catalogue(
                catalogue.agencies(),
                items,
                catalogue.levels(),
                catalogue.groups(),
                catalogue.services(),
                catalogue.routes(),
                catalogue.statuses(),
                catalogue.transitions(),
                catalogue.reasons(),
                catalogue.templates());
    }

    @Override
    public String code(WorkCalendar item) {
        return item.code();
    }

    @Override
    public String title(Words words, WorkCalendar item) {
        return words.name(item.name(), item.code());
    }

    @Override
    public List<String> heads() {
        return List.of("complaints.settings.hoursOfWeek", "complaints.settings.holidays");
    }

    @Override
    public List<String> cells(Words words, WorkCalendar item) {
        return List.of(
                item.hours().entrySet().stream()
                        .map(day -> day(words, DayOfWeek.valueOf(day.getKey().toUpperCase(Locale.ROOT))) + " "
                                + String.join(", ", day.getValue()))
                        .collect(Collectors.joining("; ")),
                "" + item.holidays().size());
    }

    private static String day(Words words, DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, words.view().locale());
    }

    private static String key(DayOfWeek day) {
        return day.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public List<FormField> fields(Words words, @Nullable WorkCalendar item) {
        List<FormField> fields = new ArrayList<>();
        if (item == null) {
            fields.add(FormField.line("code", words.view().msg("complaints.settings.code"), "")
                    .hint(words.view().msg("complaints.settings.codeHint")));
        }
        fields.addAll(
                Kind.texts(words, "name", "complaints.settings.name", item == null ? Map.of() : item.name(), false));
        for (DayOfWeek day : DayOfWeek.values()) {
            fields.add(FormField.line(
                            key(day),
                            day(words, day),
                            item == null ? "" : String.join(", ", item.hours().getOrDefault(key(day), List.of())))
                    .hint(day == DayOfWeek.MONDAY ? words.view().msg("complaints.settings.spanHint") : "")
                    .optional());
        }
        fields.add(FormField.area(
                        "holidays",
                        words.view().msg("complaints.settings.holidays"),
                        item == null
                                ? ""
                                : item.holidays().stream()
                                        .map(one -> one.day() + " " + one.name())
                                        .collect(Collectors.joining("\n")))
                .hint(words.view().msg("complaints.settings.holidaysHint"))
                .optional());
        return fields;
    }

    @Override
    public WorkCalendar read(Values values, @Nullable WorkCalendar before) {
        Map<String, List<String>> hours = new LinkedHashMap<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            List<String> spans =
                    List.of(values.line(key(day))
                                    .replaceAll("\\s*[-–]\\s*", "-")
                                    .split("\\s*[,;]\\s*"))
                            .stream()
                            .filter(span -> !span.isBlank())
                            .map(span -> span.replaceAll("\\b([0-9]):", "0$1:"))
                            .toList();
            if (!spans.isEmpty()) {
                hours.put(key(day), spans);
            }
            if (spans.stream().anyMatch(span -> !span.matches("[0-9]{2}:[0-9]{2}-[0-9]{2}:[0-9]{2}"))) {
                values.refuse(key(day), "complaints.settings.spanHint");
            }
        }
        List<Holiday> holidays = new ArrayList<>();
        values.text("holidays")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .forEach(line -> {
                    String[] parts = line.split("\\s+", 2);
                    if (!date(parts[0])) {
                        values.refuse("holidays", "complaints.settings.holidaysHint");
                    }
                    holidays.add(new Holiday(parts[0], parts.length > 1 ? parts[1] : ""));
                });
        holidays.sort(java.util.Comparator.comparing(Holiday::day));
        return new WorkCalendar(
                before == null ? values.line("code") : before.code(),
                values.texts("name", before == null ? Map.of() : before.name()),
                hours,
                holidays);
    }

    private static boolean date(String text) {
        try {
            return java.time.LocalDate.parse(text) != null;
        } catch (java.time.DateTimeException exception) {
            return false;
        }
    }
}
