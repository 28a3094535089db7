// SPDX-License-Identifier: Apache-2.0
package org.cabildo.content;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cabildo.platform.Actor;
import org.cabildo.platform.Site;
import org.cabildo.platform.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * Messages to the public body. They hold personal data, so they are deleted a year after they came, and the audit log
 * says what was done with one but not what it says.
 */
public interface Inbox {

    /** Days that a message is kept. */
    int KEPT_DAYS = 365;

    /**
     * Keeps a message and queues a mail to the public body's address.
     *
     * @throws TooMany when this address or the whole site has sent more than people do
     */
    void receive(Site site, Draft draft);

    /** A part of the inbox, newest first, after a message. */
    Listing list(TenantId tenant, State state, @Nullable UUID after, int size);

    Optional<Message> find(TenantId tenant, UUID id);

    /** How many wait for an answer. */
    int open(TenantId tenant);

    /** Marks a message as answered or not; false when it is not there. */
    boolean mark(TenantId tenant, UUID id, boolean answered, Actor actor);

    boolean delete(TenantId tenant, UUID id, Actor actor);

    /** What a person typed. */
    record Draft(String name, String email, String subject, String body, java.util.Locale locale) {}

    /** A part of the inbox and whether there is more. */
    record Listing(List<Message> items, boolean more) {}

    /** Which messages. */
    enum State {
        ALL,
        OPEN,
        ANSWERED
    }

    /** More messages in an hour than are let in. */
    class TooMany extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }
}
