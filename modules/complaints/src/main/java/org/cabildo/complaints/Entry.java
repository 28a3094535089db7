// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a request.
 *
 * @param kind what, for instance {@code status}, {@code comment}, {@code referred}
 * @param author {@code staff}, {@code reporter}, {@code citizen}, {@code system} or {@code partner}
 * @param actorName who, for staff; never shown to the public
 * @param isPublic whether it stands on the public timeline
 * @param status the state after a change of state
 * @param reason code of the reason of a closing
 * @param agency the office after a referral
 * @param before what it was before, for changes that keep their history
 */
public record Entry(
        long id,
        Instant at,
        String kind,
        String author,
        @Nullable UUID actor,
        String actorName,
        boolean isPublic,
        @Nullable String status,
        @Nullable String reason,
        @Nullable String agency,
        String text,
        @Nullable String before,
        String mediaUrl,
        @Nullable String updateId) {}
