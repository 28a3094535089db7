// SPDX-License-Identifier: Apache-2.0
package org.cabildo.indicators;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is measured and how. Texts are by language tag.
 *
 * @param code unique in the tenant, part of addresses, for instance {@code agua-potable}
 * @param unit how values are read, for instance {@code % de la población}
 * @param decimals of values on screen; stored values are exact
 * @param periodicity {@code year}, {@code half-year}, {@code quarter}, {@code month} or {@code irregular}
 * @param formula how it is calculated, in words
 * @param source who publishes the data; an observation may name its own
 * @param sourceUrl where the data are, or empty
 * @param office the office that answers for it, or empty
 * @param topic what it belongs to, for instance {@code ods-6}; may be empty
 * @param target value to be reached in {@code targetPeriod}, or null
 * @param order place in lists
 * @param published whether the public may see it
 * @param archived whether it is no longer kept up: out of sight, with its values; never published
 */
public record Indicator(
        String code,
        Map<String, String> name,
        Map<String, String> description,
        Map<String, String> unit,
        int decimals,
        Direction direction,
        String periodicity,
        Map<String, String> formula,
        String source,
        String sourceUrl,
        String office,
        String topic,
        @Nullable BigDecimal target,
        String targetPeriod,
        int order,
        boolean published,
        boolean archived) {

    public Indicator {
        published = published && !archived;
    }

    /** An indicator that is kept up. */
    public Indicator(
            String code,
            Map<String, String> name,
            Map<String, String> description,
            Map<String, String> unit,
            int decimals,
            Direction direction,
            String periodicity,
            Map<String, String> formula,
            String source,
            String sourceUrl,
            String office,
            String topic,
            @Nullable BigDecimal target,
            String targetPeriod,
            int order,
            boolean published) {
        this(
                code,
                name,
                description,
                unit,
                decimals,
                direction,
                periodicity,
                formula,
                source,
                sourceUrl,
                office,
                topic,
                target,
                targetPeriod,
                order,
                published,
                false);
    }

    /** The same, seen by the public or not. */
    public Indicator published(boolean seen) {
        return with(seen, archived);
    }

    /** The same, kept up or not; what was archived has to be published again. */
    public Indicator archived(boolean away) {
        return with(published && !away, away);
    }

    private Indicator with(boolean seen, boolean away) {
        return new Indicator(
                code,
                name,
                description,
                unit,
                decimals,
                direction,
                periodicity,
                formula,
                source,
                sourceUrl,
                office,
                topic,
                target,
                targetPeriod,
                order,
                seen,
                away);
    }
}
