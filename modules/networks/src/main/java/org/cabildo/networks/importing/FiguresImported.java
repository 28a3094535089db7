// SPDX-License-Identifier: Apache-2.0
package org.cabildo.networks.importing;

import org.cabildo.platform.TenantId;

/** An edition of a network has other figures than before. */
public record FiguresImported(TenantId network, String edition) {}
