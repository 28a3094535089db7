// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.mail;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a mail says.
 *
 * @param subject one line
 * @param html the same as HTML without remote parts, or null
 * @param headers further header fields by name, for instance {@code List-Unsubscribe} (RFC 8058)
 */
public record WrittenMail(
        String subject, String text, @Nullable String html, Map<String, String> headers) {

    public WrittenMail {
        subject = subject.replaceAll("\\p{Cntrl}+", " ").strip();
        headers = Map.copyOf(headers);
        headers.forEach((name, value) -> {
            if (!name.matches("[A-Za-z-]+") || value.chars().anyMatch(letter -> letter < ' ' || letter > '~')) {
                throw new IllegalArgumentException("Not a header field: " + name);
            }
        });
    }
}
