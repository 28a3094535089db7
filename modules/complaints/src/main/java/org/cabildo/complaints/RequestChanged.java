// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints;

import org.cabildo.platform.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * A request was reported or changed.
 *
 * @param entry what happened, an entry of its timeline; null when nothing of it is told
 * @param kind of the entry, or {@code silent}
 */
public record RequestChanged(
        TenantId tenant, long request, @Nullable Long entry, String kind) {}
