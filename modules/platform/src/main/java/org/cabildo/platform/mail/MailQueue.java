// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.mail;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.data.Owned;
import org.cabildo.platform.internal.jooq.Tables;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The queues: one table of the tenants, and one with the same columns of the console. Every method works in the
 * caller's transaction, which has entered the tenant.
 */
@Component
class MailQueue {

    private static final Field<UUID> ID = field(name("id"), SQLDataType.UUID);
    private static final Field<String> KEY = field(name("key"), SQLDataType.CLOB);
    private static final Field<String> RECIPIENT = field(name("recipient"), SQLDataType.CLOB);
    private static final Field<String> SUBJECT = field(name("subject"), SQLDataType.CLOB);
    private static final Field<String> BODY = field(name("body"), SQLDataType.CLOB);
    private static final Field<String> HTML = field(name("html"), SQLDataType.CLOB);
    private static final Field<String> WRITER = field(name("writer"), SQLDataType.CLOB);
    private static final Field<String> STATUS = field(name("status"), SQLDataType.CLOB);
    private static final Field<Integer> ATTEMPTS = field(name("attempts"), SQLDataType.INTEGER);
    private static final Field<String> PROBLEM = field(name("problem"), SQLDataType.CLOB);
    private static final Field<Instant> CREATED = field(name("created_at"), SQLDataType.INSTANT);
    private static final Field<Instant> NEXT = field(name("next_attempt_at"), SQLDataType.INSTANT);
    private static final Field<Instant> FINISHED = field(name("finished_at"), SQLDataType.INSTANT);

    private final DSLContext dsl;

    MailQueue(DSLContext dsl) {
        this.dsl = dsl;
    }

    void add(Mail mail, Instant now) {
        Table<?> table = table(mail.tenant());
        var row = dsl.insertInto(table)
                .set(KEY, mail.key())
                .set(RECIPIENT, mail.to())
                .set(SUBJECT, mail.subject())
                .set(BODY, mail.text())
                .set(HTML, mail.html())
                .set(CREATED, now)
                .set(NEXT, now);
        if (mail.tenant() != null) {
            row = row.set(Owned.column(table), mail.tenant().value());
        }
        row.onConflictDoNothing().execute();
    }

    void add(LateMail mail, Instant now) {
        dsl.insertInto(Tables.MAIL)
                .set(Tables.MAIL.TENANT_ID, mail.tenant().value())
                .set(KEY, mail.key())
                .set(RECIPIENT, mail.to())
                .set(SUBJECT, "")
                .set(BODY, mail.reference())
                .set(WRITER, mail.writer())
                .set(CREATED, now)
                .set(NEXT, now)
                .onConflictDoNothing()
                .execute();
    }

    List<TenantId> tenantsWithMail(Instant due) {
        return dsl.selectFrom(Tables.TENANTS_WITH_MAIL(due)).fetch(row -> new TenantId(row.getTenantsWithMail()));
    }

    /** Takes the next mail that is due; nobody else gets it before {@code until}. */
    Optional<Letter> take(@Nullable TenantId tenant, Instant now, Instant until) {
        Table<?> table = table(tenant);
        return dsl.update(table)
                .set(ATTEMPTS, ATTEMPTS.plus(1))
                .set(NEXT, until)
                .where(owned(tenant))
                .and(ID.eq(select(ID)
                        .from(table)
                        .where(owned(tenant))
                        .and(STATUS.eq("queued"))
                        .and(NEXT.le(now))
                        .orderBy(NEXT, ID)
                        .limit(1)
                        .forUpdate()
                        .skipLocked()))
                .returning(ID, RECIPIENT, SUBJECT, BODY, HTML, ATTEMPTS, CREATED, WRITER)
                .fetchOptional(row -> letter(tenant, row));
    }

    /** It has left the house: its text is forgotten. */
    void sent(Letter letter, Instant now) {
        dsl.update(table(letter.tenant()))
                .set(STATUS, "sent")
                .setNull(BODY)
                .setNull(HTML)
                .setNull(PROBLEM)
                .set(FINISHED, now)
                .where(owned(letter.tenant()))
                .and(ID.eq(letter.id()))
                .execute();
    }

