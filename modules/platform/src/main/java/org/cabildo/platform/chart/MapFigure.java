// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.chart;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A map as {@code platform/ui/map.jte} shows it: areas drawn on the server and, when a source is named, the same areas on
 * a map that can be moved, loaded only when somebody asks for it.
 *
 * @param width units of the drawing
 * @param height units
 * @param areas in the order in which they are drawn, so the broadest first
 * @param source address of the areas as GeoJSON, each feature with {@code code}, {@code name} and {@code href} among its
 *     properties; empty: nothing but the drawing
 * @param tiles where pictures of streets come from
 */
public record MapFigure(int width, int height, List<Area> areas, String source, Tiles tiles) {

    private static final int[] WIDTHS = {720, 480, 320, 200};
    private static final int LONGEST = 16_000;

    /**
     * An area of the drawing.
     *
     * @param path value of a path's {@code d}
     * @param href where it leads, or empty
     * @param fill colour of its class, {@code hatch} for one without a value, empty for the plain one
     * @param chosen whether the map is about it
     */
    public record Area(String key, String name, String path, String href, String fill, boolean chosen) {}

    /**
     * A server of pictures of streets.
     *
     * @param url https address with {@code {z}}, {@code {x}} and {@code {y}}; empty: none
     * @param attribution whom its conditions want named
     */
    public record Tiles(String url, String attribution, int maxZoom) {

        public static final Tiles NONE = new Tiles("", "", 19);

        /** Scheme and host of the server, or empty. */
        public String origin() {
            int path = url.indexOf('/', "https://".length());
            return path < 0 ? "" : url.substring(0, path);
        }
    }

    /** Draws shapes as finely as their number allows, so that a page with them stays light. */
    public static MapFigure of(List<MapDrawing.Shape> shapes) {
        MapDrawing drawing = new MapDrawing(WIDTHS[0], 0, List.of());
        for (int width : WIDTHS) {
            drawing = MapDrawing.of(shapes, width);
            if (drawing.areas().stream().mapToInt(area -> area.path().length()).sum() <= LONGEST) {
                break;
            }
        }
        List<Area> areas = drawing.areas().stream()
                .map(area -> new Area(area.key(), area.name(), area.path(), "", "", false))
                .toList();
        return new MapFigure(drawing.width(), drawing.height(), areas, "", Tiles.NONE);
    }

    /** Whether there is nothing to draw. */
    public boolean empty() {
        return areas.isEmpty();
    }

    /** Areas that lead somewhere, by their key. */
    public MapFigure leading(UnaryOperator<String> href) {
        return with(areas.stream()
                .map(area -> new Area(
                        area.key(), area.name(), area.path(), href.apply(area.key()), area.fill(), area.chosen()))
                .toList());
    }

    /** Areas in colours by their key; those without a colour stay plain. */
    public MapFigure coloured(Map<String, String> fills) {
        return with(areas.stream()
                .map(area -> new Area(
                        area.key(),
                        area.name(),
                        area.path(),
                        area.href(),
                        fills.getOrDefault(area.key(), area.fill()),
                        area.chosen()))
                .toList());
    }

    /** The area that the map is about. */
    public MapFigure choosing(String key) {
        return with(areas.stream()
                .map(area -> new Area(
                        area.key(),
                        area.name(),
                        area.path(),
                        area.href(),
                        area.fill(),
                        area.key().equals(key)))
                .toList());
    }

    /** The same with a map that can be moved. */
    public MapFigure movable(String geojson, Tiles server) {
        return new MapFigure(width, height, areas, geojson, server);
    }

    private MapFigure with(List<Area> changed) {
        return new MapFigure(width, height, changed, source, tiles);
    }
}
