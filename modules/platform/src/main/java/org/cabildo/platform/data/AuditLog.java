// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.data;

import static org.cabildo.platform.internal.jooq.Tables.AUDIT_ENTRY;
import static org.jooq.impl.DSL.noCondition;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.cabildo.platform.Actor;
import org.cabildo.platform.Audit;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.internal.jooq.tables.records.AuditEntryRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

@Component
class AuditLog implements Audit {

    private final DSLContext dsl;
    private final JsonMapper json;
    private final Clock clock;

    AuditLog(DSLContext dsl, JsonMapper json, Clock clock) {
        this.dsl = dsl;
        this.json = json;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(
            TenantId tenant,
            Actor actor,
            String action,
            String subjectType,
            String subjectId,
            @Nullable Object before,
            @Nullable Object after) {
        dsl.insertInto(AUDIT_ENTRY)
                .set(AUDIT_ENTRY.TENANT_ID, tenant.value())
                .set(AUDIT_ENTRY.AT, clock.instant())
                .set(AUDIT_ENTRY.ACTOR_ID, actor.person())
                .set(AUDIT_ENTRY.ACTOR_NAME, actor.name())
                .set(AUDIT_ENTRY.OPERATOR, actor.operator())
                .set(AUDIT_ENTRY.ACTION, action)
                .set(AUDIT_ENTRY.SUBJECT_TYPE, subjectType)
                .set(AUDIT_ENTRY.SUBJECT_ID, subjectId)
                .set(AUDIT_ENTRY.BEFORE, before == null ? null : json.writeValueAsString(before))
                .set(AUDIT_ENTRY.AFTER, after == null ? null : json.writeValueAsString(after))
                .execute();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Entry> ofTenant(TenantId tenant, Filter filter, @Nullable UUID olderThan, int atMost) {
        return dsl.selectFrom(AUDIT_ENTRY)
                .where(Owned.by(tenant, AUDIT_ENTRY))
                .and(matching(filter))
                .and(olderThan == null ? noCondition() : AUDIT_ENTRY.ID.lt(olderThan))
                .orderBy(AUDIT_ENTRY.ID.desc())
                .limit(atMost)
                .fetch(AuditLog::entry);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Entry> ofAllTenants(@Nullable UUID olderThan, int atMost) {
        return dsl.selectFrom(org.cabildo.platform.internal.jooq.Tables.AUDIT_OF_ALL_TENANTS(olderThan, atMost))
                .fetch(row -> entry(row.into(AUDIT_ENTRY)));
    }

    private static Condition matching(Filter filter) {
        Condition action = filter.action().endsWith(".")
                ? AUDIT_ENTRY.ACTION.startsWith(filter.action())
                : equal(filter.action(), AUDIT_ENTRY.ACTION);
        return action.and(filter.from() == null ? noCondition() : AUDIT_ENTRY.AT.ge(filter.from()))
                .and(filter.until() == null ? noCondition() : AUDIT_ENTRY.AT.lt(filter.until()))
                .and(equal(filter.subjectType(), AUDIT_ENTRY.SUBJECT_TYPE))
                .and(equal(filter.subjectId(), AUDIT_ENTRY.SUBJECT_ID))
                .and(
                        filter.actor().isEmpty()
                                ? noCondition()
                                : AUDIT_ENTRY.ACTOR_NAME.containsIgnoreCase(filter.actor()));
    }

    private static Condition equal(String wanted, org.jooq.Field<String> field) {
        return wanted.isEmpty() ? noCondition() : field.eq(wanted);
    }

    private static Entry entry(AuditEntryRecord row) {
        return new Entry(
                new TenantId(row.getTenantId()),
                row.getId(),
                row.getAt(),
                row.getActorId(),
                row.getActorName(),
                row.getOperator(),
                row.getAction(),
                row.getSubjectType(),
                row.getSubjectId(),
                row.getBefore(),
                row.getAfter());
    }
}
