// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.cabildo.geography.GeoPoint;
import org.cabildo.geography.Territories;
import org.cabildo.geography.Territory;
import org.cabildo.geography.TerritoryTree;
import org.cabildo.platform.TenantId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The territories that something lies in. */
@Component
class Places {

    private final Territories territories;
    private final Journal journal;

    Places(Territories territories, Journal journal) {
        this.territories = territories;
        this.journal = journal;
    }

    /** Those of the point, the broadest first; without a point, or outside of all, those of the territory that was named. */
    List<Territory> of(TenantId tenant, @Nullable GeoPoint point, String named, Instant at) {
        var day = at.atZone(journal.zone(tenant)).toLocalDate();
        if (point != null) {
            List<Territory> containing = territories.containing(tenant, point, day);
            if (!containing.isEmpty()) {
                return containing;
            }
        }
        if (named.isBlank()) {
            return List.of();
        }
        TerritoryTree tree = territories.tree(tenant, day);
        return tree.find(named)
                .map(territory -> {
                    List<Territory> way = new ArrayList<>(tree.way(territory));
                    way.add(territory);
                    return way;
                })
                .orElse(List.of());
    }

    static Set<String> codes(List<Territory> places) {
        return places.stream().map(Territory::code).collect(Collectors.toSet());
    }
}
