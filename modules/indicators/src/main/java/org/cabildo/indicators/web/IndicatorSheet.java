// SPDX-License-Identifier: Apache-2.0
package org.cabildo.indicators.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cabildo.indicators.Direction;
import org.cabildo.indicators.Indicator;
import org.cabildo.indicators.Observation;
import org.cabildo.indicators.Period;
import org.cabildo.platform.chart.LineChart;
import org.cabildo.platform.web.Tile;
import org.cabildo.platform.web.View;
import org.jspecify.annotations.Nullable;

/**
 * What the page of an indicator shows, in the words of a view.
 *
 * @param tile the newest value
 * @param sentence the finding in a sentence, empty without values
 * @param trend lines over time, or null with fewer than two periods
 * @param caption what the trend shows, for screen readers
 * @param target label of the target line
 * @param rows the newest values
 * @param cut whether there are more values than rows
 * @param broken whether there are several series, so that the table names them
 * @param facts how it is made and by whom
 * @param updated when a value was last recorded, or null
 * @param knownOn the day as of which values are shown, or null for now
 */
public record IndicatorSheet(
        Indicator indicator,
        Tile tile,
        String sentence,
        @Nullable LineChart trend,
        String caption,
        String target,
        List<Row> rows,
        boolean cut,
        boolean broken,
        Map<String, String> facts,
        @Nullable Instant updated,
        @Nullable LocalDate knownOn) {

    private static final int LINES = 5;
    private static final int ROWS = 60;

    /** A line of the table. */
    public record Row(
            String period, String series, String value, String source, String sourceUrl, String note, int version) {}

    /**
     * Puts an indicator into words.
     *
     * @param names of territories by their code; one that is not there is shown by its code
     */
    static IndicatorSheet of(
            View view,
            Indicator indicator,
            List<Observation> observations,
            Map<String, String> names,
            @Nullable LocalDate knownOn) {
        List<Observation> headline = observations.stream()
                .filter(observation -> observation.series().headline())
                .toList();
        List<Observation> values = headline.stream()
                .filter(observation -> observation.value() != null)
                .toList();
        List<Observation> drawn = everywhere(observations);
        List<Period> periods =
                drawn.stream().map(Observation::period).distinct().sorted().toList();
        boolean broken = observations.stream()
                .anyMatch(observation -> !observation.series().headline());
        String target = indicator.target() == null
                ? ""
                : view.msg(
                        "indicators.target",
                        indicator.targetPeriod(),
                        view.number(indicator.target(), indicator.decimals()));
        return new IndicatorSheet(
                indicator,
                IndicatorCard.tile(view, indicator, headline),
                values.isEmpty() ? "" : IndicatorCard.change(view, indicator, values),
                periods.size() < 2 ? null : trend(view, indicator, drawn, periods, names),
                caption(view, indicator, values),
                target,
                rows(view, indicator, observations, names),
                observations.size() > ROWS,
                broken,
                facts(view, indicator),
                observations.stream()
                        .map(Observation::recordedAt)
                        .max(Comparator.naturalOrder())
                        .orElse(null),
                knownOn);
    }

    /** What is about the whole municipality; its parts are compared on the map, and drawn here only where there is no more. */
    private static List<Observation> everywhere(List<Observation> observations) {
        List<Observation> whole = observations.stream()
                .filter(observation -> observation.series().territory().isEmpty())
                .toList();
        return whole.isEmpty() ? observations : whole;
    }

    private static LineChart trend(
            View view,
            Indicator indicator,
            List<Observation> observations,
            List<Period> periods,
            Map<String, String> names) {
        Map<String, List<@Nullable Double>> lines = new LinkedHashMap<>();
        observations.forEach(observation -> {
            String name = Wording.series(view, observation.series(), names);
            int place = periods.indexOf(observation.period());
            lines.computeIfAbsent(name, key -> new ArrayList<>(java.util.Collections.nCopies(periods.size(), null)))
                    .set(
                            place,
                            observation.value() == null
                                    ? null
                                    : observation.value().doubleValue());
        });
        return LineChart.of(
                periods.stream().map(period -> Periods.label(view, period)).toList(),
                lines.entrySet().stream()
                        .limit(LINES)
                        .map(line -> new LineChart.Values(line.getKey(), line.getValue()))
                        .toList(),
                indicator.target() == null ? null : indicator.target().doubleValue(),
                false);
    }

    private static String caption(View view, Indicator indicator, List<Observation> values) {
        return values.size() < 2
                ? ""
                : view.msg(
                        "indicators.trendCaption",
                        view.localised(indicator.name()),
                        view.number(values.getFirst().value(), indicator.decimals()),
                        Periods.label(view, values.getFirst().period()),
                        view.number(values.getLast().value(), indicator.decimals()),
                        Periods.label(view, values.getLast().period()));
    }

    private static List<Row> rows(
            View view, Indicator indicator, List<Observation> observations, Map<String, String> names) {
        return observations.stream()
                .sorted(Comparator.comparing(Observation::period).reversed())
                .limit(ROWS)
                .map(observation -> new Row(
                        Periods.label(view, observation.period()),
                        Wording.series(view, observation.series(), names),
                        Wording.value(view, indicator, observation),
                        observation.source().isEmpty() ? indicator.source() : observation.source(),
                        observation.sourceUrl().isEmpty() ? indicator.sourceUrl() : observation.sourceUrl(),
                        observation.note(),
                        observation.version()))
                .toList();
    }

    private static Map<String, String> facts(View view, Indicator indicator) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(view.msg("indicators.unit"), view.localised(indicator.unit()));
        if (indicator.direction() != Direction.NONE) {
            facts.put(
                    view.msg("indicators.direction"),
                    view.msg("indicators.direction." + indicator.direction().code()));
        }
        facts.put(view.msg("indicators.periodicity"), view.msg("indicators.periodicity." + indicator.periodicity()));
        facts.put(view.msg("indicators.topic"), Topics.name(view, indicator.topic()));
        if (!indicator.office().isEmpty()) {
            facts.put(view.msg("indicators.office"), indicator.office());
        }
        facts.put(view.msg("indicators.code"), indicator.code());
        return facts;
    }
}
