// SPDX-License-Identifier: Apache-2.0
package org.cabildo.indicators;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The values of an indicator for one territory under one breakdown.
 *
 * @param indicator code of the indicator
 * @param territory code of a part of the municipality; empty: all of it
 * @param breakdown category by dimension, for instance {@code sexo} → {@code mujeres}; empty: the total
 */
public record Series(String indicator, String territory, SortedMap<String, String> breakdown) {

    public Series {
        breakdown = Collections.unmodifiableSortedMap(new TreeMap<>(breakdown));
        breakdown.forEach((dimension, category) -> {
            if ((dimension + category).matches(".*[;=].*") || dimension.isBlank() || category.isBlank()) {
                throw new IllegalArgumentException("Not a breakdown: " + dimension + "=" + category);
            }
        });
    }

    /** The series that an indicator is first known by: everybody, everywhere in the municipality. */
    public static Series headline(String indicator) {
        return new Series(indicator, "", new TreeMap<>());
    }

    public boolean headline() {
        return territory.isEmpty() && breakdown.isEmpty();
    }

    /** The breakdown as one text: {@code dimension=category} pairs in order, joined by semicolons. */
    public String breakdownText() {
        return breakdown.entrySet().stream()
                .map(pair -> pair.getKey() + "=" + pair.getValue())
                .collect(Collectors.joining(";"));
    }

    /** Reads what {@link #breakdownText()} writes. */
    public static SortedMap<String, String> breakdown(String text) {
        SortedMap<String, String> breakdown = new TreeMap<>();
        for (String pair : text.isEmpty() ? new String[0] : text.split(";")) {
            int equals = pair.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException("Not a breakdown: " + text);
            }
            breakdown.put(pair.substring(0, equals), pair.substring(equals + 1));
        }
        return breakdown;
    }

    /** The same with the other kind of map, for callers that have one. */
    public static Series of(String indicator, String territory, Map<String, String> breakdown) {
        return new Series(indicator, territory, new TreeMap<>(breakdown));
    }
}
