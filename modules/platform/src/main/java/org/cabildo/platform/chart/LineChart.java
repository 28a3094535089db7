// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Lines over time, ready to be drawn: every position is an attribute's value.
 *
 * @param height pixels
 * @param grid horizontal lines with the value they stand for
 * @param periods labels of the horizontal axis; as many as fit a phone
 * @param lines the lines, the first is the one that the page is about
 * @param target height of the target line, or null
 */
public record LineChart(
        int height,
        List<Grid> grid,
        List<Label> periods,
        List<Line> lines,
        @Nullable String target,
        int decimals) {

    private static final int HEIGHT = 260;
    private static final int TOP = 24;
    private static final int BOTTOM = 32;
    private static final double LEFT = 0.1;
    private static final double RIGHT = 0.98;
    private static final int LABELS = 6;

    /** A line of values, one for each period of the chart, oldest first; null where there is none. */
    public record Values(String name, List<? extends @Nullable Double> values) {}

    /** A horizontal line and its value. */
    public record Grid(String y, String labelY, double value) {}

    /** A label below the axis; anchor is an SVG text-anchor. */
    public record Label(String x, String anchor, String text) {}

    /** A line: pieces between neighbours that both exist, and its points. */
    public record Line(String name, List<Piece> pieces, List<Dot> dots) {}

    /** From one point to the next. */
    public record Piece(String x1, String y1, String x2, String y2) {}

    /** A point, with its place in the list of periods. */
    public record Dot(String x, String y, int index, double value) {}

    /**
     * Draws lines over the given periods, which are taken as evenly spaced.
     *
     * @param target value to be reached, or null
     * @param zero whether the axis begins at zero
     */
    public static LineChart of(List<String> periods, List<Values> lines, @Nullable Double target, boolean zero) {
        List<Double> known = new ArrayList<>();
        lines.forEach(line -> line.values().stream().filter(Objects::nonNull).forEach(known::add));
        if (target != null) {
            known.add(target);
        }
        Scale scale = Scale.over(known, zero);
        return new LineChart(
                HEIGHT,
                scale.ticks().stream()
                        .map(tick -> new Grid(y(scale, tick), Geometry.trim(height(scale, tick) - 5), tick))
                        .toList(),
                labels(periods),
                lines.stream().map(line -> line(scale, periods.size(), line)).toList(),
                target == null ? null : y(scale, target),
                scale.decimals());
    }

    private static Line line(Scale scale, int count, Values values) {
        List<Piece> pieces = new ArrayList<>();
        List<Dot> dots = new ArrayList<>();
        Dot previous = null;
        for (int i = 0; i < Math.min(count, values.values().size()); i++) {
            Double value = values.values().get(i);
            if (value == null) {
                previous = null;
                continue;
            }
            Dot dot = new Dot(x(i, count), y(scale, value), i, value);
            if (previous != null) {
                pieces.add(new Piece(previous.x(), previous.y(), dot.x(), dot.y()));
            }
            dots.add(dot);
            previous = dot;
        }
        return new Line(values.name(), pieces, dots);
    }

    private static List<Label> labels(List<String> periods) {
        int every = Math.max(1, (int) Math.ceil(periods.size() / (double) LABELS));
        List<Label> labels = new ArrayList<>();
        for (int i = periods.size() - 1; i >= 0; i -= every) {
            String anchor = i == 0 && periods.size() > 1 ? "start" : i == periods.size() - 1 ? "end" : "middle";
            labels.addFirst(new Label(x(i, periods.size()), periods.size() == 1 ? "middle" : anchor, periods.get(i)));
        }
        return labels;
    }

    private static String x(int index, int count) {
        return Geometry.percent(count == 1 ? 0.5 : LEFT + (RIGHT - LEFT) * index / (count - 1));
    }

    private static double height(Scale scale, double value) {
        return HEIGHT - BOTTOM - scale.at(value) * (HEIGHT - TOP - BOTTOM);
    }

    private static String y(Scale scale, double value) {
        return Geometry.trim(height(scale, value));
    }
}
