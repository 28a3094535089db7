// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.open311;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cabildo.complaints.NewRequest.StoredPhoto;
import org.cabildo.platform.TenantId;
import org.jspecify.annotations.Nullable;

/** What happens to requests, told to other systems and by them. Called as the tenant. */
public interface Updates {

    /**
     * Something that happened in public.
     *
     * @param status code of the state that the request was in afterwards
     */
    record Update(long id, long request, String status, Instant at, String text, List<String> media) {}

    /**
     * What another system says.
     *
     * @param id that it gave it, so that sending it twice is one update
     * @param word the state that it sees; null: it says nothing of it
     */
    record Incoming(
            String id,
            long request,
            @Nullable UpdateWord word,
            String text,
            List<String> media,
            List<StoredPhoto> photos) {}

    /** The number of an update, the same for the same update, and whether it is new. */
    record Received(long id, boolean fresh) {}

    /** Updates of a span of time in the order in which they happened, without those that came from other systems. */
    List<Update> between(TenantId tenant, Instant from, Instant until, int atMost);

    /**
     * Takes an update. The request changes its state when the municipality's states let a worker do so without a reason
     * of their own; what was said is kept in any case.
     *
     * @param key of the system that sends it
     * @return empty when there is no such request to update
     */
    Optional<Received> receive(TenantId tenant, UUID key, String sender, Incoming update);
}
