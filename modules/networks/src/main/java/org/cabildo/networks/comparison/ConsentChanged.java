// SPDX-License-Identifier: Apache-2.0
package org.cabildo.networks.comparison;

import org.cabildo.platform.TenantId;

/** A member gave or withdrew consent. */
public record ConsentChanged(TenantId member, String network) {}
