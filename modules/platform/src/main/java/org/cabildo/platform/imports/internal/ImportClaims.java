// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.imports.internal;

import static org.cabildo.platform.internal.jooq.Tables.IMPORT_JOB;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.cabildo.platform.Actor;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.data.Owned;
import org.cabildo.platform.imports.ImportJob.Failure;
import org.cabildo.platform.imports.ImportState;
import org.cabildo.platform.imports.Outcome;
import org.cabildo.platform.internal.jooq.Tables;
import org.cabildo.platform.internal.jooq.tables.records.ImportJobRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.UpdateSetMoreStep;
import org.springframework.stereotype.Component;

/**
 * Imports as rows, for whoever works on them. Each change holds only while the claim does: the import is still in the
 * state in which it was claimed, and nobody else has taken it over. Every method works in the caller's transaction.
 */
@Component
class ImportClaims {

    /** How long a claim holds without a sign of life. */
    static final Duration LEASE = Duration.ofMinutes(1);

    private final DSLContext dsl;
    private final ImportDocuments documents;

    ImportClaims(DSLContext dsl, ImportDocuments documents) {
        this.dsl = dsl;
        this.documents = documents;
    }

    List<TenantId> tenantsWithWork(Instant now) {
        return dsl.selectFrom(Tables.TENANTS_WITH_IMPORTS(now)).fetch(row -> new TenantId(row.getTenantsWithImports()));
    }

    /** Takes the import that waits longest. */
    Optional<Claim> take(TenantId tenant, Set<String> kinds, UUID by, Instant now) {
        return dsl.update(IMPORT_JOB)
                .set(IMPORT_JOB.LEASED_BY, by)
                .set(IMPORT_JOB.LEASED_UNTIL, now.plus(LEASE))
                .set(IMPORT_JOB.ATTEMPTS, IMPORT_JOB.ATTEMPTS.plus(1))
                .where(Owned.by(tenant, IMPORT_JOB))
                .and(IMPORT_JOB.ID.eq(select(IMPORT_JOB.ID)
                        .from(IMPORT_JOB)
                        .where(Owned.by(tenant, IMPORT_JOB))
                        .and(IMPORT_JOB.STATE.in(ImportState.CHECKING.code(), ImportState.RUNNING.code()))
                        .and(IMPORT_JOB.LEASED_UNTIL.le(now))
                        .and(IMPORT_JOB.KIND.in(kinds))
                        .orderBy(IMPORT_JOB.CHANGED_AT)
                        .limit(1)
                        .forUpdate()
                        .skipLocked()))
                .returning()
                .fetchOptional(row -> claim(tenant, by, row));
    }

    private Claim claim(TenantId tenant, UUID by, ImportJobRecord row) {
        return new Claim(
                tenant,
                documents.job(row),
                by,
                row.getFileKey(),
                row.getPosition(),
                row.getAttempts(),
                new Actor(row.getActorId(), row.getActorName(), "", Set.of(), Set.of(), row.getOperator()));
    }

    /** Whether nobody else loads this import right now; holds until the transaction ends. */
    boolean alone(Claim claim) {
        return Boolean.TRUE.equals(dsl.select(field(
                        "pg_try_advisory_xact_lock(hashtextextended({0}, 0))",
                        Boolean.class, val("cabildo:import:" + claim.id())))
                .fetchOne(0, Boolean.class));
    }

    boolean counted(Claim claim, long rows, Instant now) {
        return held(claim, alive(now).set(IMPORT_JOB.ROWS_TOTAL, rows));
    }

    /** Goes on behind a batch of rows. */
    boolean advanced(Claim claim, CheckedRows batch, Instant now) {
        return held(
                claim,
                alive(now)
                        .set(IMPORT_JOB.ROWS_READ, IMPORT_JOB.ROWS_READ.plus(batch.read()))
                        .set(IMPORT_JOB.ROWS_BAD, IMPORT_JOB.ROWS_BAD.plus(batch.bad()))
                        .set(IMPORT_JOB.PROBLEMS, IMPORT_JOB.PROBLEMS.plus(batch.problems()))
                        .set(IMPORT_JOB.POSITION, batch.last())
                        .set(IMPORT_JOB.ATTEMPTS, 0));
    }

    /** How many problems are kept; locks the import so that its claim can't be lost before the transaction ends. */
    Optional<Integer> problems(Claim claim) {
        return dsl.select(IMPORT_JOB.PROBLEMS)
                .from(IMPORT_JOB)
                .where(holding(claim))
                .forUpdate()
                .fetchOptional(IMPORT_JOB.PROBLEMS);
    }

    boolean checked(Claim claim, Instant now) {
        return held(
                claim,
                change(now)
                        .set(IMPORT_JOB.STATE, ImportState.CHECKED.code())
                        .set(IMPORT_JOB.ROWS_TOTAL, IMPORT_JOB.ROWS_READ)
                        .setNull(IMPORT_JOB.LEASED_BY));
    }

    boolean written(Claim claim, long rows, Instant now) {
        return held(claim, alive(now).set(IMPORT_JOB.ROWS_WRITTEN, rows));
    }

    boolean done(Claim claim, Outcome outcome, Instant now) {
        return held(
                claim,
                change(now)
                        .set(IMPORT_JOB.STATE, ImportState.DONE.code())
                        .set(IMPORT_JOB.ROWS_WRITTEN, IMPORT_JOB.ROWS_READ.minus(IMPORT_JOB.ROWS_BAD))
                        .set(IMPORT_JOB.OUTCOME, documents.write(outcome))
                        .set(IMPORT_JOB.FINISHED_AT, now)
                        .setNull(IMPORT_JOB.LEASED_BY));
    }

    boolean failed(Claim claim, Failure failure, Instant now) {
        return held(
                claim,
                change(now)
                        .set(IMPORT_JOB.STATE, ImportState.FAILED.code())
                        .set(IMPORT_JOB.ROWS_WRITTEN, 0L)
                        .set(IMPORT_JOB.FAILURE, documents.write(failure))
                        .set(IMPORT_JOB.FINISHED_AT, now)
                        .setNull(IMPORT_JOB.LEASED_BY));
    }

    /** Lets go, so that somebody takes it again from a moment on. */
    void release(Claim claim, Instant from) {
        held(claim, dsl.update(IMPORT_JOB).setNull(IMPORT_JOB.LEASED_BY).set(IMPORT_JOB.LEASED_UNTIL, from));
    }

    private UpdateSetMoreStep<ImportJobRecord> alive(Instant now) {
        return dsl.update(IMPORT_JOB).set(IMPORT_JOB.LEASED_UNTIL, now.plus(LEASE));
    }

    private UpdateSetMoreStep<ImportJobRecord> change(Instant now) {
        return dsl.update(IMPORT_JOB).set(IMPORT_JOB.CHANGED_AT, now);
    }

    private static boolean held(Claim claim, UpdateSetMoreStep<ImportJobRecord> change) {
        return change.where(holding(claim)).execute() == 1;
    }

    private static Condition holding(Claim claim) {
        return Owned.by(claim.tenant(), IMPORT_JOB)
                .and(IMPORT_JOB.ID.eq(claim.id()))
                .and(IMPORT_JOB.STATE.eq(claim.job().state().code()))
                .and(IMPORT_JOB.LEASED_BY.eq(claim.by()));
    }
}
