// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.mail;

import java.time.Instant;
import java.util.UUID;
import org.cabildo.platform.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * A mail that the installation has given up on, as operators see it: not to whom, only where the mailbox is.
 *
 * @param tenant its tenant, or null for mail of the console
 * @param key what it was about
 * @param host the part of the address behind the at sign
 * @param problem the server's code, for instance {@code SMTP 550 5.1.1}
 * @param attempts how often it was tried
 * @param failedAt when it was tried last
 */
public record UndeliveredMail(
        @Nullable TenantId tenant,
        UUID id,
        String key,
        String host,
        @Nullable String problem,
        int attempts,
        Instant failedAt) {}
