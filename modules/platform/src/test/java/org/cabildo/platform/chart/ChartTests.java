// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChartTests {

    @Test
    void choosesRoundTicksAroundTheValues() {
        assertThat(Scale.over(List.of(12.3, 87.9), false).ticks()).containsExactly(0.0, 20.0, 40.0, 60.0, 80.0, 100.0);
        assertThat(Scale.over(List.of(0.21, 0.34), false).ticks()).containsExactly(0.2, 0.25, 0.3, 0.35);
        assertThat(Scale.over(List.of(0.21, 0.34), false).decimals()).isEqualTo(2);
    }

    @Test
    void beginsBarsAtZeroAndGoesBelowItForNegativeValues() {
        assertThat(Scale.over(List.of(40.0, 55.0), true).low()).isZero();
        assertThat(Scale.over(List.of(-5.0, 55.0), true).low()).isNegative();
    }

    @Test
    void drawsSomethingForEqualValues() {
        Scale scale = Scale.over(List.of(7.0, 7.0), false);

        assertThat(scale.high()).isGreaterThan(scale.low());
        assertThat(scale.at(7)).isBetween(0.0, 1.0);
    }

    @Test
    void leavesAGapWhereAYearIsMissing() {
        var chart = LineChart.of(
                List.of("2012", "2013", "2014", "2015"),
                List.of(new LineChart.Values("La Paz", Arrays.asList(1.0, null, 3.0, 4.0))),
                null,
                false);

        LineChart.Line line = chart.lines().getFirst();
        assertThat(line.dots()).extracting(LineChart.Dot::index).containsExactly(0, 2, 3);
        assertThat(line.pieces()).hasSize(1);
    }

    @Test
    void labelsTheLastPeriodAndNoMoreThanAPhoneHolds() {
        List<String> years =
                IntStream.rangeClosed(2001, 2020).mapToObj(String::valueOf).toList();

        var chart = LineChart.of(years, List.of(), null, false);

        assertThat(chart.periods()).hasSizeLessThanOrEqualTo(6);
        assertThat(chart.periods().getLast().text()).isEqualTo("2020");
    }

    @Test
    void pilesEqualValuesUpAndPutsChosenOnesOnTop() {
        var plot = DotPlot.of(
                List.of(
                        new DotPlot.Value("a", "A", 10),
                        new DotPlot.Value("b", "B", 10),
                        new DotPlot.Value("c", "C", 20)),
                List.of("a"));

        assertThat(plot.dots()).hasSize(3);
        assertThat(plot.dots().getLast().key()).isEqualTo("a");
        assertThat(plot.dots().stream().filter(dot -> !dot.key().equals("c")).map(DotPlot.Dot::y))
                .doesNotHaveDuplicates();
    }

    @Test
    void drawsBarsInsteadOfThousandsOfDots() {
        List<DotPlot.Value> many = new ArrayList<>();
        for (int i = 0; i < 2_469; i++) {
            many.add(new DotPlot.Value("k" + i, "Municipio " + i, i % 97));
        }

        var plot = DotPlot.of(many, List.of("k5"));

        assertThat(plot.dots())
                .singleElement()
                .satisfies(dot -> assertThat(dot.key()).isEqualTo("k5"));
        assertThat(plot.bars()).hasSizeLessThanOrEqualTo(61);
        assertThat(plot.bars().stream().mapToInt(DotPlot.Bar::count).sum()).isEqualTo(2_469);
    }

    @Test
    void takesTheMeanOfTheTwoInTheMiddleAsMedian() {
        List<DotPlot.Value> four = new ArrayList<>();
        for (double value : new double[] {1, 9, 3, 4}) {
            four.add(new DotPlot.Value("k" + value, "", value));
        }

        assertThat(DotPlot.median(four)).isEqualTo(3.5);
    }

    @Test
    void makesClassesOfAboutEqualSizeWithoutSplittingTies() {
        var classes = Classes.quantiles(List.of(0.0, 0.0, 0.0, 0.0, 5.0, 6.0, 7.0, 8.0), 4);

        assertThat(classes.count()).isLessThanOrEqualTo(4);
        assertThat(classes.of(0)).isZero();
        assertThat(classes.of(8)).isEqualTo(classes.count() - 1);
        assertThat(classes.end(classes.count() - 1)).isEqualTo(8);
    }

    @Test
    void makesOneClassOfOneValueAndNoneOfNothing() {
        assertThat(Classes.quantiles(List.of(3.0), 5).count()).isEqualTo(1);
        assertThat(Classes.quantiles(List.of(), 5).count()).isZero();
    }

    @Test
    void hatchesAreasWithoutAValueAndEscapesNames() {
        String square = """
                {"type":"Polygon","coordinates":[[[-68,-16],[-67,-16],[-67,-17],[-68,-17],[-68,-16]]]}""";
        String other = """
                {"type":"MultiPolygon","coordinates":[[[[-66,-16],[-65,-16],[-65,-17],[-66,-17],[-66,-16]]]]}""";
        var map = MapDrawing.of(
                List.of(
                        new MapDrawing.Shape("1", "A & B", square),
                        new MapDrawing.Shape("2", "C", other),
                        new MapDrawing.Shape("3", "nowhere", "")),
                600);

        String svg = Choropleth.svg(map, "Agua", Map.of("1", 4.0), Classes.quantiles(List.of(4.0), 5), List.of("1"));

        assertThat(map.areas()).hasSize(2);
        assertThat(svg).contains("<title>A &amp; B</title>").contains("fill=\"url(#n)\"");
        assertThat(svg).containsOnlyOnce("stroke=\"#111\"");
    }

    @Test
    void drawsClosedOutlinesWithinTheDrawing() {
        String square = """
                {"type":"Polygon","coordinates":[[[-68,-16],[-67,-16],[-67,-17],[-68,-17],[-68,-16]]]}""";

        var map = MapDrawing.of(List.of(new MapDrawing.Shape("1", "A", square)), 100);

        assertThat(map.areas().getFirst().path()).startsWith("M4 4l").endsWith("z");
        assertThat(map.height()).isBetween(95, 115);
    }
}
