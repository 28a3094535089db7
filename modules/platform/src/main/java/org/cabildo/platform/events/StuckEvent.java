// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.events;

import java.time.Instant;
import java.util.UUID;
import org.cabildo.platform.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * An event that a listener failed to take too often. Each listener of an event has its own.
 *
 * @param tenant the tenant that the event names, or null when it names none
 * @param event simple name of the event's type
 * @param listener who was to take it, as type and method
 * @param attempts how often it was tried
 * @param publishedAt when it happened
 * @param stuckAt when it was set aside
 */
public record StuckEvent(
        UUID id,
        @Nullable TenantId tenant,
        String event,
        String listener,
        int attempts,
        Instant publishedAt,
        Instant stuckAt) {}
