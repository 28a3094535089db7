// SPDX-License-Identifier: Apache-2.0
package org.cabildo.geography.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cabildo.geography.Boundary;
import org.cabildo.geography.Level;
import org.cabildo.geography.Territory;
import org.cabildo.geography.TerritoryTree;
import org.cabildo.platform.web.View;

/** Territories as they are on a day, in the words of a view. */
final class TerritoryWords {

    private final View view;
    private final LocalDate day;
    private final Map<String, Level> levels = new LinkedHashMap<>();
    private final List<Territory> all;
    private final TerritoryTree tree;
    private final Map<String, Boundary> boundaries;

    TerritoryWords(
            View view,
            LocalDate day,
            List<Level> levels,
            List<Territory> all,
            TerritoryTree tree,
            List<Boundary> boundaries) {
        this.view = view;
        this.day = day;
        levels.forEach(level -> this.levels.put(level.code(), level));
        this.all = all;
        this.tree = tree;
        this.boundaries = boundaries.stream().collect(Collectors.toMap(Boundary::territory, Function.identity()));
    }

    /** The day as of which a territory is shown: today, or its last day, or its first one. */
    static LocalDate dayFor(Territory territory, LocalDate today) {
        if (territory.existsOn(today)) {
            return today;
        }
        LocalDate last = territory.validUntil();
        return last != null && last.isBefore(today)
                ? last
                : Optional.ofNullable(territory.validFrom()).orElse(today);
    }

    TerritoryTree tree() {
        return tree;
    }

    String kind(Territory territory) {
        return view.localised(levels.get(territory.level()).name());
    }

    boolean drawn(Territory territory) {
        return boundaries.containsKey(territory.code());
    }

    List<TerritoryRow> rows() {
        return rows(tree.all());
    }

    List<TerritoryRow> rows(List<Territory> some) {
        return some.stream().map(this::row).toList();
    }

    List<TerritoryRow> children(Territory territory) {
        return tree.children(territory.code()).stream().map(this::row).toList();
    }

    /** Those that are no more, the last to end first. */
    List<TerritoryRow> ended() {
        return all.stream()
                .filter(territory ->
                        territory.validUntil() != null && territory.validUntil().isBefore(day))
                .sorted(Comparator.comparing(Territory::validUntil).reversed())
                .map(this::row)
                .toList();
    }

    private TerritoryRow row(Territory territory) {
        return new TerritoryRow(
                territory.code(),
                territory.name(),
                kind(territory),
                Math.min(3, tree.way(territory).size()),
                territory.population() == null ? "" : view.number(territory.population(), 0),
                validity(territory),
                drawn(territory));
    }

    private String validity(Territory territory) {
        if (territory.validFrom() != null && territory.validUntil() != null) {
            return view.msg(
                    "geography.valid.span", view.date(territory.validFrom()), view.date(territory.validUntil()));
        }
        if (territory.validUntil() != null) {
            return view.msg("geography.valid.until", view.date(territory.validUntil()));
        }
        return territory.validFrom() == null ? "" : view.msg("geography.valid.from", view.date(territory.validFrom()));
    }

    /** How many there are of each kind, for instance "9 macrodistritos y 84 barrios". */
    String sentence() {
        List<String> counts = new ArrayList<>();
        levels.values().forEach(level -> {
            long count = tree.all().stream()
                    .filter(one -> one.level().equals(level.code()))
                    .count();
            if (count > 1) {
                counts.add(view.number(count, 0) + " " + lowered(view.localised(level.plural())));
            }
        });
        return switch (counts.size()) {
            case 0 -> "";
            case 1 -> counts.getFirst();
            default ->
                view.msg("geography.and", String.join(", ", counts.subList(0, counts.size() - 1)), counts.getLast());
        };
    }

    private String lowered(String name) {
        return name.substring(0, 1).toLowerCase(view.locale()) + name.substring(1);
    }

    Map<String, String> facts(Territory territory) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(view.msg("geography.kind"), kind(territory));
        List<Territory> way = tree.way(territory);
        if (!way.isEmpty()) {
            facts.put(view.msg("geography.in"), way.getLast().name());
        }
        if (territory.population() != null) {
            String population = view.number(territory.population(), 0);
            facts.put(
                    view.msg("geography.population"),
                    territory.populationSource().isEmpty()
                            ? population
                            : population + " (" + territory.populationSource() + ")");
        }
        String validity = validity(territory);
        if (!validity.isEmpty()) {
            facts.put(view.msg("geography.validity"), validity);
        }
        facts.put(view.msg("geography.code"), territory.code());
        return facts;
    }

    /** Who drew a territory's boundary and since when it is in force. */
    String source(Territory territory) {
        Boundary boundary = boundaries.get(territory.code());
        if (boundary == null) {
            return "";
        }
        String since = boundary.dated() ? view.msg("geography.boundary.since", view.date(boundary.since())) : "";
        return (boundary.source() + " " + since).strip();
    }

    /** Who drew the boundaries on a map of all. */
    String source() {
        return boundaries.values().stream()
                .map(Boundary::source)
                .filter(source -> !source.isEmpty())
                .distinct()
                .sorted()
                .collect(Collectors.joining(" "));
    }

    /** What a territory's map shows: what it lies in, its neighbours, itself, and its parts. */
    List<Territory> around(Territory territory) {
        List<Territory> around = new ArrayList<>();
        List<Territory> way = tree.way(territory);
        if (!way.isEmpty()) {
            around.add(way.getLast());
            around.addAll(tree.children(way.getLast().code()));
        }
        if (!around.contains(territory)) {
            around.add(territory);
        }
        around.addAll(tree.children(territory.code()));
        return around;
    }
}
