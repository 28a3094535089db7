// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy.theme.colour;

import java.awt.geom.Path2D;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads path data (SVG 2, 9.3) into a path of straight lines and curves; arcs are drawn as their chords' bulges. */
final class PathData {

    private static final Pattern SEGMENT = Pattern.compile("([MmLlHhVvCcSsQqTtAaZz])([^MmLlHhVvCcSsQqTtAaZz]*)");

    private final Path2D.Double path = new Path2D.Double(Path2D.WIND_NON_ZERO);
    private double x;
    private double y;
    private double startX;
    private double startY;

    private PathData() {}

    static Path2D read(String data) {
        PathData reading = new PathData();
        Matcher segments = SEGMENT.matcher(data);
        while (segments.find()) {
            reading.segment(segments.group(1).charAt(0), numbers(segments.group(1), segments.group(2)));
        }
        return reading.path;
    }

    private static double[] numbers(String command, String text) {
        // The two flags of an arc may stand together with the number that follows.
        boolean arc = command.equalsIgnoreCase("a");
        return Geometry.numbers(
                arc
                        ? text.replaceAll(
                                "(^|\\s*[-\\d.]+[\\s,]+[-\\d.]+[\\s,]+[-\\d.]+[\\s,]+)([01])[\\s,]*([01])[\\s,]*",
                                "$1$2 $3 ")
                        : text);
    }

    private void segment(char command, double[] n) {
        boolean relative = Character.isLowerCase(command);
        char kind = Character.toUpperCase(command);
        if (kind == 'Z') {
            close();
            return;
        }
        int size = size(kind);
        for (int at = 0; at + size <= n.length; at += size) {
            double baseX = relative ? x : 0;
            double baseY = relative ? y : 0;
            if (kind == 'M' && at == 0) {
                move(baseX + n[0], baseY + n[1]);
            } else if (begun()) {
                draw(kind, n, at, baseX, baseY);
            }
        }
    }

    private boolean begun() {
        return path.getCurrentPoint() != null;
    }

    private static int size(char kind) {
        return switch (kind) {
            case 'H', 'V' -> 1;
            case 'S', 'Q' -> 4;
            case 'C' -> 6;
            case 'A' -> 7;
            default -> 2;
        };
    }

    private void draw(char kind, double[] n, int at, double baseX, double baseY) {
        switch (kind) {
            case 'H' -> line(baseX + n[at], y);
            case 'V' -> line(x, baseY + n[at]);
            case 'C' -> {
                double endX = baseX + n[at + 4];
                double endY = baseY + n[at + 5];
                path.curveTo(baseX + n[at], baseY + n[at + 1], baseX + n[at + 2], baseY + n[at + 3], endX, endY);
                at(endX, endY);
            }
            case 'S', 'Q' -> {
                double endX = baseX + n[at + 2];
                double endY = baseY + n[at + 3];
                path.quadTo(baseX + n[at], baseY + n[at + 1], endX, endY);
                at(endX, endY);
            }
            case 'A' -> arc(n[at], n[at + 3] != 0, n[at + 4] != 0, baseX + n[at + 5], baseY + n[at + 6]);
            default -> line(baseX + n[at], baseY + n[at + 1]);
        }
    }

    /** Half circles and less as one bulge, more as two: areas come out right within a few percent. */
    private void arc(double radius, boolean large, boolean sweep, double endX, double endY) {
        double dx = endX - x;
        double dy = endY - y;
        double chord = Math.hypot(dx, dy);
        double half = Math.min(radius, chord / 2);
        double sagitta = radius - Math.sqrt(Math.max(0, radius * radius - half * half));
        double bulge = (large ? 2 * radius - sagitta : sagitta) * 4 / 3 * (sweep ? 1 : -1);
        double nx = chord == 0 ? 0 : dy / chord * bulge;
        double ny = chord == 0 ? 0 : -dx / chord * bulge;
        path.curveTo(x + nx, y + ny, endX + nx, endY + ny, endX, endY);
        at(endX, endY);
    }

    private void line(double toX, double toY) {
        path.lineTo(toX, toY);
        at(toX, toY);
    }

    private void move(double toX, double toY) {
        path.moveTo(toX, toY);
        at(toX, toY);
        startX = toX;
        startY = toY;
    }

    private void close() {
        if (begun()) {
            path.closePath();
            at(startX, startY);
        }
    }

    private void at(double toX, double toY) {
        x = toX;
        y = toY;
    }
}
