// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How values are spread: a dot for each, piled up where several are alike. Missing values are not drawn; say beside the
 * chart how many they are.
 *
 * @param height pixels of the whole drawing
 * @param baseline pixels from the top at which dots stand
 * @param radius pixels of a dot
 * @param dots the dots, chosen ones last so that they lie on top; of more than some hundred values only the chosen ones
 * @param bars instead of dots, how many of so many values lie near each other
 * @param ticks values below the axis
 * @param median where the middle of all values lies, or null without values
 */
public record DotPlot(
        int height,
        String baseline,
        String radius,
        List<Dot> dots,
        List<Bar> bars,
        List<Tick> ticks,
        @Nullable String median,
        int decimals) {

    private static final int BINS = 60;
    private static final int AXIS = 28;
    private static final int TOP = 34;
    private static final int ROOM = 130;
    private static final int MANY = 400;
    private static final double LARGE = 6;
    private static final double LEFT = 0.02;
    private static final double RIGHT = 0.98;

    /** A value to draw, under the key by which it can be chosen. */
    public record Value(String key, String name, double value) {}

    /** A dot; chosen ones are drawn with their name. */
    public record Dot(String x, String y, String key, String name, double value, boolean chosen, String anchor) {}

    /** Values that lie near each other. */
    public record Bar(String x, String width, String y, String height, double from, double to, int count) {}

    /** A value below the axis. */
    public record Tick(String x, String anchor, double value) {}

    /** Draws all values and marks those whose keys are chosen. */
    public static DotPlot of(List<Value> values, List<String> chosen) {
        Scale scale = Scale.over(values.stream().map(Value::value).toList(), false);
        int[] piled = new int[BINS + 1];
        for (Value value : values) {
            piled[bin(scale, value)]++;
        }
        int tallest = Math.max(1, Arrays.stream(piled).max().orElse(1));
        boolean many = values.size() > MANY;
        double radius = many ? LARGE : Math.clamp(ROOM / (2.0 * tallest), 1.5, LARGE);
        double baseline = TOP + (many ? ROOM : Math.min(ROOM, tallest * 2 * radius));
        List<Bar> bars = many ? bars(scale, piled, tallest, baseline) : List.of();
        Arrays.fill(piled, 0);
        List<Dot> dots = new ArrayList<>();
        values.stream()
                .filter(value -> !many || chosen.contains(value.key()))
                .sorted(Comparator.comparingDouble(Value::value))
                .forEach(value -> dots.add(dot(scale, value, piled, baseline, radius, chosen)));
        dots.sort(Comparator.comparing(Dot::chosen));
        return new DotPlot(
                (int) Math.ceil(baseline) + AXIS,
                Geometry.trim(baseline),
                Geometry.trim(radius),
                dots,
                bars,
                ticks(scale),
                values.isEmpty() ? null : x(scale.at(median(values))),
                scale.decimals());
    }

    private static List<Bar> bars(Scale scale, int[] piled, int tallest, double baseline) {
        List<Bar> bars = new ArrayList<>();
        double width = (RIGHT - LEFT) / BINS;
        double span = (scale.high() - scale.low()) / BINS;
        for (int bin = 0; bin <= BINS; bin++) {
            if (piled[bin] > 0) {
                double height = Math.max(1, piled[bin] * (double) ROOM / tallest);
                double middle = scale.low() + bin * span;
                bars.add(new Bar(
                        Geometry.percent(LEFT + (RIGHT - LEFT) * bin / BINS - width / 2),
                        Geometry.percent(width),
                        Geometry.trim(baseline - height),
                        Geometry.trim(height),
                        Math.max(scale.low(), middle - span / 2),
                        Math.min(scale.high(), middle + span / 2),
                        piled[bin]));
            }
        }
        return bars;
    }

    private static Dot dot(Scale scale, Value value, int[] piled, double baseline, double radius, List<String> chosen) {
        int bin = bin(scale, value);
        double y = baseline - radius - piled[bin]++ * 2 * radius;
        double share = scale.at(value.value());
        return new Dot(
                x(Math.round(share * BINS) / (double) BINS),
                Geometry.trim(y),
                value.key(),
                value.name(),
                value.value(),
                chosen.contains(value.key()),
                anchor(share));
    }

    private static List<Tick> ticks(Scale scale) {
        return scale.ticks().stream()
                .map(tick -> new Tick(x(scale.at(tick)), anchor(scale.at(tick)), tick))
                .toList();
    }

    /** The middle value, or the mean of the two in the middle. */
    public static double median(List<Value> values) {
        double[] sorted = values.stream().mapToDouble(Value::value).sorted().toArray();
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    private static int bin(Scale scale, Value value) {
        return (int) Math.round(scale.at(value.value()) * BINS);
    }

    private static String anchor(double share) {
        return share < 0.15 ? "start" : share > 0.85 ? "end" : "middle";
    }

    private static String x(double share) {
        return Geometry.percent(LEFT + (RIGHT - LEFT) * share);
    }
}
