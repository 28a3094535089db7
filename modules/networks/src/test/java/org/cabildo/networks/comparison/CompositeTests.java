// SPDX-License-Identifier: Apache-2.0
package org.cabildo.networks.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.cabildo.indicators.Direction;
import org.cabildo.indicators.Observation.State;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CompositeTests {

    private static final Measure WATER = measure("agua", "ods-6", "20", "100");
    private static final Measure SEWERS = measure("saneamiento", "ods-6", "0", "100");
    private static final Measure POVERTY = measure("pobreza", "ods-1", "90", "0");

    @Test
    void countsFromTheWorstToTheBestInBothDirections() {
        assertThat(Composite.normalised(WATER, new BigDecimal("60"))).isEqualByComparingTo("50");
        assertThat(Composite.normalised(POVERTY, new BigDecimal("45"))).isEqualByComparingTo("50");
    }

    @Test
    void clipsWhatLiesBeyondTheGoalposts() {
        assertThat(Composite.normalised(WATER, new BigDecimal("210.6"))).isEqualByComparingTo("100");
        assertThat(Composite.normalised(WATER, BigDecimal.ZERO)).isEqualByComparingTo("0");
    }

    @Test
    void takesTheMeanOfTopicsNotOfMeasures() {
        Composite composite = Composite.of(
                        List.of(WATER, SEWERS, POVERTY),
                        List.of(figure("agua", "100"), figure("saneamiento", "100"), figure("pobreza", "90")))
                .get("1");

        assertThat(composite.score()).isEqualByComparingTo("50");
        assertThat(composite.topics()).containsOnlyKeys("ods-1", "ods-6");
    }

    @Test
    void leavesMissingValuesOutAndSaysHowManyThereAre() {
        Composite composite = Composite.of(
                        List.of(WATER, SEWERS, POVERTY), List.of(figure("agua", "60"), figure("saneamiento", null)))
                .get("1");

        assertThat(composite.score()).isEqualByComparingTo("50");
        assertThat(composite.measured()).isEqualTo(1);
        assertThat(composite.coverage()).isEqualTo(33);
    }

    @Test
    void ignoresIndicesThatOthersComputed() {
        Measure index = new Measure(
                "imds",
                true,
                Map.of(),
                Map.of(),
                1,
                Direction.UP,
                "",
                "",
                "",
                "",
                BigDecimal.ZERO,
                BigDecimal.valueOf(100),
                1);

        assertThat(Composite.of(List.of(index), List.of(figure("imds", "80")))).isEmpty();
    }

    private static Measure measure(String code, String topic, String worst, String best) {
        return new Measure(
                code,
                false,
                Map.of(),
                Map.of(),
                1,
                Direction.UP,
                topic,
                "",
                "",
                "",
                new BigDecimal(worst),
                new BigDecimal(best),
                1);
    }

    private static Figure figure(String measure, @Nullable String value) {
        return new Figure(
                measure,
                "1",
                value == null ? State.MISSING : State.VALUE,
                value == null ? null : new BigDecimal(value),
                "2020",
                "",
                "",
                1,
                Instant.EPOCH);
    }
}
