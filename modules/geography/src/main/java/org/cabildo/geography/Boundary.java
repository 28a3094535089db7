// SPDX-License-Identifier: Apache-2.0
package org.cabildo.geography;

import java.time.LocalDate;

/**
 * Where a territory ends.
 *
 * @param territory code of the territory
 * @param since first day on which it is in force; {@link #ALWAYS} when it has always been
 * @param shape GeoJSON (RFC 7946) Polygon or MultiPolygon in WGS 84, in canonical form
 * @param source who drew it and where it was taken from, or empty
 * @param box the smallest box that holds it
 */
public record Boundary(String territory, LocalDate since, String shape, String source, Box box) {

    /** The day since which a boundary is in force that nobody dated. */
    public static final LocalDate ALWAYS = LocalDate.of(1, 1, 1);

    /** West and east are degrees of longitude, south and north of latitude. Boxes over the antimeridian are not known. */
    public record Box(double west, double south, double east, double north) {

        public boolean holds(GeoPoint point) {
            return west <= point.longitude()
                    && point.longitude() <= east
                    && south <= point.latitude()
                    && point.latitude() <= north;
        }
    }

    /** Whether it is known since when it is in force. */
    public boolean dated() {
        return !since.equals(ALWAYS);
    }
}
