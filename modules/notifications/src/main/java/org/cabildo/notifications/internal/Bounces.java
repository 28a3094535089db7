// SPDX-License-Identifier: Apache-2.0
package org.cabildo.notifications.internal;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.cabildo.platform.mail.MailGivenUp;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Stops writing to mailboxes that refuse our mail, until their owner confirms once more. Other mail servers remember
 * whoever keeps writing to nobody.
 */
@Component
class Bounces {

    private static final int ENOUGH = 3;

    private final ReaderRows rows;
    private final Clock clock;

    Bounces(ReaderRows rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    @EventListener
    void on(MailGivenUp mail) {
        if (mail.refused()) {
            reader(mail.key()).flatMap(id -> rows.byId(mail.tenant(), id)).ifPresent(reader -> {
                reader.setRefused((short) (reader.getRefused() + 1));
                if (reader.getRefused() >= ENOUGH && reader.getStoppedAt() == null) {
                    reader.setStoppedAt(clock.instant());
                }
                rows.save(mail.tenant(), reader);
            });
        }
    }

    /** The keys of this module's mails name the reader in their second part. */
    private static Optional<UUID> reader(String key) {
        String[] parts = key.split(":");
        if (parts.length < 2
                || !java.util.Set.of("notice", "digest", "follow", "preferences")
                        .contains(parts[0])) {
            return Optional.empty();
        }
        try {
            return Optional.of(UUID.fromString(parts[1]));
        } catch (IllegalArgumentException exception) {
            return Optional.empty();
        }
    }
}
