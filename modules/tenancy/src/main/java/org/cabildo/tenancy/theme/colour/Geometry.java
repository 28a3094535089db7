// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy.theme.colour;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Shapes and transformations of a drawing, exact enough to weigh areas. */
final class Geometry {

    private static final Pattern NUMBER = Pattern.compile("[-+]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d+)?");
    private static final Pattern FUNCTION = Pattern.compile("(translate|scale|rotate|matrix)\\s*\\(([^)]*)\\)");

    private Geometry() {}

    static double[] numbers(String text) {
        return NUMBER.matcher(text)
                .results()
                .map(MatchResult::group)
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    static double number(Map<String, String> attributes, String name, double otherwise) {
        double[] found = numbers(attributes.getOrDefault(name, ""));
        return found.length == 0 ? otherwise : found[0];
    }

    static AffineTransform transform(String text) {
        AffineTransform all = new AffineTransform();
        Matcher functions = FUNCTION.matcher(text);
        while (functions.find()) {
            double[] n = numbers(functions.group(2));
            if (n.length > 0) {
                all.concatenate(one(functions.group(1), n));
            }
        }
        return all;
    }

    private static AffineTransform one(String function, double[] n) {
        return switch (function) {
            case "translate" -> AffineTransform.getTranslateInstance(n[0], n.length > 1 ? n[1] : 0);
            case "scale" -> AffineTransform.getScaleInstance(n[0], n.length > 1 ? n[1] : n[0]);
            case "rotate" ->
                n.length > 2
                        ? AffineTransform.getRotateInstance(Math.toRadians(n[0]), n[1], n[2])
                        : AffineTransform.getRotateInstance(Math.toRadians(n[0]));
            default -> n.length == 6 ? new AffineTransform(n) : new AffineTransform();
        };
    }

    /** The shape of an element, or null where it draws none. */
    static @Nullable Shape shape(String element, Map<String, String> a) {
        return switch (element) {
            case "rect" ->
                new Rectangle2D.Double(
                        number(a, "x", 0), number(a, "y", 0), number(a, "width", 0), number(a, "height", 0));
            case "circle" -> ellipse(a, number(a, "r", 0), number(a, "r", 0));
            case "ellipse" -> ellipse(a, number(a, "rx", 0), number(a, "ry", 0));
            case "line" ->
                new Line2D.Double(number(a, "x1", 0), number(a, "y1", 0), number(a, "x2", 0), number(a, "y2", 0));
            case "polygon", "polyline" -> polygon(numbers(a.getOrDefault("points", "")));
            case "path" -> PathData.read(a.getOrDefault("d", ""));
            default -> null;
        };
    }

    private static Shape ellipse(Map<String, String> a, double rx, double ry) {
        return new Ellipse2D.Double(number(a, "cx", 0) - rx, number(a, "cy", 0) - ry, 2 * rx, 2 * ry);
    }

    private static Shape polygon(double[] points) {
        Path2D.Double path = new Path2D.Double();
        for (int i = 0; i + 1 < points.length; i += 2) {
            if (i == 0) {
                path.moveTo(points[0], points[1]);
            } else {
                path.lineTo(points[i], points[i + 1]);
            }
        }
        return path;
    }
}
