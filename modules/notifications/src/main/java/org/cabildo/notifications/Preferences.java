// SPDX-License-Identifier: Apache-2.0
package org.cabildo.notifications;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cabildo.notifications.NoticeSource.Followed;
import org.cabildo.platform.TenantId;

/** What readers decide by the links of their mails. Called as the tenant. */
public interface Preferences {

    /**
     * One topic that a reader follows.
     *
     * @param followed what it is called, empty name and path when it is gone
     */
    record Subscription(UUID id, String topic, Followed followed, Rhythm rhythm, boolean own, boolean confirmed) {}

    /** Everything of one reader. The address is shown to its owner only, and not whole. */
    record Reader(String address, Locale locale, boolean stopped, List<Subscription> subscriptions) {}

    /** The reader that a preferences link belongs to, words in the language of the page. */
    Optional<Reader> reader(TenantId tenant, String secret, Locale locale);

    /** Changes rhythms, by subscription; those that are not named stay. */
    boolean change(TenantId tenant, String secret, Map<UUID, Rhythm> rhythms, Locale locale);

    /** Ends one subscription of a reader. */
    boolean end(TenantId tenant, String secret, UUID subscription);

    /** What a link to confirm or to leave is about. */
    Optional<Subscription> subscription(TenantId tenant, String secret, Locale locale);

    /**
     * Confirms a subscription; again does nothing.
     *
     * @return the secret of the reader's preferences; empty when there is no such subscription
     */
    Optional<String> confirm(TenantId tenant, String secret);

    /** Ends the subscription of a link, or everything of the reader whose link it is; says whether there was any. */
    boolean leave(TenantId tenant, String secret);

    /** Sends the link to the preferences to an address that follows something; else nothing happens. */
    void remind(TenantId tenant, String email);
}
