// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * Classes of a map: quantiles, so that each holds about as many places, without splitting equal values.
 *
 * @param breaks lower ends of the classes, ascending; a value belongs to the last class whose end it reaches
 * @param high the greatest value
 */
public record Classes(List<Double> breaks, double high) {

    /** Divides values into at most the given number of classes. */
    public static Classes quantiles(Collection<Double> values, int atMost) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        List<Double> breaks = new ArrayList<>();
        for (int i = 0; i < atMost && sorted.length > 0; i++) {
            double end = sorted[
                    (int) Math.ceil(i * sorted.length / (double) atMost) == sorted.length
                            ? sorted.length - 1
                            : (int) Math.ceil(i * sorted.length / (double) atMost)];
            if (breaks.isEmpty() || end > breaks.getLast()) {
                breaks.add(end);
            }
        }
        return new Classes(List.copyOf(breaks), sorted.length == 0 ? 0 : sorted[sorted.length - 1]);
    }

    public int count() {
        return breaks.size();
    }

    /** The class of a value, counted from zero. */
    public int of(double value) {
        int found = Arrays.binarySearch(
                breaks.stream().mapToDouble(Double::doubleValue).toArray(), value);
        return Math.max(0, found >= 0 ? found : -found - 2);
    }

    /** Where a class ends: at the next one's beginning, or at the greatest value. */
    public double end(int index) {
        return index + 1 < breaks.size() ? breaks.get(index + 1) : high;
    }
}
