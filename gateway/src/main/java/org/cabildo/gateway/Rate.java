// SPDX-License-Identifier: Apache-2.0
package org.cabildo.gateway;

/**
 * A rate, written {@code 300/60}: so many requests each minute, of which so many may come at once.
 *
 * @param perMinute requests that become available each minute
 * @param burst most requests that can be saved up
 */
public record Rate(long perMinute, long burst) {

    public Rate {
        if (perMinute < 1 || burst < 1) {
            throw new IllegalArgumentException("A rate and its burst are at least 1");
        }
    }

    /** Reads {@code perMinute/burst}; found by name when settings are bound. */
    public static Rate valueOf(String text) {
        String[] parts = text.split("/", 2);
        long perMinute = Long.parseLong(parts[0].strip());
        return new Rate(perMinute, parts.length == 1 ? perMinute : Long.parseLong(parts[1].strip()));
    }
}
