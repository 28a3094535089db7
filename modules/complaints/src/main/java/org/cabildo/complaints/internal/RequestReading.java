// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.cabildo.complaints.importing.ImportProgress.Finding;
import org.cabildo.complaints.importing.RequestRecipe;
import org.cabildo.geography.GeoPoint;
import org.cabildo.platform.tabular.Parsed;
import org.cabildo.platform.tabular.TableReader;
import org.cabildo.platform.tabular.TableRow;
import org.jspecify.annotations.Nullable;

/** Reads another system's file by its recipe, and notes what is odd. */
final class RequestReading {

    private static final Pattern DAY = Pattern.compile("(\\d{1,2})([/.-])(\\d{1,2})[/.-](\\d{4})");
    private static final LocalTime LAST = LocalTime.of(23, 59, 59);
    private static final int EXAMPLES = 5;
    private static final int TOLD = 1_000;

    private final RequestRecipe recipe;
    private final Map<String, List<String>> examples = new LinkedHashMap<>();
    private final Map<String, Integer> counts = new HashMap<>();
    private final Map<String, Integer> seen = new HashMap<>();
    private final List<ReadRequest> requests = new ArrayList<>();
    private int rows;
    private int refused;

    private RequestReading(RequestRecipe recipe) {
        this.recipe = recipe;
    }

    /**
     * Reads all rows.
     *
     * @throws IllegalArgumentException when columns are missing or the file is damaged
     */
    static RequestReading of(Path file, RequestRecipe recipe, IntConsumer progress) throws IOException {
        RequestReading reading = new RequestReading(recipe);
        Path plain = file.toString().endsWith(".gz") ? unpacked(file) : file;
        try (TableReader reader = TableReader.csv(plain)) {
            List<String> missing = recipe.columns().stream()
                    .filter(column -> !reader.has(column))
                    .toList();
            if (!missing.isEmpty()) {
                throw new IllegalArgumentException("The file has no column " + String.join(", ", missing));
            }
            for (TableRow row : reader) {
                reading.take(row);
                if (reading.rows % TOLD == 0) {
                    progress.accept(reading.rows);
                }
            }
            if (reader.failure().isPresent()) {
                throw new IllegalArgumentException("The file is damaged after row " + reading.rows);
            }
        } finally {
            if (!plain.equals(file)) {
                Files.delete(plain);
            }
        }
        reading.requests.sort(Comparator.comparing(ReadRequest::opened));
        progress.accept(reading.rows);
        return reading;
    }

