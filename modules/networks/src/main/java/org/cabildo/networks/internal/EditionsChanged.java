// SPDX-License-Identifier: Apache-2.0
package org.cabildo.networks.internal;

import org.cabildo.platform.TenantId;

/** A network compares something else than before, or other members. */
record EditionsChanged(TenantId network) {}
