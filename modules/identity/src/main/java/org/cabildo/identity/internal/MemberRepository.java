// SPDX-License-Identifier: Apache-2.0
package org.cabildo.identity.internal;

import static org.cabildo.identity.internal.jooq.Tables.MEMBER;
import static org.cabildo.identity.internal.jooq.Tables.MEMBERSHIP;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.selectOne;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.cabildo.identity.Member;
import org.cabildo.identity.Memberships;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.data.Owned;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record1;
import org.jooq.Result;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Members of a tenant as lists show them. Every method runs in the caller's transaction. */
@Component
class MemberRepository {

    private final DSLContext dsl;

    MemberRepository(DSLContext dsl) {
        this.dsl = dsl;
    }

    List<Member> list(TenantId tenant, String words, String role, @Nullable UUID after, int atMost) {
        return select(tenant, matching(tenant, words, role).and(behind(tenant, after)), atMost);
    }

    int count(TenantId tenant, String words, String role) {
        return dsl.fetchCount(MEMBER, Owned.by(tenant, MEMBER).and(matching(tenant, words, role)));
    }

    Optional<Member> find(TenantId tenant, UUID person) {
        return select(tenant, MEMBER.PERSON_ID.eq(person), 1).stream().findFirst();
    }

    /** Locks the administrators of a tenant, so that two of them can't remove one another. */
    Set<UUID> lockAdministrators(TenantId tenant) {
        return Set.copyOf(dsl.select(MEMBERSHIP.PERSON_ID)
                .from(MEMBERSHIP)
                .where(Owned.by(tenant, MEMBERSHIP))
                .and(MEMBERSHIP.ROLE.eq(Memberships.ADMINISTRATOR))
                .orderBy(MEMBERSHIP.PERSON_ID)
                .forUpdate()
                .fetch(MEMBERSHIP.PERSON_ID));
    }

    void removeRole(TenantId tenant, UUID person, String role) {
        dsl.deleteFrom(MEMBERSHIP)
                .where(Owned.by(tenant, MEMBERSHIP))
                .and(MEMBERSHIP.PERSON_ID.eq(person))
                .and(MEMBERSHIP.ROLE.eq(role))
                .execute();
    }

    void remove(TenantId tenant, UUID person) {
        dsl.deleteFrom(MEMBER)
                .where(Owned.by(tenant, MEMBER))
                .and(MEMBER.PERSON_ID.eq(person))
                .execute();
    }

    private static Condition matching(TenantId tenant, String words, String role) {
        Condition name = words.isBlank()
                ? noCondition()
                : MEMBER.NAME.containsIgnoreCase(words.strip()).or(MEMBER.EMAIL.containsIgnoreCase(words.strip()));
        return role.isBlank()
                ? name
                : name.and(exists(selectOne()
                        .from(MEMBERSHIP)
                        .where(Owned.by(tenant, MEMBERSHIP))
                        .and(MEMBERSHIP.PERSON_ID.eq(MEMBER.PERSON_ID))
                        .and(MEMBERSHIP.ROLE.eq(role))));
    }

    private Condition behind(TenantId tenant, @Nullable UUID after) {
        String name = after == null
                ? null
                : dsl.select(MEMBER.NAME)
                        .from(MEMBER)
                        .where(Owned.by(tenant, MEMBER))
                        .and(MEMBER.PERSON_ID.eq(after))
                        .fetchOne(MEMBER.NAME);
        return name == null ? noCondition() : row(MEMBER.NAME, MEMBER.PERSON_ID).gt(name, after);
    }

    private List<Member> select(TenantId tenant, Condition condition, int atMost) {
        Field<Result<Record1<String>>> roles = multiset(DSL.select(MEMBERSHIP.ROLE)
                        .from(MEMBERSHIP)
                        .where(Owned.by(tenant, MEMBERSHIP))
                        .and(MEMBERSHIP.PERSON_ID.eq(MEMBER.PERSON_ID)))
                .as("roles");
        return dsl.select(MEMBER.PERSON_ID, MEMBER.NAME, MEMBER.EMAIL, MEMBER.SINCE, roles)
                .from(MEMBER)
                .where(Owned.by(tenant, MEMBER))
                .and(condition)
                .orderBy(MEMBER.NAME, MEMBER.PERSON_ID)
                .limit(atMost)
                .fetch(found -> member(found, found.get(roles)));
    }

    private static Member member(Record found, Result<Record1<String>> roles) {
        return new Member(
                found.get(MEMBER.PERSON_ID),
                found.get(MEMBER.NAME),
                found.get(MEMBER.EMAIL),
                new TreeSet<>(roles.getValues(MEMBERSHIP.ROLE)),
                found.get(MEMBER.SINCE));
    }
}
