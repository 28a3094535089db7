// SPDX-License-Identifier: Apache-2.0
package org.cabildo.networks.comparison;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A composite index: each value is normalised between goalposts, (x − worst) / (best − worst), clipped to 0 and 1 and
 * counted from 0 to 100; a topic is the mean of its measures that have a value; the index is the mean of the topics that
 * have one. Nothing is imputed: the share of measures that have a value is said beside the score (OECD/JRC, Handbook on
 * Constructing Composite Indicators, 2008, steps 3 to 6; Sustainable Development Report, codebook 2025).
 *
 * @param score 0 to 100, exact
 * @param topics score of each topic that has one
 * @param measured how many measures have a value
 * @param asked how many measures are part of the index
 */
public record Composite(BigDecimal score, Map<String, BigDecimal> topics, int measured, int asked) {

    private static final MathContext EXACT = MathContext.DECIMAL64;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** Scores by code of the entity; entities without any value are absent. */
    public static Map<String, Composite> of(Collection<Measure> measures, Collection<Figure> figures) {
        Map<String, Measure> parts = new HashMap<>();
        measures.stream()
                .filter(measure -> !measure.index() && measure.worst() != null && measure.best() != null)
                .forEach(measure -> parts.put(measure.code(), measure));
        Map<String, Map<String, List<BigDecimal>>> scores = new TreeMap<>();
        for (Figure figure : figures) {
            Measure measure = parts.get(figure.measure());
            if (measure != null && figure.value() != null) {
                scores.computeIfAbsent(figure.entity(), entity -> new TreeMap<>())
                        .computeIfAbsent(measure.topic(), topic -> new ArrayList<>())
                        .add(normalised(measure, figure.value()));
            }
        }
        Map<String, Composite> composites = new TreeMap<>();
        scores.forEach((entity, byTopic) -> {
            Map<String, BigDecimal> topics = new TreeMap<>();
            byTopic.forEach((topic, values) -> topics.put(topic, mean(values)));
            int measured = byTopic.values().stream().mapToInt(List::size).sum();
            composites.put(entity, new Composite(mean(topics.values()), topics, measured, parts.size()));
        });
        return composites;
    }

    /** A value between goalposts, from 0 to 100. */
    static BigDecimal normalised(Measure measure, BigDecimal value) {
        BigDecimal share = value.subtract(measure.worst()).divide(measure.best().subtract(measure.worst()), EXACT);
        return share.max(BigDecimal.ZERO).min(BigDecimal.ONE).multiply(HUNDRED);
    }

    /** The arithmetic mean. */
    public static BigDecimal mean(Collection<BigDecimal> values) {
        return values.stream()
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(values.size()), EXACT);
    }

    /** The share of measures that have a value, in whole percent. */
    public int coverage() {
        return asked == 0
                ? 0
                : BigDecimal.valueOf(measured * 100L)
                        .divide(BigDecimal.valueOf(asked), 0, RoundingMode.DOWN)
                        .intValue();
    }
}
