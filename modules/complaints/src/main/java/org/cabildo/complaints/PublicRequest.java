// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.cabildo.complaints.clock.Clocks;
import org.cabildo.geography.GeoPoint;
import org.jspecify.annotations.Nullable;

/**
 * What everybody may know of a request.
 *
 * @param answers to questions whose answers are chosen from a list, or are numbers or dates; what people wrote freely
 *     may name somebody
 * @param reporter the name of who reported, where they show it; else empty
 * @param photos numbers of its pictures
 */
public record PublicRequest(
        long id,
        String service,
        String status,
        String description,
        Map<String, List<String>> answers,
        @Nullable GeoPoint point,
        String address,
        String territory,
        String agency,
        String reporter,
        @Nullable Long duplicateOf,
        Instant requestedAt,
        Instant updatedAt,
        @Nullable Instant closedAt,
        int reopened,
        @Nullable Integer rating,
        int followers,
        Clocks clocks,
        long waited,
        List<Long> photos) {

    /** The public part of a request that may be seen. */
    public static PublicRequest of(ServiceRequest request, Map<String, List<String>> answers, List<Long> photos) {
        return new PublicRequest(
                request.id(),
                request.service(),
                request.status(),
                request.description(),
                answers,
                request.point(),
                request.address(),
                request.territory(),
                request.agency(),
                request.reporter().publicName(),
                request.duplicateOf(),
                request.requestedAt(),
                request.updatedAt(),
                request.closedAt(),
                request.reopened(),
                request.rating(),
                request.followers(),
                request.clocks(),
                request.waited(),
                photos);
    }

    public boolean open() {
        return closedAt == null;
    }

    /** Whether the promised solution passed, before it was closed or without that. */
    public boolean late(Instant now) {
        return clocks.solution() != null
                && clocks.pausedAt() == null
                && clocks.solution().isBefore(closedAt == null ? now : closedAt);
    }
}
