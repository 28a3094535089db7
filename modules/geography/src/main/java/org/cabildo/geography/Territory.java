// SPDX-License-Identifier: Apache-2.0
package org.cabildo.geography;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A part of a municipality, or all of it.
 *
 * @param code what figures and reports name it by; never changes
 * @param level code of its level
 * @param parent code of the territory that it lies in, or null at the top
 * @param name proper name
 * @param population how many people live there, or null when that is not known
 * @param populationSource who counted and when; empty without population
 * @param validFrom first day on which it exists, or null when that is not known
 * @param validUntil last day on which it exists, or null while it does
 * @param order place among those of the same parent
 */
public record Territory(
        String code,
        String level,
        @Nullable String parent,
        String name,
        @Nullable Integer population,
        String populationSource,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validUntil,
        int order) {

    /** What a code looks like. */
    public static final String CODE = "[A-Za-z0-9]+(?:[_-][A-Za-z0-9]+)*";

    /** Words that no territory is called by, because they are addresses of pages. */
    public static final Set<String> RESERVED = Set.of("ubicar");

    /** The longest code. */
    public static final int CODE_LENGTH = 40;

    public Territory {
        if (!code.matches(CODE) || code.length() > CODE_LENGTH || RESERVED.contains(code)) {
            throw new IllegalArgumentException("Not the code of a territory: " + code);
        }
        if (name.isBlank() || name.length() > 160) {
            throw new IllegalArgumentException("A territory has a name of at most 160 letters: " + code);
        }
        if (population != null && population < 0) {
            throw new IllegalArgumentException("A population is not negative: " + code);
        }
        if (validFrom != null && validUntil != null && validUntil.isBefore(validFrom)) {
            throw new IllegalArgumentException("A territory does not end before it begins: " + code);
        }
    }

    /** Whether it exists on a day. */
    public boolean existsOn(LocalDate day) {
        return (validFrom == null || !day.isBefore(validFrom)) && (validUntil == null || !day.isAfter(validUntil));
    }

    /** The same territory in another place among its siblings. */
    public Territory inOrder(int place) {
        return new Territory(code, level, parent, name, population, populationSource, validFrom, validUntil, place);
    }
}
