// SPDX-License-Identifier: Apache-2.0
package org.cabildo.networks.comparison;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cabildo.indicators.Direction;
import org.jspecify.annotations.Nullable;

/**
 * Entities in the order of their values, the best first; where no direction is better, the highest first. Equal values
 * share a rank and the next one is skipped ("1224"); compared are exact values, never rounded ones. Entities without a
 * value have no rank and stand at the end by name.
 */
public record Ranking(List<Place> places, int ranked) {

    /**
     * Where an entity stands.
     *
     * @param rank counted from 1, or 0 without a value
     * @param tied whether another entity has the same value
     */
    public record Place(Entity entity, @Nullable BigDecimal value, int rank, boolean tied) {}

    /** Ranks all entities; values by code, absent where there is none. */
    public static Ranking of(List<Entity> entities, Map<String, BigDecimal> values, Direction direction) {
        Comparator<Entity> byName = Comparator.comparing(Entity::name).thenComparing(Entity::code);
        Comparator<BigDecimal> order =
                direction == Direction.DOWN ? Comparator.naturalOrder() : Comparator.reverseOrder();
        List<Entity> ranked = entities.stream()
                .filter(entity -> values.containsKey(entity.code()))
                .sorted(Comparator.comparing((Entity entity) -> values.get(entity.code()), order)
                        .thenComparing(byName))
                .toList();
        List<Place> places = new ArrayList<>(entities.size());
        int rank = 0;
        for (int i = 0; i < ranked.size(); i++) {
            BigDecimal value = values.get(ranked.get(i).code());
            boolean asBefore =
                    i > 0 && value.compareTo(values.get(ranked.get(i - 1).code())) == 0;
            boolean asNext = i + 1 < ranked.size()
                    && value.compareTo(values.get(ranked.get(i + 1).code())) == 0;
            rank = asBefore ? rank : i + 1;
            places.add(new Place(ranked.get(i), value, rank, asBefore || asNext));
        }
        entities.stream()
                .filter(entity -> !values.containsKey(entity.code()))
                .sorted(byName)
                .forEach(entity -> places.add(new Place(entity, null, 0, false)));
        return new Ranking(places, ranked.size());
    }

    /** The middle value, or the mean of the two in the middle. */
    public Optional<BigDecimal> median() {
        List<BigDecimal> values = places.stream()
                .map(Place::value)
                .filter(java.util.Objects::nonNull)
                .sorted()
                .toList();
        if (values.isEmpty()) {
            return Optional.empty();
        }
        int half = values.size() / 2;
        return Optional.of(
                values.size() % 2 == 1
                        ? values.get(half)
                        : values.get(half - 1).add(values.get(half)).divide(BigDecimal.TWO, MathContext.DECIMAL64));
    }

    public Optional<Place> place(String code) {
        return places.stream()
                .filter(place -> place.entity().code().equals(code))
                .findFirst();
    }
}
