// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.chart;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Areas drawn on a plane (spherical Mercator), small enough for a page: coordinates are whole units of a drawing of the
 * given width, points that fall together are dropped.
 *
 * @param width units of the drawing, which is as high as the areas need
 * @param height units
 * @param areas one for each shape, in the order given; those without a geometry are left out
 */
public record MapDrawing(int width, int height, List<Area> areas) {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int MARGIN = 4;

    /** A shape to draw: key, name, and a GeoJSON (RFC 7946) Polygon or MultiPolygon in WGS 84; empty: none. */
    public record Shape(String key, String name, String geometry) {}

    /** An area: the value of a path's {@code d}. */
    public record Area(String key, String name, String path) {}

    private record Outline(Shape shape, List<List<double[]>> rings) {}

    /** Draws shapes side by side on one plane. */
    public static MapDrawing of(List<Shape> shapes, int width) {
        List<Outline> outlines = shapes.stream()
                .filter(shape -> !shape.geometry().isBlank())
                .map(shape -> new Outline(shape, rings(JSON.readTree(shape.geometry()))))
                .toList();
        double left = Double.MAX_VALUE;
        double top = Double.MAX_VALUE;
        double right = -Double.MAX_VALUE;
        double bottom = -Double.MAX_VALUE;
        for (Outline outline : outlines) {
            for (List<double[]> ring : outline.rings()) {
                for (double[] point : ring) {
                    left = Math.min(left, point[0]);
                    right = Math.max(right, point[0]);
                    top = Math.min(top, point[1]);
                    bottom = Math.max(bottom, point[1]);
                }
            }
        }
        if (outlines.isEmpty() || right <= left) {
            return new MapDrawing(width, 0, List.of());
        }
        double scale = (width - 2 * MARGIN) / (right - left);
        List<Area> areas = new ArrayList<>();
        for (Outline outline : outlines) {
            areas.add(new Area(outline.shape().key(), outline.shape().name(), path(outline.rings(), left, top, scale)));
        }
        return new MapDrawing(width, (int) Math.ceil((bottom - top) * scale) + 2 * MARGIN, areas);
    }

    private static List<List<double[]>> rings(JsonNode geometry) {
        List<List<double[]>> rings = new ArrayList<>();
        JsonNode coordinates = geometry.path("coordinates");
        switch (geometry.path("type").asString("")) {
            case "Polygon" -> coordinates.forEach(ring -> rings.add(ring(ring)));
            case "MultiPolygon" -> coordinates.forEach(polygon -> polygon.forEach(ring -> rings.add(ring(ring))));
            default ->
                throw new IllegalArgumentException(
                        "An area is a Polygon or a MultiPolygon, not " + geometry.path("type"));
        }
        return rings;
    }

    private static List<double[]> ring(JsonNode ring) {
        List<double[]> points = new ArrayList<>();
        ring.forEach(position ->
                points.add(plane(position.get(0).asDouble(), position.get(1).asDouble())));
        return points;
    }

    private static double[] plane(double longitude, double latitude) {
        double y = Math.log(Math.tan(Math.PI / 4 + Math.toRadians(latitude) / 2));
        return new double[] {Math.toRadians(longitude), -y};
    }

    private static String path(List<List<double[]>> rings, double left, double top, double scale) {
        StringBuilder path = new StringBuilder();
        for (List<double[]> ring : rings) {
            long lastX = Long.MIN_VALUE;
            long lastY = Long.MIN_VALUE;
            int drawn = 0;
            StringBuilder piece = new StringBuilder();
            for (double[] point : ring) {
                long x = Math.round((point[0] - left) * scale) + MARGIN;
                long y = Math.round((point[1] - top) * scale) + MARGIN;
                if (drawn == 0) {
                    piece.append('M').append(x).append(' ').append(y).append('l');
                } else if (x != lastX || y != lastY) {
                    step(piece, x - lastX, y - lastY, drawn > 1);
                } else {
                    continue;
                }
                lastX = x;
                lastY = y;
                drawn++;
            }
            if (drawn > 3) {
                path.append(piece).append('z');
            }
        }
        return path.toString();
    }

    private static void step(StringBuilder piece, long x, long y, boolean separated) {
        if (separated && x >= 0) {
            piece.append(' ');
        }
        piece.append(x);
        if (y >= 0) {
            piece.append(' ');
        }
        piece.append(y);
    }
}
