// SPDX-License-Identifier: Apache-2.0
package org.cabildo.geography;

import java.util.Set;
import org.cabildo.platform.TenantId;

/**
 * Territories or their boundaries have changed, appeared or disappeared. Published in the transaction of the change;
 * listeners ask {@link Territories} how things are now.
 *
 * @param territories codes of the territories concerned
 */
public record TerritoriesChanged(TenantId tenant, Set<String> territories) {}
