// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.events;

import org.cabildo.platform.TenantId;

/** An event of the tests. */
record Bell(TenantId tenant, String name) {}
