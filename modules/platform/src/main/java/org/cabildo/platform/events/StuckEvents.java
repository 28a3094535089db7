// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.events;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.cabildo.platform.Actor;
import org.jspecify.annotations.Nullable;

/**
 * The events of all tenants that were set aside after too many failures. For operators: callers check that the actor is
 * one. Listeners take the same event more than once without harm, so that trying again is always safe.
 */
public interface StuckEvents {

    /** The newest first, older than the given one (null: from the newest). */
    List<StuckEvent> newest(@Nullable UUID olderThan, int atMost);

    /** What is under way and what is stuck, for the health page. */
    Backlog backlog();

    /** Lets its listener try again; says whether it was there. Recorded in the audit of the event's tenant. */
    boolean retry(UUID id, Actor actor);

    /** Forgets it; says whether it was there. Recorded in the audit of the event's tenant. */
    boolean discard(UUID id, Actor actor);

    /**
     * How many events there are.
     *
     * @param waiting not yet taken by their listeners
     * @param failed of those, how many wait for another try
     * @param stuck set aside
     * @param waitingSince when the oldest of those waiting happened, or null
     */
    record Backlog(
            int waiting, int failed, int stuck, @Nullable Instant waitingSince) {}
}
