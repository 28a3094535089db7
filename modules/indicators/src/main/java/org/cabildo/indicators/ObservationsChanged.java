// SPDX-License-Identifier: Apache-2.0
package org.cabildo.indicators;

import java.util.Set;
import org.cabildo.platform.TenantId;

/**
 * Figures that the public may see have changed, appeared or disappeared. Published in the transaction of the change;
 * listeners ask {@link Indicators} how things are now.
 *
 * @param indicators codes of the indicators concerned
 */
public record ObservationsChanged(TenantId tenant, Set<String> indicators) {}
