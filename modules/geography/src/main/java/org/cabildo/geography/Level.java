// SPDX-License-Identifier: Apache-2.0
package org.cabildo.geography;

import java.util.Map;

/**
 * A kind of territories, for instance districts.
 *
 * @param code lower-case word with hyphens
 * @param name what one is called, by language
 * @param plural what several are called, by language
 * @param order the broadest first
 */
public record Level(String code, Map<String, String> name, Map<String, String> plural, int order) {

    /** What a code looks like. */
    public static final String CODE = "[a-z0-9]+(?:-[a-z0-9]+)*";

    public Level {
        if (!code.matches(CODE) || code.length() > 40) {
            throw new IllegalArgumentException("Not the code of a level: " + code);
        }
        name = Map.copyOf(name);
        plural = Map.copyOf(plural);
    }
}
