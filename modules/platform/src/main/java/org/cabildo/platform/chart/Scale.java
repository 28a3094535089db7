// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * A linear scale with round ends.
 *
 * @param low value at the beginning of the axis
 * @param high value at its end, greater than {@code low}
 * @param step distance of ticks: 1, 2 or 5 times a power of ten
 */
public record Scale(double low, double high, double step) {

    private static final int TICKS = 5;

    /**
     * A scale that holds all values, with about five ticks.
     *
     * @param zero whether it has to begin at zero, as scales of bars do; values below zero extend it
     */
    public static Scale over(Collection<Double> values, boolean zero) {
        double low = values.stream().mapToDouble(Double::doubleValue).min().orElse(0);
        double high = values.stream().mapToDouble(Double::doubleValue).max().orElse(1);
        if (zero) {
            low = Math.min(0, low);
            high = Math.max(0, high);
        }
        if (high == low) {
            high = low + (low == 0 ? 1 : Math.abs(low) / 10);
        }
        double step = roundStep((high - low) / TICKS);
        return new Scale(Math.floor(low / step + 1e-9) * step, Math.ceil(high / step - 1e-9) * step, step);
    }

    private static double roundStep(double wanted) {
        double power = Math.pow(10, Math.floor(Math.log10(wanted)));
        double lead = wanted / power;
        return (lead <= 1 ? 1 : lead <= 2 ? 2 : lead <= 5 ? 5 : 10) * power;
    }

    /** Where a value lies, from 0 (low) to 1 (high); values outside lie at the ends. */
    public double at(double value) {
        return Math.clamp((value - low) / (high - low), 0, 1);
    }

    /** Round values from one end to the other. */
    public List<Double> ticks() {
        List<Double> ticks = new ArrayList<>();
        int decimals = decimals();
        for (int i = 0; low + i * step <= high + step / 2; i++) {
            ticks.add(BigDecimal.valueOf(low + i * step)
                    .setScale(decimals, RoundingMode.HALF_EVEN)
                    .doubleValue());
        }
        return ticks;
    }

    /** How many decimals tell the ticks apart. */
    public int decimals() {
        return Math.max(0, (int) -Math.floor(Math.log10(step) + 1e-9));
    }
}
