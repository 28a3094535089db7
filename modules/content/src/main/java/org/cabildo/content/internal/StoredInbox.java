// SPDX-License-Identifier: Apache-2.0
package org.cabildo.content.internal;

import static org.cabildo.content.internal.jooq.Tables.MESSAGE;
import static org.jooq.impl.DSL.noCondition;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cabildo.content.Inbox;
import org.cabildo.content.Message;
import org.cabildo.content.internal.jooq.tables.records.MessageRecord;
import org.cabildo.platform.Actor;
import org.cabildo.platform.Audit;
import org.cabildo.platform.Site;
import org.cabildo.platform.Sites;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.UseCase;
import org.cabildo.platform.data.Owned;
import org.cabildo.platform.mail.Mail;
import org.cabildo.platform.mail.Mailer;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.transaction.annotation.Transactional;

@UseCase
class StoredInbox implements Inbox {

    private static final int OF_ONE_ADDRESS = 5;
    private static final int OF_ALL = 200;
    private static final Duration HOUR = Duration.ofHours(1);

    private final DSLContext dsl;
    private final Mailer mailer;
    private final MessageSource words;
    private final Sites sites;
    private final Audit audit;
    private final Clock clock;

    StoredInbox(DSLContext dsl, Mailer mailer, MessageSource words, Sites sites, Audit audit, Clock clock) {
        this.dsl = dsl;
        this.mailer = mailer;
        this.words = words;
        this.sites = sites;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public void receive(Site site, Draft draft) {
        TenantId tenant = site.requireTenant();
        Instant now = clock.instant();
        Condition lately = Owned.by(tenant, MESSAGE).and(MESSAGE.RECEIVED_AT.gt(now.minus(HOUR)));
        if (dsl.fetchCount(MESSAGE, lately) >= OF_ALL
                || dsl.fetchCount(MESSAGE, lately.and(MESSAGE.EMAIL.eq(draft.email()))) >= OF_ONE_ADDRESS) {
            throw new TooMany();
        }
        UUID id = dsl.insertInto(MESSAGE)
                .set(MESSAGE.TENANT_ID, tenant.value())
                .set(MESSAGE.RECEIVED_AT, now)
                .set(MESSAGE.NAME, draft.name())
                .set(MESSAGE.EMAIL, draft.email())
                .set(MESSAGE.SUBJECT, draft.subject())
                .set(MESSAGE.BODY, draft.body())
                .set(MESSAGE.LOCALE, draft.locale().toLanguageTag())
                .returningResult(MESSAGE.ID)
                .fetchSingle()
                .value1();
        String to = site.contact().getOrDefault("email", "");
        if (to.matches("[^\\s@]+@[A-Za-z0-9.-]+")) {
            mailer.send(notice(site, to, draft, id));
        }
    }

    /** Says that a message waits; the message itself stays where only staff can read it. */
    private Mail notice(Site site, String to, Draft draft, UUID id) {
        Locale locale = site.defaultLocale();
        String address = sites.url(site, "/gestion/contact/" + id);
        return new Mail(
                site.requireTenant(),
                to,
                words.getMessage("content.contact.mail.subject", new Object[] {draft.subject()}, locale),
                words.getMessage("content.contact.mail.text", new Object[] {site.officialName(), address}, locale),
                null,
                "contact:" + id);
    }

    @Override
    @Transactional(readOnly = true)
    public Listing list(TenantId tenant, State state, @Nullable UUID after, int size) {
        List<Message> found = new ArrayList<>(dsl.selectFrom(MESSAGE)
                .where(Owned.by(tenant, MESSAGE))
                .and(
                        switch (state) {
                            case OPEN -> MESSAGE.ANSWERED_AT.isNull();
                            case ANSWERED -> MESSAGE.ANSWERED_AT.isNotNull();
                            default -> noCondition();
                        })
                .and(after == null ? noCondition() : MESSAGE.ID.lt(after))
                .orderBy(MESSAGE.ID.desc())
                .limit(size + 1)
                .fetch(StoredInbox::message));
        boolean more = found.size() > size;
        if (more) {
            found.removeLast();
        }
        return new Listing(List.copyOf(found), more);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Message> find(TenantId tenant, UUID id) {
        return dsl.selectFrom(MESSAGE).where(is(tenant, id)).fetchOptional(StoredInbox::message);
    }

    @Override
    @Transactional(readOnly = true)
    public int open(TenantId tenant) {
        return dsl.fetchCount(MESSAGE, Owned.by(tenant, MESSAGE).and(MESSAGE.ANSWERED_AT.isNull()));
    }

    @Override
    public boolean mark(TenantId tenant, UUID id, boolean answered, Actor actor) {
        boolean changed = dsl.update(MESSAGE)
                        .set(MESSAGE.ANSWERED_AT, answered ? clock.instant() : null)
                        .set(MESSAGE.ANSWERED_BY, answered ? actor.name() : null)
                        .where(is(tenant, id))
                        .and(answered ? MESSAGE.ANSWERED_AT.isNull() : MESSAGE.ANSWERED_AT.isNotNull())
                        .execute()
                > 0;
        if (changed) {
            audit.record(
                    tenant,
                    actor,
                    answered ? "contact.answered" : "contact.reopened",
                    "message",
                    id.toString(),
                    Map.of("answered", !answered),
                    Map.of("answered", answered));
        }
        return changed || find(tenant, id).isPresent();
    }

    @Override
    public boolean delete(TenantId tenant, UUID id, Actor actor) {
        boolean deleted = dsl.deleteFrom(MESSAGE).where(is(tenant, id)).execute() > 0;
        if (deleted) {
            audit.record(tenant, actor, "contact.deleted", "message", id.toString(), null, null);
        }
        return deleted;
    }

    /** Deletes what was kept long enough. */
    public int forget(TenantId tenant) {
        return dsl.deleteFrom(MESSAGE)
                .where(Owned.by(tenant, MESSAGE))
                .and(MESSAGE.RECEIVED_AT.lt(clock.instant().minus(Duration.ofDays(KEPT_DAYS))))
                .execute();
    }

    private static Condition is(TenantId tenant, UUID id) {
        return Owned.by(tenant, MESSAGE).and(MESSAGE.ID.eq(id));
    }

    private static Message message(MessageRecord row) {
        return new Message(
                row.getId(),
                row.getReceivedAt(),
                row.getName(),
                row.getEmail(),
                row.getSubject(),
                row.getBody(),
                Locale.forLanguageTag(row.getLocale()),
                row.getAnsweredAt(),
                row.getAnsweredBy());
    }
}
