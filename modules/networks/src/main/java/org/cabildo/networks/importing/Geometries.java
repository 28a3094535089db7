// SPDX-License-Identifier: Apache-2.0
package org.cabildo.networks.importing;

import tools.jackson.databind.JsonNode;

/** What a boundary must be: a GeoJSON (RFC 7946) Polygon or MultiPolygon in degrees, with closed rings. */
final class Geometries {

    private static final int FEWEST = 4;

    private Geometries() {}

    static boolean areDrawable(JsonNode geometry) {
        JsonNode coordinates = geometry.path("coordinates");
        return switch (geometry.path("type").asString("")) {
            case "Polygon" -> polygon(coordinates);
            case "MultiPolygon" -> !coordinates.isEmpty() && all(coordinates, Geometries::polygon);
            default -> false;
        };
    }

    private static boolean polygon(JsonNode rings) {
        return rings.isArray() && !rings.isEmpty() && all(rings, Geometries::ring);
    }

    private static boolean ring(JsonNode ring) {
        return ring.isArray()
                && ring.size() >= FEWEST
                && all(ring, Geometries::position)
                && ring.get(0).equals(ring.get(ring.size() - 1));
    }

    private static boolean position(JsonNode position) {
        return position.isArray()
                && position.size() >= 2
                && position.get(0).isNumber()
                && position.get(1).isNumber()
                && Math.abs(position.get(0).asDouble()) <= 180
                && Math.abs(position.get(1).asDouble()) <= 90;
    }

    private static boolean all(JsonNode nodes, java.util.function.Predicate<JsonNode> rule) {
        for (JsonNode node : nodes) {
            if (!rule.test(node)) {
                return false;
            }
        }
        return true;
    }
}
