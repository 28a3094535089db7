// SPDX-License-Identifier: Apache-2.0
package org.cabildo.networks.web;

import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cabildo.networks.comparison.Entity;
import org.cabildo.networks.comparison.Ranking.Place;

/**
 * In which order a table stands, as the address says it with {@code sort}: {@code rank} (the usual), {@code name},
 * {@code people} or {@code coverage}; a minus sign turns it round. Who has no value stands at the end.
 */
record TableOrder(String key, boolean turned) {

    private static final List<String> KEYS = List.of("rank", "name", "people", "coverage");

    static TableOrder of(String sort) {
        boolean turned = sort.startsWith("-");
        String key = turned ? sort.substring(1) : sort;
        return KEYS.contains(key) ? new TableOrder(key, turned) : new TableOrder("rank", false);
    }

    List<Place> sorted(List<Place> places, Map<String, Integer> coverage, Locale locale) {
        if (key.equals("rank") && !turned) {
            return places;
        }
        List<Place> sorted = new ArrayList<>(places);
        sorted.sort(order(coverage, locale));
        return sorted;
    }

    private Comparator<Place> order(Map<String, Integer> coverage, Locale locale) {
        Collator collator = Collator.getInstance(locale);
        Comparator<Place> byName = Comparator.comparing(place -> place.entity().name(), collator::compare);
        Comparator<Place> wanted = switch (key) {
            case "name" -> byName;
            case "people" -> Comparator.comparingInt(place -> people(place.entity()));
            case "coverage" ->
                Comparator.comparingInt(
                        place -> coverage.getOrDefault(place.entity().code(), 0));
            default -> Comparator.comparingInt(Place::rank);
        };
        Comparator<Place> empty = Comparator.comparing(place -> without(place, coverage));
        return empty.thenComparing(turned ? wanted.reversed() : wanted)
                .thenComparing(byName)
                .thenComparing(place -> place.entity().code());
    }

    private boolean without(Place place, Map<String, Integer> coverage) {
        return switch (key) {
            case "name" -> false;
            case "people" -> place.entity().population() == null;
            case "coverage" -> !coverage.containsKey(place.entity().code());
            default -> place.value() == null;
        };
    }

    private static int people(Entity entity) {
        return entity.population() == null ? 0 : entity.population();
    }
}
