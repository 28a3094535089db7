// SPDX-License-Identifier: Apache-2.0
package org.cabildo.networks.comparison;

import java.util.List;
import org.cabildo.indicators.Indicator;
import org.cabildo.indicators.Observation;
import org.cabildo.platform.Site;
import org.jspecify.annotations.Nullable;

/**
 * What a network asks a municipality for and what the municipality has to show: the same for the screen on which it
 * decides and for the figures that it then publishes. Enters both in turn, so it is not called within a transaction.
 */
public interface Answers {

    /**
     * A question with its answer.
     *
     * @param indicator the municipality's public indicator of the measure's code, or null: it has none
     * @param observation what would be shown, or null: nothing yet
     */
    record Answer(
            Asked asked,
            @Nullable Indicator indicator,
            @Nullable Observation observation) {

        public String code() {
            return asked.measure().code();
        }
    }

    /** All questions by edition and order; none where the municipality's indicators are switched off. */
    List<Answer> of(Site municipality, Site network);

    /** What a network asks, whether or not there are answers. */
    List<Asked> asked(Site network);
}
