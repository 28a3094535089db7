// SPDX-License-Identifier: Apache-2.0
package org.cabildo.networks.importing;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.cabildo.networks.comparison.Edition;
import org.jspecify.annotations.Nullable;

/**
 * What the files of a folder mean: which one lists the municipalities, which one their boundaries, what is measured, and
 * where the figures stand. Columns are named as in the files' headers.
 *
 * @param found a folder beside the installation's own that is imported at the first start if it is there, or empty
 * @param edition what the figures become
 */
public record Recipe(
        String found,
        Edition edition,
        Entities entities,
        @Nullable Boundaries boundaries,
        @Nullable Dictionary dictionary,
        Common common,
        List<Listed> listed,
        List<Figures> figures,
        List<Plausible> plausible) {

    /**
     * The file that lists the municipalities.
     *
     * @param digits how long their codes are, so that lost zeros at the beginning can be put back; 0: codes of any kind
     */
    public record Entities(String file, String code, String name, String region, String population, int digits) {}

    /**
     * The GeoJSON file with boundaries.
     *
     * @param code the property that holds the municipality's code
     */
    public record Boundaries(String file, String code) {}

    /**
     * A file that describes measures, one in each row. Columns may be empty texts where the file lacks them.
     *
     * @param name column by language
     * @param topicPrefix what stands before the value in the topic's column
     * @param directions which words mean up, down and none
     */
    public record Dictionary(
            String file,
            String code,
            Map<String, String> name,
            String topic,
            String topicPrefix,
            String direction,
            Map<String, String> directions,
            String period,
            String worst,
            String best) {}

    /** What holds for every measure that does not say otherwise. */
    public record Common(Map<String, String> unit, int decimals, String period, String source, String sourceUrl) {}

    /**
     * A measure written out, or words that replace those of the dictionary. What is null or empty is taken from the
     * dictionary and then from {@link Common}.
     *
     * @param index whether its publisher computed it from others; never part of a composite
     */
    public record Listed(
            String code,
            boolean index,
            Map<String, String> name,
            Map<String, String> unit,
            @Nullable Integer decimals,
            String direction,
            String topic,
            String period,
            String source,
            String sourceUrl,
            @Nullable BigDecimal worst,
            @Nullable BigDecimal best) {}

    /**
     * A file with figures. Long: one figure in each row, with the measure's code in a column. Wide: one municipality in
     * each row, and the measures' columns by their names.
     *
     * @param entity column of the municipality's code
     * @param name column of its name, which helps to find the right one when a code is wrong; or empty
     * @param measure column of the measure's code; empty in a wide file
     * @param value column of the value; empty in a wide file
     * @param period column of the period, or empty
     * @param columns in a wide file, code of the measure by column; empty: columns are named as measures
     */
    public record Figures(
            String file,
            String entity,
            String name,
            String measure,
            String value,
            String period,
            Map<String, String> columns) {

        boolean wide() {
            return measure.isEmpty();
        }
    }

    /**
     * Between which values figures are expected; others are kept and marked.
     *
     * @param unit how the unit begins, in any language
     */
    public record Plausible(
            String unit,
            @Nullable BigDecimal least,
            @Nullable BigDecimal most) {}
}
