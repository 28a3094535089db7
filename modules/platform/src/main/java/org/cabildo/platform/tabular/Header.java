// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.tabular;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cabildo.platform.tabular.Problem.Kind;
import org.jspecify.annotations.Nullable;

/** The named columns of a table that came in; names are found without regard to case. */
final class Header {

    private final List<String> names;
    private final Map<String, Integer> places = new HashMap<>();
    private final Map<Integer, DecimalStyle> decimals = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private final DecimalStyle usual;

    Header(long row, List<@Nullable Object> cells, DecimalStyle usual) {
        this.usual = usual;
        List<String> found = new ArrayList<>();
        for (Object cell : cells) {
            found.add(cell == null ? "" : cell.toString().strip());
        }
        while (!found.isEmpty() && found.getLast().isEmpty()) {
            found.removeLast();
        }
        this.names = List.copyOf(found);
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            if (!name.isEmpty() && places.putIfAbsent(key(name), i) != null) {
                problems.add(Problem.of(row, name, Kind.DUPLICATE_COLUMN));
            }
        }
    }

    List<String> names() {
        return names;
    }

    int size() {
        return names.size();
    }

    List<Problem> problems() {
        return problems;
    }

    /** The place of a column, or -1. */
    int index(String column) {
        return places.getOrDefault(key(column), -1);
    }

    DecimalStyle decimals(String column) {
        return decimals.getOrDefault(index(column), usual);
    }

    void decimals(String column, DecimalStyle style) {
        decimals.put(index(column), style);
    }

    /** Looks at a column's first texts to find its decimal sign. */
    void guess(int index, Iterable<String> texts) {
        decimals.put(index, DecimalStyle.guess(texts, usual));
    }

    private static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
