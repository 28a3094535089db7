// SPDX-License-Identifier: Apache-2.0
package org.cabildo.geography.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.cabildo.geography.Boundary;
import org.cabildo.geography.Territory;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * Which territories a machine asks for, with the parameters of OGC API Features (part 1, 7.15) and our own {@code level}
 * and {@code code}. A parameter that is unknown or makes no sense is an error, not everything.
 *
 * @param day as of which they are wanted
 * @param box west, south, east, north; empty: everywhere
 * @param codes empty: all
 */
record TerritoryQuery(
        String path, LocalDate day, List<Double> box, String level, Set<String> codes, int offset, int limit) {

    private static final Set<String> KNOWN = Set.of("datetime", "bbox", "level", "code", "offset", "limit", "lang");
    private static final int MOST = 1000;
    private static final int USUAL = 1000;

    static TerritoryQuery of(HttpServletRequest request, LocalDate today) {
        Map<String, String> given = new TreeMap<>();
        request.getParameterMap().forEach((name, values) -> {
            if (!KNOWN.contains(name) || values.length > 1) {
                throw wrong();
            }
            given.put(name, values[0]);
        });
        try {
            String datetime = given.getOrDefault("datetime", "");
            return new TerritoryQuery(
                    request.getRequestURI(),
                    datetime.isEmpty() ? today : LocalDate.parse(datetime.replaceFirst("T.*", "")),
                    box(given.getOrDefault("bbox", "")),
                    given.getOrDefault("level", ""),
                    codes(given.getOrDefault("code", "")),
                    number(given.getOrDefault("offset", "0"), 0, 1_000_000),
                    number(given.getOrDefault("limit", "" + USUAL), 1, MOST));
        } catch (DateTimeException | NumberFormatException exception) {
            throw wrong();
        }
    }

    private static List<Double> box(String text) {
        List<Double> box = text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split(",", -1)).map(Double::valueOf).toList();
        if (!box.isEmpty() && box.size() != 4) {
            throw wrong();
        }
        return box;
    }

    private static Set<String> codes(String text) {
        return text.isEmpty() ? Set.of() : Arrays.stream(text.split(",")).collect(Collectors.toSet());
    }

    private static int number(String text, int least, int most) {
        int number = Integer.parseInt(text);
        if (number < least) {
            throw wrong();
        }
        return Math.min(number, most);
    }

    private static ResponseStatusException wrong() {
        return new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }

    boolean wants(Territory territory, @Nullable Boundary boundary) {
        return (level.isEmpty() || level.equals(territory.level()))
                && (codes.isEmpty() || codes.contains(territory.code()))
                && (box.isEmpty() || (boundary != null && meets(boundary.box())));
    }

    private boolean meets(Boundary.Box other) {
        return other.west() <= box.get(2)
                && other.east() >= box.get(0)
                && other.south() <= box.get(3)
                && other.north() >= box.get(1);
    }

    List<Territory> page(List<Territory> matched) {
        return matched.stream().skip(offset).limit(limit).toList();
    }

    /** Where this page and the next one are. */
    List<Map<String, String>> links(List<Territory> page, List<Territory> matched) {
        Map<String, String> self = link("self", offset);
        return offset + page.size() < matched.size() ? List.of(self, link("next", offset + limit)) : List.of(self);
    }

    private Map<String, String> link(String rel, int from) {
        StringBuilder href = new StringBuilder(path).append("?datetime=").append(day);
        if (!box.isEmpty()) {
            href.append("&bbox=").append(box.stream().map(String::valueOf).collect(Collectors.joining(",")));
        }
        if (!level.isEmpty()) {
            href.append("&level=").append(level);
        }
        if (!codes.isEmpty()) {
            href.append("&code=").append(codes.stream().sorted().collect(Collectors.joining(",")));
        }
        String type = path.endsWith(".geojson") ? "application/geo+json" : "application/json";
        return new TreeMap<>(Map.of("rel", rel, "type", type, "href", href + "&offset=" + from + "&limit=" + limit));
    }
}