    private static Path unpacked(Path file) throws IOException {
        Path plain = Files.createTempFile("cabildo-requests", ".csv");
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            Files.copy(in, plain, StandardCopyOption.REPLACE_EXISTING);
        }
        return plain;
    }

    List<ReadRequest> requests() {
        return requests;
    }

    int rows() {
        return rows;
    }

    int refused() {
        return refused;
    }

    List<Finding> findings() {
        return examples.entrySet().stream()
                .map(entry -> new Finding(entry.getKey(), counts.get(entry.getKey()), List.copyOf(entry.getValue())))
                .toList();
    }

    private void note(String what, TableRow row, String cell) {
        counts.merge(what, 1, Integer::sum);
        List<String> some = examples.computeIfAbsent(what, key -> new ArrayList<>());
        if (some.size() < EXAMPLES) {
            some.add("row " + row.number() + (cell.isEmpty() ? "" : ": " + cell));
        }
    }

    private static String text(TableRow row, String column) {
        return column.isEmpty() || !(row.text(column) instanceof Parsed.Value<String> cell)
                ? ""
                : cell.value().strip();
    }

    private void take(TableRow row) {
        rows++;
        String service = text(row, recipe.service());
        Optional<LocalDateTime> opened = moment(row, recipe.openedDate(), recipe.openedTime());
        if (service.isEmpty() || opened.isEmpty()) {
            refused++;
            note(service.isEmpty() ? "no service" : "no moment of reporting", row, text(row, recipe.openedDate()));
            return;
        }
        requests.add(new ReadRequest(
                key(row),
                service,
                text(row, recipe.group()),
                text(row, recipe.description()),
                at(opened.get()),
                closed(row, opened.get()),
                point(row),
                (text(row, recipe.street()) + " " + text(row, recipe.number())).strip(),
                text(row, recipe.territory())));
    }

    private Instant at(LocalDateTime local) {
        ZoneId zone = recipe.zone();
        return local.atZone(zone).toInstant();
    }

    /** Rows that say the same are told apart by how many of them came before. */
    private String key(TableRow row) {
        List<String> columns = new ArrayList<>(List.of(
                recipe.service(),
                recipe.group(),
                recipe.openedDate(),
                recipe.openedTime(),
                recipe.latitude(),
                recipe.longitude(),
                recipe.street(),
                recipe.number(),
                recipe.territory()));
        columns.addAll(recipe.identity());
        String said = columns.stream().map(column -> text(row, column)).collect(Collectors.joining("\u0000"));
        String hash = Secret.hash(said).substring(0, 32);
        int times = seen.merge(hash, 1, Integer::sum);
        if (times > 1) {
            note("the same row again", row, "");
        }
        return "import:" + recipe.source() + ":" + hash + (times > 1 ? ":" + times : "");
    }

    private Optional<LocalDateTime> moment(TableRow row, String dateColumn, String timeColumn) {
        return day(text(row, dateColumn)).map(day -> day.atTime(time(text(row, timeColumn))));
    }

    private static Optional<LocalDate> day(String text) {
        try {
            Matcher day = DAY.matcher(text);
            return day.matches()
                    ? Optional.of(LocalDate.of(number(day, 4), number(day, 3), number(day, 1)))
                    : text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
        } catch (DateTimeException exception) {
            return Optional.empty();
        }
    }

    private static int number(Matcher day, int group) {
        return Integer.parseInt(day.group(group));
    }

    private static LocalTime time(String text) {
        try {
            return text.isEmpty() ? LocalTime.MIDNIGHT : LocalTime.parse(text);
        } catch (DateTimeException exception) {
            return LocalTime.MIDNIGHT;
        }
    }

    /**
     * The closing. One whose time is midnight says only the day; where that would lie before the opening it is taken for
     * the end of the day, and one on an earlier day for the moment of the opening.
     */
    private @Nullable Instant closed(TableRow row, LocalDateTime opened) {
        String written = text(row, recipe.closedDate());
        boolean closed = recipe.state().isEmpty() || recipe.closedStates().isEmpty()
                ? !written.isEmpty()
                : recipe.closedStates().contains(text(row, recipe.state()));
        if (!closed) {
            return null;
        }
        Optional<LocalDateTime> moment = moment(row, recipe.closedDate(), recipe.closedTime());
        if (moment.isEmpty()) {
            note("closed without a day that can be read", row, written);
            return at(opened);
        }
        Matcher day = DAY.matcher(written);
        if (day.matches() && !text(row, recipe.openedDate()).contains(day.group(2))) {
            note("closing day written another way than the opening", row, written);
        }
        boolean onlyDay = moment.get().toLocalTime().equals(LocalTime.MIDNIGHT);
        if (onlyDay) {
            note("closing without a time of day", row, written);
        }
        if (!moment.get().isBefore(opened)) {
            return at(moment.get());
        }
        note("closing before the opening", row, written + " " + text(row, recipe.closedTime()));
        LocalDateTime end = moment.get().toLocalDate().atTime(LAST);
        return at(end.isBefore(opened) ? opened : end);
    }

    private @Nullable GeoPoint point(TableRow row) {
        String latitude = text(row, recipe.latitude());
        String longitude = text(row, recipe.longitude());
        if (latitude.isEmpty() && longitude.isEmpty()) {
            note("without a place on the map", row, "");
            return null;
        }
        Optional<GeoPoint> point = GeoPoint.parse(latitude, longitude);
        if (point.isEmpty()) {
            note("a place that is not on Earth", row, latitude + ", " + longitude);
        }
        return point.orElse(null);
    }
}
