// SPDX-License-Identifier: Apache-2.0
package org.cabildo.networks.web;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cabildo.indicators.Direction;
import org.cabildo.networks.comparison.Compared;
import org.cabildo.networks.comparison.Figure;
import org.cabildo.networks.comparison.Measure;
import org.cabildo.platform.web.View;

/**
 * What a comparison is about: a measure of an edition, or the composite that we make of all of them.
 *
 * @param code the measure's code, or {@code indice}
 * @param values exact values by entity
 * @param periods period by entity where figures say one
 * @param coverage for the composite, percent of measures with a value by entity
 */
public record Question(
        String code,
        String name,
        String unit,
        int decimals,
        Direction direction,
        String period,
        String source,
        String sourceUrl,
        Map<String, BigDecimal> values,
        Map<String, Figure> figures,
        Map<String, Integer> coverage) {

    static final String COMPOSITE = Compared.COMPOSITE;

    /** What a reader asks: the measure, or the composite. */
    static Question of(View view, Compared compared) {
        Measure measure = compared.measure();
        return measure == null ? composite(view, compared) : of(view, measure, compared.figures());
    }

    /** Beside a composite, the index that the source itself published, as what it is. */
    static Optional<Question> published(View view, Compared compared) {
        return Optional.ofNullable(compared.published()).map(measure -> of(view, measure, compared.figures()));
    }

    private static Question of(View view, Measure measure, List<Figure> all) {
        Map<String, Figure> figures = all.stream().collect(Collectors.toMap(Figure::entity, figure -> figure));
        Map<String, BigDecimal> values = new HashMap<>();
        figures.values().stream()
                .filter(figure -> figure.value() != null)
                .forEach(figure -> values.put(figure.entity(), figure.value()));
        String period = measure.period();
        if (period.isEmpty()) {
            List<String> periods = figures.values().stream()
                    .map(Figure::period)
                    .distinct()
                    .sorted()
                    .toList();
            period = periods.isEmpty()
                    ? ""
                    : periods.size() == 1 ? periods.getFirst() : periods.getFirst() + "–" + periods.getLast();
        }
        return new Question(
                measure.code(),
                view.localised(measure.name()),
                view.localised(measure.unit()),
                measure.decimals(),
                measure.direction(),
                period.replace('-', '–'),
                measure.source(),
                measure.sourceUrl(),
                values,
                figures,
                Map.of());
    }

    private static Question composite(View view, Compared compared) {
        Map<String, BigDecimal> values = new HashMap<>();
        Map<String, Integer> coverage = new HashMap<>();
        compared.composites().forEach((entity, composite) -> {
            values.put(entity, composite.score());
            coverage.put(entity, composite.coverage());
        });
        return new Question(
                COMPOSITE,
                view.msg(compared.edition().fromMembers() ? "networks.composite" : "networks.recalculated"),
                view.msg("networks.composite.unit"),
                1,
                Direction.UP,
                "",
                view.msg("networks.composite.source", view.site().name()),
                "",
                values,
                Map.of(),
                coverage);
    }

    static boolean composed(List<Measure> measures) {
        return measures.stream().anyMatch(Measure::composed);
    }

    static final Comparator<Measure> BY_TOPIC = Comparator.comparing(Measure::index)
            .thenComparingInt(measure -> topicRank(measure.topic()))
            .thenComparing(Measure::order);

    private static int topicRank(String topic) {
        return topic.matches("ods-[0-9]{1,2}") ? Integer.parseInt(topic.substring(4)) : 100;
    }
}
