// SPDX-License-Identifier: Apache-2.0
package org.cabildo.benchmarks;

import java.util.Arrays;

/** Order statistics of a sample; between two ranks, linear (Hyndman and Fan 1996, type 7). */
record Quantiles(double[] sorted) {

    static Quantiles of(double... sample) {
        if (sample.length == 0) {
            throw new IllegalArgumentException("An empty sample has no quantiles");
        }
        double[] sorted = sample.clone();
        Arrays.sort(sorted);
        return new Quantiles(sorted);
    }

    /** The value below which a share, 0 to 1, of the sample lies. */
    double at(double share) {
        double rank = share * (sorted.length - 1);
        int below = (int) Math.floor(rank);
        int above = (int) Math.ceil(rank);
        return sorted[below] + (rank - below) * (sorted[above] - sorted[below]);
    }

    double median() {
        return at(0.5);
    }
}
