// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SparklineTests {

    @Test
    void drawsNothingForOneValue() {
        assertThat(Sparkline.of(List.of(4.0)).drawn()).isFalse();
        assertThat(Sparkline.of(List.of(4.0, Double.NaN)).drawn()).isFalse();
    }

    @Test
    void spansTheBoxFromLowestToHighest() {
        var spark = Sparkline.of(List.of(1.0, 3.0));
        assertThat(spark.line()).isEqualTo("M3.0 25.0L97.0 3.0");
        assertThat(spark.end()).isEqualTo("M97.0 3.0h0");
    }

    @Test
    void leavesAGapWhereAValueIsMissing() {
        var spark = Sparkline.of(List.of(1.0, 2.0, Double.NaN, 2.0, 3.0));
        assertThat(spark.line().chars().filter(c -> c == 'M')).hasSize(2);
        assertThat(spark.area().chars().filter(c -> c == 'Z')).hasSize(2);
    }

    @Test
    void drawsALoneValueBetweenGapsAsADot() {
        assertThat(Sparkline.of(List.of(1.0, 2.0, Double.NaN, 2.0)).line()).endsWith("M97.0 3.0h0");
    }

    @Test
    void laysEqualValuesInTheMiddle() {
        assertThat(Sparkline.of(List.of(5.0, 5.0)).line()).isEqualTo("M3.0 14.0L97.0 14.0");
    }
}
