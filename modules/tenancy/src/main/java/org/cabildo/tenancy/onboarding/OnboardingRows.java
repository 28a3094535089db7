// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy.onboarding;

import static org.cabildo.tenancy.internal.jooq.Tables.ONBOARDING;
import static org.cabildo.tenancy.internal.jooq.Tables.TENANT;
import static org.cabildo.tenancy.internal.jooq.Tables.THEME_VERSION;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.data.Owned;
import org.cabildo.tenancy.internal.jooq.tables.records.OnboardingRecord;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Keeps what was answered. */
@Component
class OnboardingRows {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int MOST = 50;

    private final DSLContext dsl;
    private final Clock clock;

    OnboardingRows(DSLContext dsl, Clock clock) {
        this.dsl = dsl;
        this.clock = clock;
    }

    UUID insert(Answers answers, OnboardingStep step, String startedBy) {
        return dsl.insertInto(ONBOARDING)
                .set(ONBOARDING.STEP, step.path())
                .set(ONBOARDING.ANSWERS, JSON.writeValueAsString(answers.values()))
                .set(ONBOARDING.STARTED_BY, startedBy)
                .set(ONBOARDING.STARTED_AT, clock.instant())
                .set(ONBOARDING.CHANGED_AT, clock.instant())
                .returning(ONBOARDING.ID)
                .fetchSingle()
                .getId();
    }

    void update(UUID id, Answers answers, OnboardingStep step) {
        dsl.update(ONBOARDING)
                .set(ONBOARDING.STEP, step.path())
                .set(ONBOARDING.ANSWERS, JSON.writeValueAsString(answers.values()))
                .set(ONBOARDING.CHANGED_AT, clock.instant())
                .where(ONBOARDING.ID.eq(id))
                .execute();
    }

    void connect(UUID id, TenantId tenant) {
        dsl.update(ONBOARDING)
                .set(ONBOARDING.TENANT, tenant.value())
                .where(ONBOARDING.ID.eq(id))
                .execute();
    }

    Optional<Onboarding> find(UUID id) {
        return dsl.selectFrom(ONBOARDING).where(ONBOARDING.ID.eq(id)).fetchOptional(OnboardingRows::onboarding);
    }

    Optional<Onboarding> of(TenantId tenant) {
        return dsl.selectFrom(ONBOARDING)
                .where(ONBOARDING.TENANT.eq(tenant.value()))
                .fetchOptional(OnboardingRows::onboarding);
    }

    List<Onboarding> open() {
        return dsl.selectFrom(ONBOARDING)
                .orderBy(ONBOARDING.CHANGED_AT.desc())
                .limit(MOST)
                .fetch(OnboardingRows::onboarding);
    }

    void delete(UUID id) {
        dsl.deleteFrom(ONBOARDING).where(ONBOARDING.ID.eq(id)).execute();
    }

    /** Deletes a draft that nobody saw; called as the tenant. The database refuses it for anything but a draft. */
    void deleteDraft(TenantId tenant) {
        dsl.deleteFrom(THEME_VERSION).where(Owned.by(tenant, THEME_VERSION)).execute();
        dsl.deleteFrom(TENANT).where(TENANT.ID.eq(tenant.value())).execute();
    }

    private static Onboarding onboarding(OnboardingRecord row) {
        Map<String, String> answers = JSON.readValue(row.getAnswers(), new TypeReference<Map<String, String>>() {});
        return new Onboarding(
                row.getId(),
                row.getTenant() == null ? null : new TenantId(row.getTenant()),
                row.getStep(),
                new Answers(answers),
                row.getStartedBy(),
                row.getChangedAt());
    }
}
