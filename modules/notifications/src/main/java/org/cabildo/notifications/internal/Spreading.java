// SPDX-License-Identifier: Apache-2.0
package org.cabildo.notifications.internal;

import static org.cabildo.notifications.internal.jooq.Tables.NOTICE;
import static org.cabildo.notifications.internal.jooq.Tables.READER;
import static org.cabildo.notifications.internal.jooq.Tables.SUBSCRIPTION;
import static org.cabildo.notifications.internal.jooq.Tables.WAITING;
import static org.jooq.impl.DSL.noCondition;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cabildo.notifications.Spread;
import org.cabildo.notifications.internal.jooq.Tables;
import org.cabildo.notifications.internal.jooq.tables.records.NoticeRecord;
import org.cabildo.notifications.internal.jooq.tables.records.ReaderRecord;
import org.cabildo.notifications.internal.jooq.tables.records.SubscriptionRecord;
import org.cabildo.platform.TenantContext;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.data.Owned;
import org.cabildo.platform.mail.LateMail;
import org.cabildo.platform.mail.Mailer;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings notices to those who follow: a mail at once, or a place in the daily one. Some hundred readers at a time, with
 * how far it came in the same transaction, so that a crash neither forgets nor repeats anybody; mails have keys besides.
 */
@Component
class Spreading implements Spread {

    private static final Logger LOG = LoggerFactory.getLogger(Spreading.class);
    private static final int BATCH = 500;
    private static final int AN_HOUR = 20;

    private final DSLContext dsl;
    private final Sources sources;
    private final Mailer mailer;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Spreading(DSLContext dsl, Sources sources, Mailer mailer, TransactionTemplate transactions, Clock clock) {
        this.dsl = dsl;
        this.sources = sources;
        this.mailer = mailer;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${cabildo.notifications.spreading:PT2S}", initialDelayString = "PT6S")
    void all() {
        List<TenantId> tenants = transactions.execute(status ->
                dsl.selectFrom(Tables.TENANTS_WITH_NOTICES()).fetch(row -> new TenantId(row.getTenantsWithNotices())));
        tenants.forEach(this::spreadCarefully);
    }

    private void spreadCarefully(TenantId tenant) {
        try {
            now(tenant);
        } catch (RuntimeException exception) {
            LOG.warn("Notices of tenant {} could not be told", tenant, exception);
        }
    }

    @Override
    public int now(TenantId tenant) {
        int sum = 0;
        while (true) {
            Integer told = TenantContext.get(tenant, () -> transactions.execute(status -> batch(tenant)));
            if (told == null || told < 0) {
                return sum;
            }
            sum += told;
        }
    }

    /** Works on a batch of the oldest notice; negative when there is none. */
    private int batch(TenantId tenant) {
        Optional<NoticeRecord> oldest = dsl.selectFrom(NOTICE)
                .where(Owned.by(tenant, NOTICE))
                .and(NOTICE.SPREAD_AT.isNull())
                .orderBy(NOTICE.ID)
                .limit(1)
                .forUpdate()
                .skipLocked()
                .fetchOptional();
        if (oldest.isEmpty()) {
            return -1;
        }
        NoticeRecord notice = oldest.get();
        String[] topics = notice.getTopics() == null
                ? sources.named(tenant, notice.getSource())
                        .map(source -> source.topics(tenant, notice.getItem()).toArray(String[]::new))
                        .orElseGet(() -> new String[0])
                : notice.getTopics();
        List<SubscriptionRecord> followers = topics.length == 0 ? List.of() : followers(tenant, notice, topics);
        int told = (int) followers.stream()
                .filter(subscription -> bring(tenant, notice, subscription))
                .count();
        boolean done = followers.size() < BATCH;
        dsl.update(NOTICE)
                .set(NOTICE.TOPICS, topics)
                .set(NOTICE.REACHED, done ? null : followers.getLast().getId())
                .set(NOTICE.SPREAD_AT, done ? clock.instant() : null)
                .where(Owned.by(tenant, NOTICE))
                .and(NOTICE.ID.eq(notice.getId()))
                .execute();
        return told;
    }

    private List<SubscriptionRecord> followers(TenantId tenant, NoticeRecord notice, String[] topics) {
        return dsl.selectFrom(SUBSCRIPTION)
                .where(Owned.by(tenant, SUBSCRIPTION))
                .and(SUBSCRIPTION.TOPIC.in(topics))
                .and(SUBSCRIPTION.CONFIRMED_AT.isNotNull())
                .and(notice.getReached() == null ? noCondition() : SUBSCRIPTION.ID.gt(notice.getReached()))
                .orderBy(SUBSCRIPTION.ID)
                .limit(BATCH)
                .fetch();
    }

    /** Whoever follows several topics of a notice hears of it once. */
    private boolean bring(TenantId tenant, NoticeRecord notice, SubscriptionRecord subscription) {
        ReaderRecord reader = dsl.selectFrom(READER)
                .where(Owned.by(tenant, READER))
                .and(READER.ID.eq(subscription.getReader()))
                .forUpdate()
                .fetchOptional()
                .orElse(null);
        if (reader == null || reader.getStoppedAt() != null) {
            return false;
        }
        if (subscription.getRhythm().equals("daily") || !mayBeSent(tenant, reader)) {
            return dsl.insertInto(WAITING)
                            .set(WAITING.TENANT_ID, tenant.value())
                            .set(WAITING.READER, reader.getId())
                            .set(WAITING.NOTICE, notice.getId())
                            .set(WAITING.SUBSCRIPTION, subscription.getId())
                            .onConflictDoNothing()
                            .execute()
                    > 0;
        }
        mailer.send(new LateMail(
                tenant,
                reader.getEmail(),
                NoticeWriter.NAME,
                notice.getId() + " " + subscription.getId(),
                "notice:" + reader.getId() + ":" + notice.getId()));
        return true;
    }

    /** So many mails at once in an hour; more wait for the daily one. */
    private boolean mayBeSent(TenantId tenant, ReaderRecord reader) {
        Instant now = clock.instant();
        boolean anew = reader.getSentAt() == null || reader.getSentAt().isBefore(now.minus(Duration.ofHours(1)));
        if (!anew && reader.getSent() >= AN_HOUR) {
            return false;
        }
        dsl.update(READER)
                .set(READER.SENT_AT, anew ? now : reader.getSentAt())
                .set(READER.SENT, (short) (anew ? 1 : reader.getSent() + 1))
                .where(Owned.by(tenant, READER))
                .and(READER.ID.eq(reader.getId()))
                .execute();
        return true;
    }
}
