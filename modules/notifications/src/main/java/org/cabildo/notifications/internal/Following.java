// SPDX-License-Identifier: Apache-2.0
package org.cabildo.notifications.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.cabildo.notifications.FollowersChanged;
import org.cabildo.notifications.internal.jooq.tables.records.ReaderRecord;
import org.cabildo.notifications.internal.jooq.tables.records.SubscriptionRecord;
import org.cabildo.platform.TenantId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What happens to a subscription, whoever decides it. */
@Component
class Following {

    private static final int AN_HOUR = 5;

    private final ReaderRows rows;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Following(ReaderRows rows, ApplicationEventPublisher events, Clock clock) {
        this.rows = rows;
        this.events = events;
        this.clock = clock;
    }

    /** A few links an hour, so that nobody can flood somebody else's mailbox. */
    boolean mayBeAsked(TenantId tenant, ReaderRecord reader, Instant now) {
        Instant since = reader.getAskedAt();
        boolean anew = since == null || since.isBefore(now.minus(Duration.ofHours(1)));
        if (!anew && reader.getAsked() >= AN_HOUR) {
            return false;
        }
        reader.setAskedAt(anew ? now : since);
        reader.setAsked((short) (anew ? 1 : reader.getAsked() + 1));
        rows.save(tenant, reader);
        return true;
    }

    /** Tells how many follow a topic now. */
    void changed(TenantId tenant, String topic) {
        events.publishEvent(new FollowersChanged(tenant, topic, rows.followers(tenant, topic)));
    }

    /** Ends a subscription and tells how many are left. */
    void remove(TenantId tenant, SubscriptionRecord subscription) {
        rows.remove(tenant, subscription);
        changed(tenant, subscription.getTopic());
    }

    /** Takes the answer to the link; again changes nothing. */
    void confirm(TenantId tenant, SubscriptionRecord subscription) {
        if (subscription.getConfirmedAt() == null) {
            subscription.setConfirmedAt(clock.instant());
            rows.saveSubscription(tenant, subscription);
            changed(tenant, subscription.getTopic());
        }
    }

    /** Changes the rhythm of one of a reader's subscriptions; says whether it is theirs. */
    boolean rhythm(TenantId tenant, UUID reader, UUID id, String rhythm) {
        Optional<SubscriptionRecord> found =
                rows.subscription(tenant, id).filter(one -> one.getReader().equals(reader));
        found.ifPresent(subscription -> {
            subscription.setRhythm(rhythm);
            rows.saveSubscription(tenant, subscription);
        });
        return found.isPresent();
    }
}
