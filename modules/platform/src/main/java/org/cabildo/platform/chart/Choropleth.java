// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.chart;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A map in classes of colour, as a picture of its own (image/svg+xml), so that its bytes stay out of the page. The colours
 * are a fixed sequence from light to dark that tells its steps apart in every kind of colour vision; areas without a
 * value are hatched.
 */
public final class Choropleth {

    /** Colours from the lowest to the highest class. */
    public static final List<String> COLOURS =
            List.of("#dcebf3", "#b4d3e3", "#82b4cf", "#4f8fb3", "#296b92", "#124867");

    private Choropleth() {}

    /**
     * Draws areas in the colours of their classes.
     *
     * @param title what the map shows, for screen readers
     * @param values by key of the area; absent means that there is no value
     * @param chosen key of areas to outline
     */
    public static String svg(
            MapDrawing map, String title, Map<String, Double> values, Classes classes, List<String> chosen) {
        StringBuilder svg = new StringBuilder(map.areas().size() * 200);
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ")
                .append(map.width())
                .append(' ')
                .append(map.height())
                .append("\" role=\"img\"><title>")
                .append(escaped(title))
                .append("</title><defs><pattern id=\"n\" width=\"7\" height=\"7\" patternUnits=\"userSpaceOnUse\""
                        + " patternTransform=\"rotate(45)\"><rect width=\"7\" height=\"7\" fill=\"#f6f6f4\"/>"
                        + "<path d=\"M0 0v7\" stroke=\"#8a8a86\" stroke-width=\"2\"/></pattern></defs>"
                        + "<g stroke=\"#fff\" stroke-width=\"1\" stroke-linejoin=\"round\">");
        for (MapDrawing.Area area : map.areas()) {
            path(svg, area, fill(values.get(area.key()), classes), "");
        }
        svg.append("</g>");
        for (MapDrawing.Area area : map.areas()) {
            if (chosen.contains(area.key())) {
                path(svg, area, "none", " stroke=\"#111\" stroke-width=\"3\" stroke-linejoin=\"round\"");
            }
        }
        return svg.append("</svg>").toString();
    }

    private static void path(StringBuilder svg, MapDrawing.Area area, String fill, String more) {
        svg.append("<path d=\"")
                .append(area.path())
                .append("\" fill=\"")
                .append(fill)
                .append('"')
                .append(more)
                .append("><title>")
                .append(escaped(area.name()))
                .append("</title></path>");
    }

    private static String fill(@Nullable Double value, Classes classes) {
        return value == null ? "url(#n)" : colour(classes.of(value), classes.count());
    }

    /** The colour of a class, spread over the whole sequence when there are few classes. */
    public static String colour(int index, int count) {
        int last = COLOURS.size() - 1;
        return COLOURS.get(count <= 1 ? last / 2 : Math.round(index * last / (float) (count - 1)));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
