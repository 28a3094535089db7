// SPDX-License-Identifier: Apache-2.0
package org.cabildo.geography;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.cabildo.platform.TenantId;

/** The territories of a tenant. Called as the tenant. */
public interface Territories {

    /** The kinds of territories, the broadest first. */
    List<Level> levels(TenantId tenant);

    /** All territories that ever were, by their order. */
    List<Territory> all(TenantId tenant);

    /** The territories that exist on a day. */
    TerritoryTree tree(TenantId tenant, LocalDate day);

    Optional<Territory> byCode(TenantId tenant, String code);

    /**
     * The territories that a point lies in on a day, the broadest first. A point on a boundary lies in each territory
     * that it bounds, so that nobody on a street between two districts is told to live in none.
     */
    List<Territory> containing(TenantId tenant, GeoPoint point, LocalDate day);

    /** The boundaries in force on a day, by code of the territory; territories without one are left out. */
    List<Boundary> boundaries(TenantId tenant, LocalDate day);

    /** The same for some territories. */
    List<Boundary> boundaries(TenantId tenant, Collection<String> codes, LocalDate day);

    /** Where the tenant's maps get pictures of streets from; empty unless it chose a server. */
    Optional<TileServer> tiles(TenantId tenant);
}
