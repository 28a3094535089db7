// SPDX-License-Identifier: Apache-2.0
package org.cabildo.notifications.internal;

import static org.cabildo.notifications.internal.jooq.Tables.NOTICE;
import static org.cabildo.notifications.internal.jooq.Tables.SUBSCRIPTION;
import static org.cabildo.notifications.internal.jooq.Tables.WAITING;
import static org.jooq.impl.DSL.trueCondition;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;
import org.cabildo.platform.Site;
import org.cabildo.platform.Sites;
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

/** The daily mail, at seven in the morning where the tenant is, and forgetting. */
@Component
class Digests {

    static final LocalTime MORNING = LocalTime.of(7, 0);

    private static final Logger LOG = LoggerFactory.getLogger(Digests.class);
    private static final int BATCH = 500;
    private static final Duration UNANSWERED = Duration.ofDays(7);
    private static final Duration KEPT = Duration.ofDays(30);

    private final DSLContext dsl;
    private final Sites sites;
    private final ReaderRows rows;
    private final Mailer mailer;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Digests(
            DSLContext dsl,
            Sites sites,
            ReaderRows rows,
            Mailer mailer,
            TransactionTemplate transactions,
            Clock clock) {
        this.dsl = dsl;
        this.sites = sites;
        this.rows = rows;
        this.mailer = mailer;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${cabildo.notifications.digests:PT5M}", initialDelayString = "PT40S")
    void all() {
        for (Site site : sites.all()) {
            ZonedDateTime now = clock.instant().atZone(site.zone());
            if (!now.toLocalTime().isBefore(MORNING)) {
                carefully(site, () -> send(site.requireTenant(), now.toLocalDate()));
            }
        }
    }

    @Scheduled(cron = "0 23 4 * * *")
    void forget() {
        for (Site site : sites.all()) {
            carefully(site, () -> forget(site.requireTenant()));
        }
    }

    private void carefully(Site site, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException exception) {
            LOG.warn("Daily work on the notices of {} failed", site.slug(), exception);
        }
    }

    /**
     * Queues the daily mails of a day. What comes later in the day waits for the next morning, because a reader has one
     * daily mail a day; says how many mails there are.
     */
    int send(TenantId tenant, LocalDate day) {
        int sum = 0;
        Integer sent;
        do {
            sent = TenantContext.get(tenant, () -> transactions.execute(status -> batch(tenant, day)));
            sum += sent == null ? 0 : sent;
        } while (sent != null && sent == BATCH);
        return sum;
    }

    private int batch(TenantId tenant, LocalDate day) {
        var had = WAITING.as("had");
        List<UUID> readers = dsl.selectDistinct(WAITING.READER)
                .from(WAITING)
                .where(Owned.by(tenant, WAITING))
                .and(WAITING.DAY.isNull())
                .and(WAITING.READER.notIn(dsl.select(had.READER)
                        .from(had)
                        .where(Owned.by(tenant, had))
                        .and(had.DAY.eq(day))))
                .orderBy(WAITING.READER)
                .limit(BATCH)
                .fetch(WAITING.READER);
        for (UUID reader : readers) {
            dsl.update(WAITING)
                    .set(WAITING.DAY, day)
                    .where(Owned.by(tenant, WAITING))
                    .and(WAITING.READER.eq(reader))
                    .and(WAITING.DAY.isNull())
                    .execute();
            rows.byId(tenant, reader)
                    .filter(row -> row.getStoppedAt() == null)
                    .ifPresent(row -> mailer.send(new LateMail(
                            tenant,
                            row.getEmail(),
                            DigestWriter.NAME,
                            reader + " " + day,
                            "digest:" + reader + ":" + day)));
        }
        return readers.size();
    }

    /** Forgets who never confirmed, and what was told long ago. */
    void forget(TenantId tenant) {
        Instant now = clock.instant();
        TenantContext.run(
                tenant,
                () -> transactions.executeWithoutResult(status -> {
                    dsl.deleteFrom(SUBSCRIPTION)
                            .where(Owned.by(tenant, SUBSCRIPTION))
                            .and(SUBSCRIPTION.CONFIRMED_AT.isNull())
                            .and(SUBSCRIPTION.CREATED_AT.lt(now.minus(UNANSWERED)))
                            .execute();
                    rows.removeIdle(tenant, trueCondition());
                    dsl.deleteFrom(NOTICE)
                            .where(Owned.by(tenant, NOTICE))
                            .and(NOTICE.SPREAD_AT.lt(now.minus(KEPT)))
                            .execute();
                }));
    }
}
