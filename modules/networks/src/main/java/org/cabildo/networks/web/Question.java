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
import org.cabildo.networks.comparison.Comparisons;
import org.cabildo.networks.comparison.Composite;
import org.cabildo.networks.comparison.Edition;
import org.cabildo.networks.comparison.Figure;
import org.cabildo.networks.comparison.Measure;
import org.cabildo.platform.TenantId;
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

    static final String COMPOSITE = "indice";

    /** The question that a measure asks. */
    static Question of(View view, Comparisons comparisons, TenantId network, Edition edition, Measure measure) {
        Map<String, Figure> figures = comparisons.figures(network, edition.slug(), measure.code()).stream()
                .collect(Collectors.toMap(Figure::entity, figure -> figure));
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

    /** The question that the composite asks. */
    static Question composite(View view, Comparisons comparisons, TenantId network, Edition edition) {
        Map<String, Composite> composites = comparisons.composites(network, edition.slug());
        Map<String, BigDecimal> values = new HashMap<>();
        Map<String, Integer> coverage = new HashMap<>();
        composites.forEach((entity, composite) -> {
            values.put(entity, composite.score());
            coverage.put(entity, composite.coverage());
        });
        return new Question(
                COMPOSITE,
                view.msg(edition.fromMembers() ? "networks.composite" : "networks.recalculated"),
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

    /** The index of the whole that the source itself computed; shown beside the composite as what it is. */
    static Optional<Measure> published(List<Measure> measures) {
        return measures.stream()
                .filter(measure -> measure.index() && measure.topic().isEmpty())
                .findFirst();
    }

    static boolean composed(List<Measure> measures) {
        return measures.stream().anyMatch(measure -> !measure.index() && measure.worst() != null);
    }

    static final Comparator<Measure> BY_TOPIC = Comparator.comparingInt((Measure measure) -> topicRank(measure.topic()))
            .thenComparing(Measure::order);

    private static int topicRank(String topic) {
        return topic.matches("ods-[0-9]{1,2}") ? Integer.parseInt(topic.substring(4)) : 100;
    }
}
