// SPDX-License-Identifier: Apache-2.0
package org.cabildo.geography.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.cabildo.geography.Boundary;
import org.cabildo.geography.GeoPoint;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Areas as GeoJSON (RFC 7946, 3.1.6 and 3.1.7) and as geometries. The canonical form has at most six decimals, which is a
 * hand's breadth on the ground, outer rings counter-clockwise and holes clockwise, no point twice in a row.
 */
final class Shapes {

    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int DECIMALS = 6;

    private Shapes() {}

    /**
     * Reads a Polygon or MultiPolygon.
     *
     * @throws IllegalArgumentException when it is not one, a ring is open or too short, or a position is not two numbers
     */
    static Geometry read(JsonNode shape) {
        JsonNode coordinates = shape.path("coordinates");
        return switch (shape.path("type").asString("")) {
            case "Polygon" -> polygon(coordinates);
            case "MultiPolygon" -> {
                List<Polygon> polygons = new ArrayList<>();
                coordinates.forEach(polygon -> polygons.add(polygon(polygon)));
                if (polygons.isEmpty()) {
                    throw new IllegalArgumentException("empty");
                }
                yield FACTORY.createMultiPolygon(polygons.toArray(Polygon[]::new));
            }
            default -> throw new IllegalArgumentException("type");
        };
    }

    static Geometry read(String shape) {
        return read(JSON.readTree(shape));
    }

    private static Polygon polygon(JsonNode rings) {
        List<LinearRing> read = new ArrayList<>();
        rings.forEach(ring -> read.add(ring(ring)));
        if (read.isEmpty()) {
            throw new IllegalArgumentException("empty");
        }
        return FACTORY.createPolygon(
                read.getFirst(), read.subList(1, read.size()).toArray(LinearRing[]::new));
    }

    private static LinearRing ring(JsonNode positions) {
        List<Coordinate> points = new ArrayList<>();
        for (JsonNode position : positions) {
            if (!position.path(0).isNumber() || !position.path(1).isNumber()) {
                throw new IllegalArgumentException("position");
            }
            Coordinate point = new Coordinate(
                    rounded(position.get(0).asDouble()), rounded(position.get(1).asDouble()));
            if (points.isEmpty() || !points.getLast().equals2D(point)) {
                points.add(point);
            }
        }
        if (points.size() < 4) {
            throw new IllegalArgumentException("short");
        }
        if (!points.getFirst().equals2D(points.getLast())) {
            throw new IllegalArgumentException("open");
        }
        return FACTORY.createLinearRing(points.toArray(Coordinate[]::new));
    }

    private static double rounded(double degrees) {
        return BigDecimal.valueOf(degrees)
                .setScale(DECIMALS, RoundingMode.HALF_UP)
                .doubleValue();
    }

    /** The canonical form. */
    static String write(Geometry shape) {
        StringBuilder out = new StringBuilder("{\"type\":\"");
        if (shape instanceof MultiPolygon many) {
            out.append("MultiPolygon\",\"coordinates\":[");
            for (int i = 0; i < many.getNumGeometries(); i++) {
                polygon((Polygon) many.getGeometryN(i), out.append(i == 0 ? "" : ","));
            }
            return out.append("]}").toString();
        }
        out.append("Polygon\",\"coordinates\":");
        polygon((Polygon) shape, out);
        return out.append('}').toString();
    }

    private static void polygon(Polygon polygon, StringBuilder out) {
        ring(polygon.getExteriorRing(), true, out.append('['));
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
            ring(polygon.getInteriorRingN(i), false, out.append(','));
        }
        out.append(']');
    }

    private static void ring(LinearRing ring, boolean outer, StringBuilder out) {
        Coordinate[] points = ring.getCoordinates();
        boolean turn = Orientation.isCCW(points) != outer;
        out.append('[');
        for (int i = 0; i < points.length; i++) {
            Coordinate point = points[turn ? points.length - 1 - i : i];
            out.append(i == 0 ? "[" : ",[")
                    .append(number(point.x))
                    .append(',')
                    .append(number(point.y))
                    .append(']');
        }
        out.append(']');
    }

    private static String number(double degrees) {
        BigDecimal number = BigDecimal.valueOf(degrees).setScale(DECIMALS, RoundingMode.HALF_UP);
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    static Boundary.Box box(Geometry shape) {
        Envelope box = shape.getEnvelopeInternal();
        return new Boundary.Box(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY());
    }

    /** Whether a point lies inside or on the boundary; not in a hole. */
    static boolean covers(Geometry shape, GeoPoint point) {
        return SimplePointInAreaLocator.locate(new Coordinate(point.longitude(), point.latitude()), shape)
                != Location.EXTERIOR;
    }
}
