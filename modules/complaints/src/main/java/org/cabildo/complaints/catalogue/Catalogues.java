// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.catalogue;

import java.util.function.UnaryOperator;
import org.cabildo.platform.Actor;
import org.cabildo.platform.TenantId;

/** The catalogues of tenants. Called as the tenant. */
public interface Catalogues {

    /** The tenant's own catalogue, or the standard one. */
    Catalogue of(TenantId tenant);

    /**
     * Changes one thing of the catalogue.
     *
     * @param what what was changed, for the record of changes: kind and code, for instance {@code service bache}
     * @throws CatalogueRefused when it would not be valid afterwards, or would drop what requests still name; nothing is
     *     changed then
     */
    Catalogue change(TenantId tenant, Actor actor, String what, UnaryOperator<Catalogue> change);
}
