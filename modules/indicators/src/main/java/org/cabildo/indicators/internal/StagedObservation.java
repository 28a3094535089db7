// SPDX-License-Identifier: Apache-2.0
package org.cabildo.indicators.internal;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A value that waits to be loaded.
 *
 * @param source null, as the two after it, when the file says nothing of it
 */
record StagedObservation(
        String indicator,
        String territory,
        String breakdown,
        String period,
        String state,
        @Nullable BigDecimal value,
        @Nullable String source,
        @Nullable String sourceUrl,
        @Nullable String note) {

    /** What it is the value of. */
    List<String> key() {
        return List.of(indicator, territory, breakdown, period);
    }
}
