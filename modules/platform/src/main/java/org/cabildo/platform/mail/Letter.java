// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.mail;

import java.time.Instant;
import java.util.UUID;
import org.cabildo.platform.TenantId;
import org.jspecify.annotations.Nullable;

/** A mail taken from the queue for one attempt. */
record Letter(
        @Nullable TenantId tenant,
        UUID id,
        String to,
        String subject,
        String text,
        @Nullable String html,
        int attempts,
        Instant createdAt) {

    @Override
    public String toString() {
        return "Letter[" + id + "]";
    }
}
