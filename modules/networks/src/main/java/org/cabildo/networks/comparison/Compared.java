// SPDX-License-Identifier: Apache-2.0
package org.cabildo.networks.comparison;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a comparison page needs, as it was at one moment.
 *
 * @param measure what is compared; null: the composite of the edition
 * @param entities everybody who is compared, without boundaries
 * @param figures of the measure; beside a composite those of the index that the source published
 * @param published the index that the source itself published, beside a composite; else null
 * @param composites by entity; empty for a measure
 * @param mapped whether there are boundaries to draw
 */
public record Compared(
        Edition edition,
        @Nullable Measure measure,
        List<Entity> entities,
        List<Figure> figures,
        @Nullable Measure published,
        Map<String, Composite> composites,
        boolean mapped) {

    /** The code under which the composite of an edition is asked for. */
    public static final String COMPOSITE = "indice";
}
