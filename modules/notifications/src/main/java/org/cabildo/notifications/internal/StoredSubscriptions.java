// SPDX-License-Identifier: Apache-2.0
package org.cabildo.notifications.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cabildo.notifications.Subscriptions;
import org.cabildo.notifications.internal.jooq.tables.records.ReaderRecord;
import org.cabildo.notifications.internal.jooq.tables.records.SubscriptionRecord;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.UseCase;
import org.cabildo.platform.mail.LateMail;
import org.cabildo.platform.mail.Mail;
import org.cabildo.platform.mail.Mailer;

@UseCase
class StoredSubscriptions implements Subscriptions {

    private final ReaderRows rows;
    private final Mailer mailer;
    private final Following following;
    private final Clock clock;

    StoredSubscriptions(ReaderRows rows, Mailer mailer, Following following, Clock clock) {
        this.rows = rows;
        this.mailer = mailer;
        this.following = following;
        this.clock = clock;
    }

    @Override
    public void follow(TenantId tenant, String topic, String email, Locale locale) {
        String address = email.strip();
        Instant now = clock.instant();
        if (!Mail.isAddress(address)) {
            throw new IllegalArgumentException("Not one mail address");
        }
        ReaderRecord reader = rows.of(tenant, address, locale, now);
        SubscriptionRecord subscription = rows.subscription(tenant, reader.getId(), topic, now);
        if (subscription.getConfirmedAt() != null || !following.mayBeAsked(tenant, reader, now)) {
            return;
        }
        mailer.send(new LateMail(
                tenant,
                reader.getEmail(),
                ConfirmWriter.NAME,
                subscription.getId().toString(),
                "follow:" + reader.getId() + ":" + subscription.getId() + ":" + now.getEpochSecond()));
    }

    @Override
    public void enrol(TenantId tenant, String topic, String email, Locale locale) {
        Instant now = clock.instant();
        ReaderRecord reader = rows.of(tenant, email.strip(), locale, now);
        SubscriptionRecord subscription = rows.subscription(tenant, reader.getId(), topic, now);
        boolean followed = subscription.getConfirmedAt() != null && !subscription.getOwn();
        subscription.setOwn(true);
        if (subscription.getConfirmedAt() == null) {
            subscription.setConfirmedAt(now);
        }
        rows.saveSubscription(tenant, subscription);
        if (followed) {
            following.changed(tenant, topic);
        }
    }

    @Override
    public void leave(TenantId tenant, String topic, String email) {
        rows.lockByEmail(tenant, email.strip())
                .flatMap(reader -> rows.subscriptions(tenant, reader.getId()).stream()
                        .filter(subscription -> subscription.getTopic().equals(topic))
                        .findFirst())
                .ifPresent(subscription -> following.remove(tenant, subscription));
    }

    @Override
    public void leaveOwn(TenantId tenant, String topic) {
        rows.ofTopic(tenant, topic).stream()
                .filter(SubscriptionRecord::getOwn)
                .forEach(subscription -> following.remove(tenant, subscription));
    }

    @Override
    public int count(TenantId tenant, String topic) {
        return rows.followers(tenant, topic);
    }

    @Override
    public void moveAll(TenantId tenant, String fromTopic, String toTopic) {
        if (fromTopic.equals(toTopic)) {
            return;
        }
        var there = rows.ofTopic(tenant, toTopic).stream()
                .collect(Collectors.toMap(SubscriptionRecord::getReader, subscription -> subscription));
        for (SubscriptionRecord subscription : rows.ofTopic(tenant, fromTopic)) {
            Optional<SubscriptionRecord> same = Optional.ofNullable(there.get(subscription.getReader()));
            if (same.isEmpty()) {
                subscription.setTopic(toTopic);
                subscription.setOwn(false);
                rows.saveSubscription(tenant, subscription);
            } else {
                unite(tenant, subscription, same.get());
            }
        }
        following.changed(tenant, fromTopic);
        following.changed(tenant, toTopic);
    }

    private void unite(TenantId tenant, SubscriptionRecord one, SubscriptionRecord stays) {
        if (stays.getConfirmedAt() == null && one.getConfirmedAt() != null) {
            stays.setConfirmedAt(one.getConfirmedAt());
            stays.setRhythm(one.getRhythm());
            rows.saveSubscription(tenant, stays);
        }
        rows.remove(tenant, one);
    }
}
