// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.internal;

import java.time.Instant;
import org.cabildo.geography.GeoPoint;
import org.jspecify.annotations.Nullable;

/**
 * A request as a row of another system's file says it.
 *
 * @param key that tells it from all others of the source, the same whenever the file is read
 * @param service its name there
 * @param group name of the service's group
 */
record ReadRequest(
        String key,
        String service,
        String group,
        String description,
        Instant opened,
        @Nullable Instant closed,
        @Nullable GeoPoint point,
        String address,
        String territory) {}
