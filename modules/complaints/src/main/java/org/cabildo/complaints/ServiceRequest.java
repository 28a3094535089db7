// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cabildo.complaints.clock.Clocks;
import org.cabildo.geography.GeoPoint;
import org.jspecify.annotations.Nullable;

/**
 * Something that a person asked the municipality to do (Open311 GeoReport v2, "request").
 *
 * @param service code of the service
 * @param status code of the state in the tenant's catalogue
 * @param answers to the service's questions, by code
 * @param territory the smallest territory that the place lies in, or that the reporter named; may be empty
 * @param agency office or outside body that has it; may be empty
 * @param channel {@code web}, {@code counter}, {@code phone}, {@code open311} or {@code import}
 * @param listed whether the public may see it: confirmed, not hidden, not confidential
 * @param closedAt when it was closed; null while it is open
 * @param warned letters of the clocks of which staff were warned: r, u, s
 * @param overdue letters of the clocks that ran out
 * @param version grows with each change, so that two people do not overwrite each other
 */
public record ServiceRequest(
        long id,
        String service,
        String status,
        String description,
        Map<String, List<String>> answers,
        @Nullable GeoPoint point,
        String address,
        String addressId,
        String territory,
        String agency,
        @Nullable UUID assignee,
        String assigneeName,
        String channel,
        Reporter reporter,
        boolean confirmed,
        boolean hidden,
        boolean confidential,
        boolean listed,
        @Nullable Long duplicateOf,
        Instant requestedAt,
        Instant updatedAt,
        @Nullable Instant closedAt,
        int reopened,
        @Nullable Integer rating,
        String ratingText,
        int followers,
        int photos,
        Clocks clocks,
        long waited,
        String warned,
        String overdue,
        int escalated,
        int version) {

    /**
     * Who reported. Never shown to the public but for the name, and that only when its owner says so.
     *
     * @param locale language in which to write to them
     */
    public record Reporter(String name, String email, String phone, boolean namePublic, String locale) {

        public static final Reporter ANONYMOUS = new Reporter("", "", "", false, "es");

        /** The name that everybody may see; empty unless its owner shows it. */
        public String publicName() {
            return namePublic ? name : "";
        }
    }

    /** How people call it. */
    public String reference() {
        return Long.toString(id);
    }

    public boolean open() {
        return closedAt == null;
    }

    /** When it was or is promised to be solved. */
    public Optional<Instant> promised() {
        return Optional.ofNullable(clocks.solution());
    }

    /** Whether the promised solution passed, before it was closed or without that. */
    public boolean late(Instant now) {
        return clocks.solution() != null
                && clocks.pausedAt() == null
                && clocks.solution().isBefore(closedAt == null ? now : closedAt);
    }
}
