// SPDX-License-Identifier: Apache-2.0
package org.cabildo.geography;

import java.util.List;
import org.cabildo.platform.Actor;
import org.cabildo.platform.TenantId;
import org.jspecify.annotations.Nullable;

/** What staff do with territories. Called as the tenant; everything is recorded in the audit. */
public interface TerritoryEditing {

    /** Makes or changes a level. */
    void save(TenantId tenant, Level level, Actor actor);

    /**
     * Makes or changes a territory, by its code. Repeating changes nothing. A new one comes after all others; the place of
     * a known one stays as it is.
     *
     * @throws IllegalArgumentException when level or parent do not exist, or it would lie in itself
     */
    void save(TenantId tenant, Territory territory, Actor actor);

    /**
     * Takes over territories and boundaries together, all or none.
     *
     * @throws IllegalArgumentException as for one
     */
    void save(TenantId tenant, List<Territory> territories, List<Boundary> boundaries, Actor actor);

    /** Chooses where pictures of streets come from; null: nowhere. */
    void choose(TenantId tenant, @Nullable TileServer server, Actor actor);
}
