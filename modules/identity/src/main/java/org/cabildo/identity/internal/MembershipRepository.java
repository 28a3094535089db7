// SPDX-License-Identifier: Apache-2.0
package org.cabildo.identity.internal;

import static org.cabildo.identity.internal.jooq.Tables.MEMBER;
import static org.cabildo.identity.internal.jooq.Tables.MEMBERSHIP;
import static org.cabildo.identity.internal.jooq.Tables.PENDING_MEMBERSHIP;
import static org.cabildo.identity.internal.jooq.Tables.PERSON;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.cabildo.identity.Identified;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.data.Owned;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Persons, members and their roles. Every method runs in the caller's transaction. */
@Component
class MembershipRepository {

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

    Set<String> roles(TenantId tenant, UUID person) {
        return Set.copyOf(dsl.select(MEMBERSHIP.ROLE)
                .from(MEMBERSHIP)
                .where(Owned.by(tenant, MEMBERSHIP))
                .and(MEMBERSHIP.PERSON_ID.eq(person))
                .fetch(MEMBERSHIP.ROLE));
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

    private boolean addRole(TenantId tenant, UUID person, String role) {
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
        if (!dsl.fetchExists(
                PENDING_MEMBERSHIP, Owned.by(tenant, PENDING_MEMBERSHIP), PENDING_MEMBERSHIP.EMAIL.eq(email))) {
            return List.of();
        }
        return dsl.deleteFrom(PENDING_MEMBERSHIP)
                .where(Owned.by(tenant, PENDING_MEMBERSHIP))
                .and(PENDING_MEMBERSHIP.EMAIL.eq(email))
                .returning(PENDING_MEMBERSHIP.ROLE)
                .fetch(PENDING_MEMBERSHIP.ROLE);
    }

    /** Gives a role to the member with this address or lets it wait for them. Answers whether anything changed. */
    boolean enrol(TenantId tenant, String email, String role) {
        UUID member = dsl.select(MEMBER.PERSON_ID)
                .from(MEMBER)
                .where(Owned.by(tenant, MEMBER))
                .and(MEMBER.EMAIL.equalIgnoreCase(email))
                .orderBy(MEMBER.SINCE)
                .limit(1)
                .fetchOne(MEMBER.PERSON_ID);
        if (member != null) {
            return addRole(tenant, member, role);
        }
        return dsl.insertInto(PENDING_MEMBERSHIP)
                        .set(PENDING_MEMBERSHIP.TENANT_ID, tenant.value())
                        .set(PENDING_MEMBERSHIP.EMAIL, email)
                        .set(PENDING_MEMBERSHIP.ROLE, role)
                        .set(PENDING_MEMBERSHIP.SINCE, clock.instant())
                        .onConflictDoNothing()
                        .execute()
                > 0;
    }
}
