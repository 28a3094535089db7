// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.mail;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.cabildo.platform.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * A mail taken from the queue for one attempt.
 *
 * @param writer who chooses the words; the text is then what the writer needs to know. Null when the words are there
 */
record Letter(
        @Nullable TenantId tenant,
        UUID id,
        String to,
        String subject,
        String text,
        @Nullable String html,
        int attempts,
        Instant createdAt,
        @Nullable String writer,
        Map<String, String> headers) {

    /** The same letter with its words. */
    Letter saying(WrittenMail words) {
        return new Letter(
                tenant,
                id,
                to,
                words.subject(),
                words.text(),
                words.html(),
                attempts,
                createdAt,
                null,
                words.headers());
    }

    @Override
    public String toString() {
        return "Letter[" + id + "]";
    }
}
