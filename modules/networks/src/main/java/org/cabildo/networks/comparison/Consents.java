// SPDX-License-Identifier: Apache-2.0
package org.cabildo.networks.comparison;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.cabildo.platform.Actor;
import org.cabildo.platform.TenantId;
import org.jspecify.annotations.Nullable;

/** What a municipality lets networks show of it, indicator by indicator. Called as the municipality. */
public interface Consents {

    /**
     * A consent, standing or withdrawn.
     *
     * @param network slug of the network
     * @param indicator code of the member's indicator
     */
    record Consent(
            String network,
            String indicator,
            Instant grantedAt,
            String grantedBy,
            @Nullable Instant withdrawnAt,
            String withdrawnBy) {

        public boolean standing() {
            return withdrawnAt == null;
        }
    }

    /** All consents to a network, newest first. */
    List<Consent> to(TenantId member, String network);

    /** Codes of indicators with a standing consent. */
    Set<String> standing(TenantId member, String network);

    /** Lets the network show these indicators as well. */
    void grant(TenantId member, String network, Set<String> indicators, Actor actor);

    /** Stops letting the network show these indicators; those without a consent are left out. */
    void withdraw(TenantId member, String network, Set<String> indicators, Actor actor);

    /**
     * Lets the network show exactly these indicators: grants what is new, withdraws the rest. The network's pages follow
     * at once by event.
     */
    void set(TenantId member, String network, Set<String> indicators, Actor actor);
}
