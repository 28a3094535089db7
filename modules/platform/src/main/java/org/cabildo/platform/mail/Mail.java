// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.mail;

import java.util.regex.Pattern;
import org.cabildo.platform.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * A mail to one person.
 *
 * @param tenant the tenant in whose name it is sent, or null for mail of the console to operators
 * @param to one address, without a name
 * @param subject one line
 * @param text the mail in plain text
 * @param html the same as HTML without remote parts, or null
 * @param key what the mail is about, unique in its tenant: a second mail with the same key is not sent, for instance
 *     {@code invitation:<id>}
 */
public record Mail(
        @Nullable TenantId tenant,
        String to,
        String subject,
        String text,
        @Nullable String html,
        String key) {

    private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>()\\[\\],;:\\\\\"]{1,64}@[A-Za-z0-9.-]{1,253}");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");

    public Mail {
        if (!isAddress(to)) {
            throw new IllegalArgumentException("Not one mail address");
        }
        if (key.isBlank()) {
            throw new IllegalArgumentException("A mail needs a key");
        }
        subject = CONTROL.matcher(subject).replaceAll(" ").strip();
    }

    /** Whether mail can be sent to this: one address, without a name. */
    public static boolean isAddress(String text) {
        return text.length() <= 254 && ADDRESS.matcher(text).matches();
    }

    /** Says nothing of the recipient and the contents, so that no log does. */
    @Override
    public String toString() {
        return "Mail[tenant=" + tenant + ", key=" + key + "]";
    }
}
