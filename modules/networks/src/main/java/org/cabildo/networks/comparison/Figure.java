// SPDX-License-Identifier: Apache-2.0
package org.cabildo.networks.comparison;

import java.math.BigDecimal;
import java.time.Instant;
import org.cabildo.indicators.Observation.State;
import org.jspecify.annotations.Nullable;

/**
 * A value of an entity under a measure.
 *
 * @param source who published it where it is not the measure's own source, or empty
 * @param version version of the member's observation
 */
public record Figure(
        String measure,
        String entity,
        State state,
        @Nullable BigDecimal value,
        String period,
        String source,
        String note,
        int version,
        Instant recordedAt) {}
