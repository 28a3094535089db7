// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.open311;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.cabildo.geography.GeoPoint;
import org.jspecify.annotations.Nullable;

/**
 * What everybody may know of a request. Never who reported it.
 *
 * @param status code of its state
 * @param expectedAt when its solution is promised
 * @param statusNote what the office last said when it changed the state; may be empty
 * @param reason code of the reason of its closing; may be empty
 * @param media addresses of pictures, the report's own first
 * @param notes what happened to it in public; only where asked for
 */
public record OpenRequest(
        long id,
        String service,
        String status,
        String description,
        String agency,
        Instant requestedAt,
        Instant updatedAt,
        @Nullable Instant closedAt,
        @Nullable Instant expectedAt,
        String address,
        String addressId,
        @Nullable GeoPoint point,
        Map<String, List<String>> answers,
        String statusNote,
        String reason,
        List<String> media,
        List<Note> notes) {

    /** Something that happened in public. */
    public record Note(Instant at, String kind, String status, String text) {}

    /** When it was last changed; for a closed one that is its closing (GeoReport v2, "updated_datetime"). */
    public Instant changedAt() {
        return closedAt == null ? updatedAt : closedAt;
    }
}
