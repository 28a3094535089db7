// SPDX-License-Identifier: Apache-2.0
package org.cabildo.content;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wrote to the public body.
 *
 * @param email where an answer goes
 * @param locale language of the page on which it was written
 * @param answeredBy who marked it as answered, or null
 */
public record Message(
        UUID id,
        Instant received,
        String name,
        String email,
        String subject,
        String body,
        Locale locale,
        @Nullable Instant answered,
        @Nullable String answeredBy) {}
