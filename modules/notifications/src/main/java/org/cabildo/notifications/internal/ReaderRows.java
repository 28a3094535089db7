// SPDX-License-Identifier: Apache-2.0
package org.cabildo.notifications.internal;

import static org.cabildo.notifications.internal.jooq.Tables.READER;
import static org.cabildo.notifications.internal.jooq.Tables.SUBSCRIPTION;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.cabildo.notifications.internal.jooq.tables.records.ReaderRecord;
import org.cabildo.notifications.internal.jooq.tables.records.SubscriptionRecord;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.data.Owned;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Readers and what they follow as rows. */
@Component
class ReaderRows {

    private final DSLContext dsl;

    ReaderRows(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** The reader of an address, made when there is none; nobody else changes the row until the transaction ends. */
    ReaderRecord of(TenantId tenant, String email, Locale locale, Instant now) {
        Optional<ReaderRecord> known = lockByEmail(tenant, email);
        if (known.isPresent()) {
            return known.get();
        }
        dsl.insertInto(READER)
                .set(READER.TENANT_ID, tenant.value())
                .set(READER.EMAIL, email)
                .set(READER.LOCALE, locale.toLanguageTag())
                .set(READER.SECRET, Secret.fresh())
                .set(READER.CREATED_AT, now)
                .onConflictDoNothing()
                .execute();
        return lockByEmail(tenant, email).orElseThrow();
    }

    Optional<ReaderRecord> lockByEmail(TenantId tenant, String email) {
        return dsl.selectFrom(READER)
                .where(Owned.by(tenant, READER))
                .and(lower(READER.EMAIL).eq(lower(email)))
                .forUpdate()
                .fetchOptional();
    }

    Optional<ReaderRecord> bySecret(TenantId tenant, String secret) {
        return dsl.selectFrom(READER)
                .where(Owned.by(tenant, READER))
                .and(READER.SECRET.eq(secret))
                .fetchOptional();
    }

    Optional<ReaderRecord> byId(TenantId tenant, UUID id) {
        return dsl.selectFrom(READER).where(is(tenant, id)).fetchOptional();
    }

    void save(TenantId tenant, ReaderRecord reader) {
        dsl.update(READER)
                .set(READER.LOCALE, reader.getLocale())
                .set(READER.REFUSED, reader.getRefused())
                .set(READER.STOPPED_AT, reader.getStoppedAt())
                .set(READER.ASKED_AT, reader.getAskedAt())
                .set(READER.ASKED, reader.getAsked())
                .set(READER.SENT_AT, reader.getSentAt())
                .set(READER.SENT, reader.getSent())
                .where(is(tenant, reader.getId()))
                .execute();
    }

    private static Condition is(TenantId tenant, UUID id) {
        return Owned.by(tenant, READER).and(READER.ID.eq(id));
    }

    /** The reader's subscription to a topic, made unconfirmed when there is none. */
    SubscriptionRecord subscription(TenantId tenant, UUID reader, String topic, Instant now) {
        dsl.insertInto(SUBSCRIPTION)
                .set(SUBSCRIPTION.TENANT_ID, tenant.value())
                .set(SUBSCRIPTION.READER, reader)
                .set(SUBSCRIPTION.TOPIC, topic)
                .set(SUBSCRIPTION.SECRET, Secret.fresh())
                .set(SUBSCRIPTION.CREATED_AT, now)
                .onConflictDoNothing()
                .execute();
        return dsl.selectFrom(SUBSCRIPTION)
                .where(Owned.by(tenant, SUBSCRIPTION))
                .and(SUBSCRIPTION.READER.eq(reader))
                .and(SUBSCRIPTION.TOPIC.eq(topic))
                .fetchSingle();
    }

    Optional<SubscriptionRecord> subscription(TenantId tenant, UUID id) {
        return dsl.selectFrom(SUBSCRIPTION)
                .where(Owned.by(tenant, SUBSCRIPTION))
                .and(SUBSCRIPTION.ID.eq(id))
                .fetchOptional();
    }

    Optional<SubscriptionRecord> subscriptionBySecret(TenantId tenant, String secret) {
        return dsl.selectFrom(SUBSCRIPTION)
                .where(Owned.by(tenant, SUBSCRIPTION))
                .and(SUBSCRIPTION.SECRET.eq(secret))
                .fetchOptional();
    }

    List<SubscriptionRecord> subscriptions(TenantId tenant, UUID reader) {
        return dsl.selectFrom(SUBSCRIPTION)
                .where(Owned.by(tenant, SUBSCRIPTION))
                .and(SUBSCRIPTION.READER.eq(reader))
                .orderBy(SUBSCRIPTION.ID)
                .fetch();
    }

    void saveSubscription(TenantId tenant, SubscriptionRecord subscription) {
        dsl.update(SUBSCRIPTION)
                .set(SUBSCRIPTION.TOPIC, subscription.getTopic())
                .set(SUBSCRIPTION.RHYTHM, subscription.getRhythm())
                .set(SUBSCRIPTION.OWN, subscription.getOwn())
                .set(SUBSCRIPTION.CONFIRMED_AT, subscription.getConfirmedAt())
                .where(Owned.by(tenant, SUBSCRIPTION))
                .and(SUBSCRIPTION.ID.eq(subscription.getId()))
                .execute();
    }

    /** Removes a subscription, and its reader with the last one. */
    void remove(TenantId tenant, SubscriptionRecord subscription) {
        dsl.deleteFrom(SUBSCRIPTION)
                .where(Owned.by(tenant, SUBSCRIPTION))
                .and(SUBSCRIPTION.ID.eq(subscription.getId()))
                .execute();
        removeIdle(tenant, READER.ID.eq(subscription.getReader()));
    }

    /** Removes readers that follow nothing. */
    void removeIdle(TenantId tenant, Condition which) {
        dsl.deleteFrom(READER)
                .where(Owned.by(tenant, READER))
                .and(which)
                .and(notExists(selectOne()
                        .from(SUBSCRIPTION)
                        .where(Owned.by(tenant, SUBSCRIPTION))
                        .and(SUBSCRIPTION.READER.eq(READER.ID))))
                .execute();
    }

    int followers(TenantId tenant, String topic) {
        return dsl.fetchCount(
                SUBSCRIPTION,
                Owned.by(tenant, SUBSCRIPTION)
                        .and(SUBSCRIPTION.TOPIC.eq(topic))
                        .and(SUBSCRIPTION.CONFIRMED_AT.isNotNull())
                        .andNot(SUBSCRIPTION.OWN));
    }

    List<SubscriptionRecord> ofTopic(TenantId tenant, String topic) {
        return dsl.selectFrom(SUBSCRIPTION)
                .where(Owned.by(tenant, SUBSCRIPTION))
                .and(SUBSCRIPTION.TOPIC.eq(topic))
                .orderBy(SUBSCRIPTION.ID)
                .forUpdate()
                .fetch();
    }
}
