// SPDX-License-Identifier: Apache-2.0
package org.cabildo.networks.comparison;

import java.util.List;
import org.cabildo.platform.TenantId;

/**
 * Everything that a member lets a network show of what it asks for, as it is now; replaces what it let it show before.
 * Figures are public by the member's consent.
 *
 * @param member slug of the member
 * @param entity official code of the member's territory
 * @param statement grows with each statement of any member; one that is not greater than the last that the network took
 *     is older, or the same again
 */
public record FiguresPublished(
        TenantId network,
        String member,
        String entity,
        String name,
        String region,
        long statement,
        List<Published> figures) {

    /** An answer; the value is empty where the member says that it has none. */
    public record Published(
            String edition,
            String measure,
            String state,
            String value,
            String period,
            String source,
            String note,
            int version) {}
}
