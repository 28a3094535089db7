// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy.theme.colour;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.cabildo.tenancy.theme.colour.LogoColours.Patch;
import org.cabildo.tenancy.theme.colour.LogoColours.Shade;

/** Gathers patches of colour into a few shades. The same patches always give the same shades. */
final class Clusters {

    private static final double NEAR = 0.11;
    private static final double LEAST_CHROMA = 0.035;
    private static final double LEAST_SHARE = 0.02;
    private static final int ROUNDS = 6;
    private static final int MOST_SHADES = 6;

    private final List<Cluster> clusters = new ArrayList<>();

    private Clusters() {}

    private static final class Cluster {

        private double[] centre;
        private final double[] sum = new double[3];
        private double weight;

        Cluster(double[] centre) {
            this.centre = centre;
        }

        void add(double[] lab, double area) {
            for (int i = 0; i < 3; i++) {
                sum[i] += lab[i] * area;
            }
            weight += area;
        }

        void settle() {
            if (weight > 0) {
                centre = new double[] {sum[0] / weight, sum[1] / weight, sum[2] / weight};
            }
        }

        void empty() {
            sum[0] = 0;
            sum[1] = 0;
            sum[2] = 0;
            weight = 0;
        }
    }

    static List<Shade> of(List<Patch> patches) {
        List<Patch> coloured = patches.stream()
                .filter(patch -> patch.colour().chroma() >= LEAST_CHROMA)
                .sorted(Comparator.comparingDouble(Patch::area).reversed())
                .toList();
        double all = coloured.stream().mapToDouble(Patch::area).sum();
        Clusters found = new Clusters();
        coloured.forEach(patch -> found.seed(patch.colour().oklab()));
        for (int round = 0; round < ROUNDS; round++) {
            found.clusters.forEach(Cluster::empty);
            coloured.forEach(patch ->
                    found.nearest(patch.colour().oklab()).add(patch.colour().oklab(), patch.area()));
            found.clusters.forEach(Cluster::settle);
        }
        return found.clusters.stream()
                .filter(cluster -> cluster.weight > 0 && cluster.weight / all >= LEAST_SHARE)
                .sorted(Comparator.comparingDouble((Cluster cluster) -> cluster.weight)
                        .reversed())
                .limit(MOST_SHADES)
                .map(cluster -> new Shade(Colour.fromOklab(cluster.centre).hex(), cluster.weight / all))
                .toList();
    }

    private void seed(double[] lab) {
        if (clusters.stream().allMatch(cluster -> distance(cluster.centre, lab) > NEAR)) {
            clusters.add(new Cluster(lab));
        }
    }

    private Cluster nearest(double[] lab) {
        return clusters.stream()
                .min(Comparator.comparingDouble(cluster -> distance(cluster.centre, lab)))
                .orElseThrow();
    }

    static double distance(double[] one, double[] other) {
        return Math.sqrt(
                Math.pow(one[0] - other[0], 2) + Math.pow(one[1] - other[1], 2) + Math.pow(one[2] - other[2], 2));
    }
}
