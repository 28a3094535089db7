// SPDX-License-Identifier: Apache-2.0
package org.cabildo.geography;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A place in WGS 84, in degrees. */
public record GeoPoint(double latitude, double longitude) {

    private static final Pattern PAIR =
            Pattern.compile("\\s*(-?[0-9]{1,3}(?:\\.[0-9]+)?)\\s*[,; ]\\s*(-?[0-9]{1,3}(?:\\.[0-9]+)?)\\s*");

    public GeoPoint {
        if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) {
            throw new IllegalArgumentException("Not a place on Earth: " + latitude + ", " + longitude);
        }
    }

    /** Reads what people copy from maps: latitude and longitude in one text, for instance {@code -16.5, -68.15}. */
    public static Optional<GeoPoint> parse(String text) {
        Matcher pair = PAIR.matcher(text);
        return pair.matches() ? parse(pair.group(1), pair.group(2)) : Optional.empty();
    }

    /** Reads two numbers; empty unless both are there and lie on Earth. */
    public static Optional<GeoPoint> parse(String latitude, String longitude) {
        try {
            return Optional.of(new GeoPoint(
                    Double.parseDouble(latitude.strip().replace(',', '.')),
                    Double.parseDouble(longitude.strip().replace(',', '.'))));
        } catch (IllegalArgumentException exception) {
            return Optional.empty();
        }
    }
}
