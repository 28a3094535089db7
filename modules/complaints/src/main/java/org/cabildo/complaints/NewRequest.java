// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.cabildo.complaints.ServiceRequest.Reporter;
import org.cabildo.geography.GeoPoint;
import org.jspecify.annotations.Nullable;

/**
 * What somebody reports.
 *
 * @param submission what makes sending it twice one request, at most 100 characters
 * @param territory that the reporter named; the place decides when there is one
 * @param confirmed whether the reporter is known to be who they say, or nobody has to be
 * @param photos that were stored before
 * @param requestedAt when it was reported elsewhere; null: now
 */
public record NewRequest(
        String submission,
        String service,
        String description,
        Map<String, List<String>> answers,
        @Nullable GeoPoint point,
        String address,
        String addressId,
        String territory,
        String channel,
        Reporter reporter,
        boolean confirmed,
        List<StoredPhoto> photos,
        String mediaUrl,
        @Nullable Instant requestedAt) {

    /** The same report with these pictures. */
    public NewRequest with(List<StoredPhoto> pictures) {
        return new NewRequest(
                submission,
                service,
                description,
                answers,
                point,
                address,
                addressId,
                territory,
                channel,
                reporter,
                confirmed,
                pictures,
                mediaUrl,
                requestedAt);
    }

    /** A picture that the file store has. */
    public record StoredPhoto(String key, int width, int height) {}
}
