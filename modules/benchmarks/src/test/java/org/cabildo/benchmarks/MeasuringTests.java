// SPDX-License-Identifier: Apache-2.0
package org.cabildo.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MeasuringTests {

    @Test
    void interpolatesQuantilesBetweenRanks() {
        Quantiles quantiles = Quantiles.of(4, 1, 3, 2);

        assertThat(quantiles.median()).isEqualTo(2.5);
        assertThat(quantiles.at(0)).isEqualTo(1);
        assertThat(quantiles.at(1)).isEqualTo(4);
        assertThat(quantiles.at(0.95)).isCloseTo(3.85, within(1e-9));
    }

    @Test
    void takesTheRatioRoundByRound() {
        Rounds.Result result = Rounds.Result.of(new double[] {1, 2, 4}, new double[] {3, 4, 20});

        assertThat(result.ratio().sorted()).containsExactly(2, 3, 5);
    }

    @Test
    void warmsUpBeforeItCounts() throws Exception {
        int[] calls = new int[2];

        new Rounds(3, 5).compare(() -> calls[0]++, () -> calls[1]++);

        assertThat(calls).containsExactly(165, 165);
    }

    @Test
    void saysWhenAnAimIsMissed() {
        Report report = new Report(new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));

        report.latency("near", Quantiles.of(9, 9, 9), 10);
        report.latency("far", Quantiles.of(9, 9, 90), 10);

        assertThat(report.text().lines().skip(2))
                .satisfiesExactly(
                        near -> assertThat(near).startsWith("| near |").endsWith("| met |"),
                        far -> assertThat(far).startsWith("| far |").endsWith("| MISSED |"));
    }

    @Test
    void writesTheSameTextsForTheSameSeed() {
        assertThat(new Vocabulary(500, 7).text(40)).isEqualTo(new Vocabulary(500, 7).text(40));
    }

    @Test
    void usesCommonWordsInAboutAQuarterOfTheTextsAndRareOnesInNone() {
        Vocabulary vocabulary = new Vocabulary(20_000, 7);
        String common = vocabulary.common(10);

        long found = IntStream.range(0, 2_000)
                .filter(i -> Arrays.asList(vocabulary.text(78).split(" ")).contains(common))
                .count();

        assertThat(found / 2_000.0).isBetween(0.15, 0.35);
        assertThat(vocabulary.text(5_000)).doesNotContain(vocabulary.rare(3));
    }
}