    void postpone(Letter letter, Instant next, int attempts, String problem) {
        dsl.update(table(letter.tenant()))
                .set(NEXT, next)
                .set(ATTEMPTS, attempts)
                .set(PROBLEM, problem)
                .where(owned(letter.tenant()))
                .and(ID.eq(letter.id()))
                .execute();
    }

    /** It is given up; answers with its key. */
    Optional<String> failed(Letter letter, Instant now, String problem) {
        return dsl.update(table(letter.tenant()))
                .set(STATUS, "failed")
                .set(PROBLEM, problem)
                .set(FINISHED, now)
                .where(owned(letter.tenant()))
                .and(ID.eq(letter.id()))
                .returning(KEY)
                .fetchOptional(KEY);
    }

    /** There was nothing to say any more. */
    void dropped(Letter letter, Instant now) {
        dsl.update(table(letter.tenant()))
                .set(STATUS, "discarded")
                .setNull(BODY)
                .setNull(HTML)
                .set(FINISHED, now)
                .where(owned(letter.tenant()))
                .and(ID.eq(letter.id()))
                .execute();
    }

    List<UndeliveredMail> undelivered(int atMost) {
        return dsl.selectFrom(Tables.FAILED_MAIL(atMost))
                .fetch(row -> new UndeliveredMail(
                        new TenantId(row.getTenant()),
                        row.getMail(),
                        row.getKey(),
                        row.getHost(),
                        row.getProblem(),
                        row.getAttempts(),
                        row.getFailedAt()));
    }

    List<UndeliveredMail> undeliveredOfConsole(int atMost) {
        return dsl.selectFrom(Tables.OPERATOR_MAIL)
                .where(Tables.OPERATOR_MAIL.STATUS.eq("failed"))
                .orderBy(Tables.OPERATOR_MAIL.FINISHED_AT.desc())
                .limit(atMost)
                .fetch(row -> new UndeliveredMail(
                        null,
                        row.getId(),
                        row.getKey(),
                        row.getRecipient().substring(row.getRecipient().indexOf('@') + 1),
                        row.getProblem(),
                        row.getAttempts(),
                        row.getFinishedAt()));
    }

    /** Queues a failed mail again; empty when there is none. Answers with its key. */
    Optional<String> requeue(@Nullable TenantId tenant, UUID id, Instant now) {
        return dsl.update(table(tenant))
                .set(STATUS, "queued")
                .set(ATTEMPTS, 0)
                .set(NEXT, now)
                .setNull(FINISHED)
                .where(owned(tenant))
                .and(ID.eq(id))
                .and(STATUS.eq("failed"))
                .returning(KEY)
                .fetchOptional(KEY);
    }

    Optional<String> discard(@Nullable TenantId tenant, UUID id, Instant now) {
        return dsl.update(table(tenant))
                .set(STATUS, "discarded")
                .setNull(BODY)
                .setNull(HTML)
                .set(FINISHED, now)
                .where(owned(tenant))
                .and(ID.eq(id))
                .and(STATUS.eq("failed"))
                .returning(KEY)
                .fetchOptional(KEY);
    }

    /** Forgets mail that was finished before a moment. */
    int forget(@Nullable TenantId tenant, Instant before) {
        return dsl.deleteFrom(table(tenant))
                .where(owned(tenant))
                .and(FINISHED.lt(before))
                .execute();
    }

    private static Table<?> table(@Nullable TenantId tenant) {
        return tenant == null ? Tables.OPERATOR_MAIL : Tables.MAIL;
    }

    private static Condition owned(@Nullable TenantId tenant) {
        return tenant == null ? noCondition() : Owned.by(tenant, Tables.MAIL);
    }

    private static Letter letter(@Nullable TenantId tenant, Record row) {
        return new Letter(
                tenant,
                row.get(ID),
                row.get(RECIPIENT),
                row.get(SUBJECT),
                row.get(BODY),
                row.get(HTML),
                row.get(ATTEMPTS),
                row.get(CREATED),
                row.get(WRITER),
                Map.of());
    }
}
