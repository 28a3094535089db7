// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.web;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The shape of a small line of values: a path through a box of 100 by 28 with a margin of 3. A missing value breaks the
 * line; a value alone between gaps is drawn as a dot.
 *
 * @param line path data of the line, empty with fewer than two values
 * @param area path data of the surface under the line
 * @param end path data of a point at the last value
 */
public record Sparkline(String line, String area, String end) {

    private static final double WIDTH = 100;
    private static final double HEIGHT = 28;
    private static final double MARGIN = 3;

    /** Draws values that are evenly spaced in time, oldest first; null and NaN are missing. */
    public static Sparkline of(List<? extends @Nullable Double> values) {
        var known = values.stream()
                .filter(Sparkline::present)
                .map(Objects::requireNonNull)
                .toList();
        if (known.size() < 2) {
            return new Sparkline("", "", "");
        }
        double low = known.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
        double high = known.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
        var line = new StringBuilder();
        var area = new StringBuilder();
        double step = (WIDTH - 2 * MARGIN) / (values.size() - 1);
        double x = 0;
        double y = 0;
        boolean drawing = false;
        for (int i = 0; i < values.size(); i++) {
            Double value = values.get(i);
            if (!present(value)) {
                close(area, drawing, x);
                drawing = false;
                continue;
            }
            x = MARGIN + i * step;
            y = high == low
                    ? HEIGHT / 2
                    : HEIGHT - MARGIN - (Objects.requireNonNull(value) - low) / (high - low) * (HEIGHT - 2 * MARGIN);
            line.append(drawing ? "L" : "M").append(point(x, y));
            area.append(drawing ? "L" : "M" + point(x, HEIGHT) + "L").append(point(x, y));
            if (!drawing && (i + 1 == values.size() || !present(values.get(i + 1)))) {
                line.append("h0");
            }
            drawing = true;
        }
        close(area, drawing, x);
        return new Sparkline(line.toString(), area.toString(), "M" + point(x, y) + "h0");
    }

    public boolean drawn() {
        return !line.isEmpty();
    }

    private static void close(StringBuilder area, boolean drawing, double x) {
        if (drawing) {
            area.append('L').append(point(x, HEIGHT)).append('Z');
        }
    }

    private static boolean present(@Nullable Double value) {
        return value != null && !value.isNaN();
    }

    private static String point(double x, double y) {
        return String.format(Locale.ROOT, "%.1f %.1f", x, y);
    }
}
