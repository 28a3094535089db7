// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.open311;

import java.time.Instant;
import java.util.List;
import org.cabildo.complaints.Tile;
import org.jspecify.annotations.Nullable;

/**
 * Which requests a machine asks for; null parts and empty lists ask for all.
 *
 * @param ids when there are any, nothing else counts
 * @param open only open ones, or only closed ones
 * @param from first moment of reporting, {@code until} the last
 * @param changedFrom first moment of the last change, {@code changedUntil} the last
 * @param detailed with what happened to each in public
 */
public record OpenFilter(
        List<Long> ids,
        List<String> services,
        @Nullable Boolean open,
        @Nullable Instant from,
        @Nullable Instant until,
        @Nullable Instant changedFrom,
        @Nullable Instant changedUntil,
        Tile.@Nullable Box box,
        boolean detailed,
        int offset,
        int limit) {

    /** Requests by their numbers, in the order of their reporting. */
    public static OpenFilter of(List<Long> ids, boolean detailed) {
        return new OpenFilter(ids, List.of(), null, null, null, null, null, null, detailed, 0, ids.size());
    }
}
