// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cabildo.complaints.Worklist;
import org.cabildo.complaints.Worklist.Filter;
import org.cabildo.complaints.Worklist.Matter;
import org.cabildo.complaints.Worklist.Order;
import org.cabildo.complaints.Worklist.Place;
import org.cabildo.complaints.Worklist.Stage;
import org.jspecify.annotations.Nullable;

/** A filter as the address of a list has it: only what differs from the usual list of open requests. */
public final class FilterQuery {

    static final List<String> NAMES = List.of(
            "q",
            "etapa",
            "asunto",
            "estado",
            "servicio",
            "oficina",
            "territorio",
            "persona",
            "canal",
            "desde",
            "hasta",
            "orden");

    private static final Map<String, Stage> STAGES =
            Map.of("abiertos", Stage.OPEN, "cerrados", Stage.CLOSED, "todos", Stage.ALL);
    private static final Map<String, Matter> MATTERS = Map.of(
            "sin-asignar", Matter.UNASSIGNED,
            "vencidos", Matter.LATE,
            "por-vencer", Matter.SOON,
            "ocultos", Matter.HIDDEN,
            "sin-confirmar", Matter.UNCONFIRMED,
            "reabiertos", Matter.REOPENED);
    private static final Map<String, Order> ORDERS =
            Map.of("nuevos", Order.NEWEST, "antiguos", Order.OLDEST, "plazo", Order.DUE);
    private static final int LONGEST = 100;
    private static final String UUID_FORM = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    private final Map<String, String> values;

    private FilterQuery(Map<String, String> values) {
        this.values = values;
    }

    static FilterQuery of(HttpServletRequest request) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String name : NAMES) {
            String value = request.getParameter(name);
            if (value != null && !value.isBlank()) {
                String line = value.replaceAll("[\\p{Cc}\\s]+", " ").strip();
                values.put(name, line.length() > LONGEST ? line.substring(0, LONGEST) : line);
            }
        }
        return new FilterQuery(values);
    }

    /** What the field of the form says. */
    public String get(String name) {
        return values.getOrDefault(name, "");
    }

    /** The names of the parts that are set. */
    public Set<String> names() {
        return values.keySet();
    }

    /** The filter that is asked for; unreadable parts ask for nothing. */
    Filter filter(UUID self, ZoneId zone, Set<String> territories, boolean confidential) {
        return new Filter(
                get("q"),
                STAGES.getOrDefault(get("etapa"), Stage.OPEN),
                MATTERS.getOrDefault(get("asunto"), Matter.NONE),
                get("estado"),
                get("servicio"),
                get("oficina"),
                territories,
                person(self),
                get("canal"),
                day("desde", zone, 0),
                day("hasta", zone, 1),
                confidential,
                ORDERS.getOrDefault(get("orden"), Order.NEWEST));
    }

    private @Nullable UUID person(UUID self) {
        String person = get("persona");
        if (person.equals("yo")) {
            return self;
        }
        return person.matches(UUID_FORM) ? UUID.fromString(person) : null;
    }

    private @Nullable Instant day(String name, ZoneId zone, int later) {
        try {
            return get(name).isEmpty()
                    ? null
                    : LocalDate.parse(get(name))
                            .plusDays(later)
                            .atStartOfDay(zone)
                            .toInstant();
        } catch (DateTimeException exception) {
            return null;
        }
    }

    /** The same as a query string, without a place in the list. */
    String query() {
        return values.entrySet().stream()
                .map(entry -> entry.getKey() + "="
                        + java.net.URLEncoder.encode(entry.getValue(), java.nio.charset.StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** A place in a list as it stands in an address. */
    static String text(Worklist.Place place) {
        return place.at() + "_" + place.id();
    }

    static @Nullable Place place(String text) {
        int line = text.indexOf('_');
        try {
            return line < 0
                    ? null
                    : new Place(Instant.parse(text.substring(0, line)), Long.parseLong(text.substring(line + 1)));
        } catch (DateTimeException | NumberFormatException exception) {
            return null;
        }
    }
}
