// SPDX-License-Identifier: Apache-2.0
package org.cabildo.benchmarks;

/**
 * Measures two ways of the same work in turns, so that what else the machine does hits both alike. Times are
 * milliseconds; the first rounds warm up and do not count.
 */
final class Rounds {

    /** Work to be timed. */
    @FunctionalInterface
    interface Work {

        void run() throws Exception;
    }

    /** Medians of the rounds of both ways, and the second over the first, round by round. */
    record Result(Quantiles one, Quantiles other, Quantiles ratio) {

        static Result of(double[] ones, double[] others) {
            double[] ratios = new double[ones.length];
            for (int i = 0; i < ones.length; i++) {
                ratios[i] = others[i] / ones[i];
            }
            return new Result(Quantiles.of(ones), Quantiles.of(others), Quantiles.of(ratios));
        }
    }

    private static final int WARM_UP = 30;

    private final int rounds;
    private final int repetitions;

    Rounds(int rounds, int repetitions) {
        this.rounds = rounds;
        this.repetitions = repetitions;
    }

    Result compare(Work one, Work other) throws Exception {
        double[] ones = new double[rounds];
        double[] others = new double[rounds];
        for (int round = -WARM_UP; round < rounds; round++) {
            double first = median(one);
            double second = median(other);
            if (round >= 0) {
                ones[round] = first;
                others[round] = second;
            }
        }
        return Result.of(ones, others);
    }

    private double median(Work work) throws Exception {
        return Quantiles.of(times(work, repetitions)).median();
    }

    /** Each repetition's time. */
    static double[] times(Work work, int repetitions) throws Exception {
        double[] times = new double[repetitions];
        for (int i = 0; i < repetitions; i++) {
            long start = System.nanoTime();
            work.run();
            times[i] = (System.nanoTime() - start) / 1e6;
        }
        return times;
    }
}
