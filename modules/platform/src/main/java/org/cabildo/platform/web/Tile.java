// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.web;

import java.util.List;

/**
 * A figure of a module on the home page or on a dashboard.
 *
 * @param label what is counted, with its period, for instance {@code Reportes resueltos en octubre}
 * @param figure the formatted value
 * @param unit unit of the value; empty when the label says it
 * @param change the change in words, for instance {@code 12 más que en septiembre}; empty for none
 * @param tone what the change means; its arrow or shape goes before the words
 * @param points earlier values, oldest first, for the sparkline; a missing value is null or NaN and leaves a gap; fewer
 *     than two draw nothing
 * @param href where the figure is explained; empty for none
 * @param icon name in the sprite; empty for none
 */
public record Tile(
        String label,
        String figure,
        String unit,
        String change,
        Tone tone,
        List<Double> points,
        String href,
        String icon) {

    /** A figure alone. */
    public static Tile of(String label, String figure, String href, String icon) {
        return new Tile(label, figure, "", "", Tone.NEUTRAL, List.of(), href, icon);
    }

    public Tile withUnit(String text) {
        return new Tile(label, figure, text, change, tone, points, href, icon);
    }

    public Tile withChange(String words, Tone meaning) {
        return new Tile(label, figure, unit, words, meaning, points, href, icon);
    }

    public Tile withPoints(List<Double> values) {
        return new Tile(label, figure, unit, change, tone, values, href, icon);
    }
}
