// SPDX-License-Identifier: Apache-2.0
package org.cabildo.networks.comparison;

import java.math.BigDecimal;
import java.util.Map;
import org.cabildo.indicators.Direction;
import org.jspecify.annotations.Nullable;

/**
 * What an edition compares.
 *
 * @param code for figures from members, the code of their indicator
 * @param index whether its publisher computed it from others; such a measure is never part of a composite
 * @param name by language tag
 * @param unit by language tag
 * @param topic for instance {@code ods-6}; composites take the mean of topics
 * @param period what figures are about where they don't say otherwise
 * @param worst the value that counts 0 in a composite, or null: not part of it
 * @param best the value that counts 100
 */
public record Measure(
        String code,
        boolean index,
        Map<String, String> name,
        Map<String, String> unit,
        int decimals,
        Direction direction,
        String topic,
        String period,
        String source,
        String sourceUrl,
        @Nullable BigDecimal worst,
        @Nullable BigDecimal best,
        int order) {

    public Measure withOrder(int place) {
        return new Measure(
                code, index, name, unit, decimals, direction, topic, period, source, sourceUrl, worst, best, place);
    }

    /** Whether it is the index of the whole as its source published it. */
    public boolean whole() {
        return index && topic.isEmpty();
    }

    /** Whether it is part of the edition's composite. */
    public boolean composed() {
        return !index && worst != null && best != null;
    }

    /** Whether another measure says the same; 1.0 and 1.00 are the same number. */
    public boolean same(@Nullable Measure other) {
        return other != null
                && equal(worst, other.worst)
                && equal(best, other.best)
                && equals(new Measure(
                        other.code,
                        other.index,
                        other.name,
                        other.unit,
                        other.decimals,
                        other.direction,
                        other.topic,
                        other.period,
                        other.source,
                        other.sourceUrl,
                        worst,
                        best,
                        other.order));
    }

    private static boolean equal(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one == null ? other == null : other != null && one.compareTo(other) == 0;
    }
}
