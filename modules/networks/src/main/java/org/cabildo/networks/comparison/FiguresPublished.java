// SPDX-License-Identifier: Apache-2.0
package org.cabildo.networks.comparison;

import java.util.List;
import org.cabildo.platform.TenantId;

/**
 * Everything that a member lets a network show, as it is now; replaces what it let it show before. Figures are public by
 * the member's consent.
 *
 * @param entity official code of the member's territory
 */
public record FiguresPublished(TenantId network, String entity, String name, String region, List<Published> figures) {

    /** A published value; null where the member says that it has none. */
    public record Published(
            String indicator, String state, String value, String period, String source, String note, int version) {}
}
