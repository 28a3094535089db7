// SPDX-License-Identifier: Apache-2.0
package org.cabildo.identity.internal;

import static org.cabildo.identity.internal.jooq.Tables.INVITATION;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.cabildo.identity.Invitation;
import org.cabildo.identity.internal.jooq.tables.records.InvitationRecord;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.data.Owned;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Invitations that wait. Every method runs in the caller's transaction. */
@Component
class InvitationRepository {

    /** What an invitation says. */
    record Draft(String email, Set<String> roles, String locale, String invitedBy) {}

    private final DSLContext dsl;
    private final Clock clock;

    InvitationRepository(DSLContext dsl, Clock clock) {
        this.dsl = dsl;
        this.clock = clock;
    }

    /** Keeps an invitation, or makes the one that waits for the address this one. Answers with its id. */
    UUID keep(TenantId tenant, Draft draft, String tokenHash, Duration valid) {
        Instant now = clock.instant();
        return dsl.insertInto(INVITATION)
                .set(INVITATION.TENANT_ID, tenant.value())
                .set(INVITATION.EMAIL, draft.email())
                .set(INVITATION.ROLES, String.join(",", new TreeSet<>(draft.roles())))
                .set(INVITATION.TOKEN_HASH, tokenHash)
                .set(INVITATION.INVITED_BY, draft.invitedBy())
                .set(INVITATION.LOCALE, draft.locale())
                .set(INVITATION.CREATED_AT, now)
                .set(INVITATION.SENT_AT, now)
                .set(INVITATION.EXPIRES_AT, now.plus(valid))
                .onConflict(INVITATION.TENANT_ID, INVITATION.EMAIL)
                .where(INVITATION.ACCEPTED_AT.isNull())
                .doUpdate()
                .set(INVITATION.ROLES, String.join(",", new TreeSet<>(draft.roles())))
                .set(INVITATION.TOKEN_HASH, tokenHash)
                .set(INVITATION.INVITED_BY, draft.invitedBy())
                .set(INVITATION.LOCALE, draft.locale())
                .set(INVITATION.SENT_AT, now)
                .set(INVITATION.EXPIRES_AT, now.plus(valid))
                .set(INVITATION.SENDINGS, INVITATION.SENDINGS.plus(1))
                .returning(INVITATION.ID)
                .fetchSingle(INVITATION.ID);
    }

    /** Waiting invitations, newest first. */
    List<Invitation> open(TenantId tenant, @Nullable UUID olderThan, int atMost) {
        return dsl.selectFrom(INVITATION)
                .where(waiting(tenant))
                .and(behind(tenant, olderThan))
                .orderBy(INVITATION.CREATED_AT.desc(), INVITATION.ID.desc())
                .limit(atMost)
                .fetch()
                .map(this::invitation);
    }

    private Condition behind(TenantId tenant, @Nullable UUID id) {
        Instant created = id == null
                ? null
                : dsl.select(INVITATION.CREATED_AT)
                        .from(INVITATION)
                        .where(Owned.by(tenant, INVITATION))
                        .and(INVITATION.ID.eq(id))
                        .fetchOne(INVITATION.CREATED_AT);
        return created == null
                ? noCondition()
                : row(INVITATION.CREATED_AT, INVITATION.ID).lt(created, id);
    }

    int countOpen(TenantId tenant) {
        return dsl.fetchCount(INVITATION, waiting(tenant));
    }

    Optional<Invitation> find(TenantId tenant, UUID id) {
        return one(waiting(tenant).and(INVITATION.ID.eq(id)));
    }

    Optional<Invitation> byAddress(TenantId tenant, String email) {
        return one(waiting(tenant).and(INVITATION.EMAIL.eq(email)));
    }

    /** The invitation of a link, expired or not, locked until the transaction ends. */
    Optional<Invitation> lock(TenantId tenant, String tokenHash) {
        return dsl.selectFrom(INVITATION)
                .where(waiting(tenant))
                .and(INVITATION.TOKEN_HASH.eq(tokenHash))
                .forUpdate()
                .fetchOptional()
                .map(this::invitation);
    }

    Optional<Invitation> byToken(TenantId tenant, String tokenHash) {
        return one(waiting(tenant).and(INVITATION.TOKEN_HASH.eq(tokenHash)));
    }

    void accepted(TenantId tenant, UUID id, UUID person) {
        dsl.update(INVITATION)
                .set(INVITATION.ACCEPTED_AT, clock.instant())
                .set(INVITATION.ACCEPTED_BY, person)
                .where(Owned.by(tenant, INVITATION))
                .and(INVITATION.ID.eq(id))
                .execute();
    }

    /** The address of an invitation that was accepted by this person. */
    Optional<String> acceptedAddress(TenantId tenant, UUID id, UUID person) {
        return dsl.select(INVITATION.EMAIL)
                .from(INVITATION)
                .where(Owned.by(tenant, INVITATION))
                .and(INVITATION.ID.eq(id))
                .and(INVITATION.ACCEPTED_BY.eq(person))
                .fetchOptional(INVITATION.EMAIL);
    }

    void delete(TenantId tenant, UUID id) {
        dsl.deleteFrom(INVITATION)
                .where(waiting(tenant))
                .and(INVITATION.ID.eq(id))
                .execute();
    }

    private static Condition waiting(TenantId tenant) {
        return Owned.by(tenant, INVITATION).and(INVITATION.ACCEPTED_AT.isNull());
    }

    private Optional<Invitation> one(Condition condition) {
        return dsl.selectFrom(INVITATION).where(condition).fetchOptional().map(this::invitation);
    }

    private Invitation invitation(InvitationRecord row) {
        return new Invitation(
                row.getId(),
                row.getEmail(),
                new TreeSet<>(Arrays.asList(row.getRoles().split(","))),
                row.getInvitedBy(),
                row.getLocale(),
                row.getSentAt(),
                row.getExpiresAt(),
                !clock.instant().isBefore(row.getExpiresAt()));
    }
}
