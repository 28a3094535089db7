// SPDX-License-Identifier: Apache-2.0
package org.cabildo.identity.internal;

import static org.cabildo.identity.internal.jooq.Tables.MEMBER;
import static org.cabildo.identity.internal.jooq.Tables.MEMBERSHIP;
import static org.cabildo.identity.internal.jooq.Tables.PENDING_MEMBERSHIP;
import static org.cabildo.identity.internal.jooq.Tables.PERSON;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.selectOne;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.cabildo.identity.Identified;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.data.Owned;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Persons, members and their roles. Every method runs in the caller's transaction. */
@Component
class MembershipRepository {

    /** @param waiting whether roles wait for the address */
    record Found(UUID person, Set<String> roles, boolean waiting) {}

    private final DSLContext dsl;
    private final Clock clock;

    MembershipRepository(DSLContext dsl, Clock clock) {
        this.dsl = dsl;
        this.clock = clock;
    }

    /** The id of a person, who becomes known by this if need be. */
    UUID person(String subject) {
        UUID known = dsl.select(PERSON.ID)
                .from(PERSON)
                .where(PERSON.SUBJECT.eq(subject))
                .fetchOne(PERSON.ID);
        return known != null ? known : sawPerson(subject);
    }

    UUID sawPerson(String subject) {
        return dsl.insertInto(PERSON)
                .set(PERSON.SUBJECT, subject)
                .set(PERSON.CREATED_AT, clock.instant())
                .set(PERSON.SEEN_AT, clock.instant())
                .onConflict(PERSON.SUBJECT)
                .doUpdate()
                .set(PERSON.SEEN_AT, clock.instant())
                .returning(PERSON.ID)
                .fetchSingle(PERSON.ID);
    }

    /** What is known of a subject in a tenant, in one statement; empty for somebody never seen. */
    Optional<Found> find(TenantId tenant, String subject, String email) {
        Field<List<String>> roles = multiset(DSL.select(MEMBERSHIP.ROLE)
                        .from(MEMBERSHIP)
                        .where(Owned.by(tenant, MEMBERSHIP))
                        .and(MEMBERSHIP.PERSON_ID.eq(PERSON.ID)))
                .convertFrom(found -> found.getValues(MEMBERSHIP.ROLE));
        Field<Boolean> waiting = field(exists(selectOne()
                .from(PENDING_MEMBERSHIP)
                .where(Owned.by(tenant, PENDING_MEMBERSHIP))
                .and(PENDING_MEMBERSHIP.EMAIL.eq(email))));
        return dsl.select(PERSON.ID, roles, waiting)
                .from(PERSON)
                .where(PERSON.SUBJECT.eq(subject))
                .fetchOptional(
                        found -> new Found(found.get(PERSON.ID), Set.copyOf(found.get(roles)), found.get(waiting)));
    }

    Optional<String> subject(UUID person) {
        return dsl.select(PERSON.SUBJECT)
                .from(PERSON)
                .where(PERSON.ID.eq(person))
                .fetchOptional(PERSON.SUBJECT);
    }

    void add(TenantId tenant, UUID person, Identified who, String role) {
        rename(tenant, person, who);
        addRole(tenant, person, role);
    }

    /** Keeps the name and address under which the tenant knows a person. */
    void rename(TenantId tenant, UUID person, Identified who) {
        dsl.insertInto(MEMBER)
                .set(MEMBER.TENANT_ID, tenant.value())
                .set(MEMBER.PERSON_ID, person)
                .set(MEMBER.NAME, who.name())
                .set(MEMBER.EMAIL, who.email())
                .set(MEMBER.SINCE, clock.instant())
                .onConflict(MEMBER.TENANT_ID, MEMBER.PERSON_ID)
                .doUpdate()
                .set(MEMBER.NAME, who.name())
                .set(MEMBER.EMAIL, who.email())
                .execute();
    }

    boolean addRole(TenantId tenant, UUID person, String role) {
        return dsl.insertInto(MEMBERSHIP)
                        .set(MEMBERSHIP.TENANT_ID, tenant.value())
                        .set(MEMBERSHIP.PERSON_ID, person)
                        .set(MEMBERSHIP.ROLE, role)
                        .set(MEMBERSHIP.SINCE, clock.instant())
                        .onConflictDoNothing()
                        .execute()
                > 0;
    }

    /** The roles that waited for an address, which wait no longer. */
    List<String> takePending(TenantId tenant, String email) {
        return dsl.deleteFrom(PENDING_MEMBERSHIP)
                .where(Owned.by(tenant, PENDING_MEMBERSHIP))
                .and(PENDING_MEMBERSHIP.EMAIL.eq(email))
                .returning(PENDING_MEMBERSHIP.ROLE)
                .fetch(PENDING_MEMBERSHIP.ROLE);
    }

    /** The member with this address, the oldest one if there are several. */
    Optional<UUID> member(TenantId tenant, String email) {
        return dsl.select(MEMBER.PERSON_ID)
                .from(MEMBER)
                .where(Owned.by(tenant, MEMBER))
                .and(MEMBER.EMAIL.equalIgnoreCase(email))
                .orderBy(MEMBER.SINCE)
                .limit(1)
                .fetchOptional(MEMBER.PERSON_ID);
    }

    /** Lets a role wait for an address. Answers whether it did not already. */
    boolean await(TenantId tenant, String email, String role) {
        return dsl.insertInto(PENDING_MEMBERSHIP)
                        .set(PENDING_MEMBERSHIP.TENANT_ID, tenant.value())
                        .set(PENDING_MEMBERSHIP.EMAIL, email)
                        .set(PENDING_MEMBERSHIP.ROLE, role)
                        .set(PENDING_MEMBERSHIP.SINCE, clock.instant())
                        .onConflictDoNothing()
                        .execute()
                > 0;
    }

    /** Whom a role waits for, with the time since when. */
    Map<String, Instant> waiting(TenantId tenant, String role) {
        return dsl.select(PENDING_MEMBERSHIP.EMAIL, PENDING_MEMBERSHIP.SINCE)
                .from(PENDING_MEMBERSHIP)
                .where(Owned.by(tenant, PENDING_MEMBERSHIP))
                .and(PENDING_MEMBERSHIP.ROLE.eq(role))
                .fetchMap(PENDING_MEMBERSHIP.EMAIL, PENDING_MEMBERSHIP.SINCE);
    }

    boolean forgetPending(TenantId tenant, String email, String role) {
        return dsl.deleteFrom(PENDING_MEMBERSHIP)
                        .where(Owned.by(tenant, PENDING_MEMBERSHIP))
                        .and(PENDING_MEMBERSHIP.EMAIL.eq(email))
                        .and(PENDING_MEMBERSHIP.ROLE.eq(role))
                        .execute()
                > 0;
    }
}
