// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.mail;

import org.cabildo.platform.TenantId;

/**
 * A mail whose words are chosen when it leaves, so that nothing is told that was taken back while it waited.
 *
 * @param to one address, without a name
 * @param writer name of the {@link MailWriter} that chooses the words
 * @param reference what the writer needs to know, never the words themselves
 * @param key what the mail is about, unique in its tenant: a second mail with the same key is not sent
 */
public record LateMail(TenantId tenant, String to, String writer, String reference, String key) {

    public LateMail {
        if (!Mail.isAddress(to)) {
            throw new IllegalArgumentException("Not one mail address");
        }
        if (key.isBlank() || writer.isBlank()) {
            throw new IllegalArgumentException("A mail needs a key and a writer");
        }
    }

    /** Says nothing of the recipient, so that no log does. */
    @Override
    public String toString() {
        return "LateMail[tenant=" + tenant + ", key=" + key + "]";
    }
}
