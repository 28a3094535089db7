// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.imports.internal;

import static org.cabildo.platform.internal.jooq.Tables.IMPORT_JOB;
import static org.cabildo.platform.internal.jooq.Tables.IMPORT_PROBLEM;
import static org.jooq.impl.DSL.noCondition;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cabildo.platform.Actor;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.data.Owned;
import org.cabildo.platform.imports.ImportJob;
import org.cabildo.platform.imports.ImportMapping;
import org.cabildo.platform.imports.ImportProblem;
import org.cabildo.platform.imports.ImportState;
import org.cabildo.platform.internal.jooq.tables.records.ImportProblemRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Imports as rows, for those who send them in. Every method works in the caller's transaction. */
@Component
class ImportRows {

    private final DSLContext dsl;
    private final ImportDocuments documents;

    ImportRows(DSLContext dsl, ImportDocuments documents) {
        this.dsl = dsl;
        this.documents = documents;
    }

    ImportJob add(TenantId tenant, NewImport file, Actor actor, Instant now) {
        return dsl.insertInto(IMPORT_JOB)
                .set(IMPORT_JOB.TENANT_ID, tenant.value())
                .set(IMPORT_JOB.KIND, file.kind())
                .set(IMPORT_JOB.STATE, ImportState.UPLOADED.code())
                .set(IMPORT_JOB.FILE_NAME, file.name())
                .set(IMPORT_JOB.FILE_BYTES, file.bytes())
                .set(IMPORT_JOB.FILE_KEY, file.key().value())
                .set(IMPORT_JOB.SAMPLE, documents.write(file.sample()))
                .set(IMPORT_JOB.MAPPING, documents.write(file.mapping()))
                .set(IMPORT_JOB.LEASED_UNTIL, now)
                .set(IMPORT_JOB.ACTOR_ID, actor.person())
                .set(IMPORT_JOB.ACTOR_NAME, actor.name())
                .set(IMPORT_JOB.OPERATOR, actor.operator())
                .set(IMPORT_JOB.CREATED_AT, now)
                .set(IMPORT_JOB.CHANGED_AT, now)
                .returning()
                .fetchSingle(documents::job);
    }

    Optional<ImportJob> find(TenantId tenant, UUID id) {
        return dsl.selectFrom(IMPORT_JOB)
                .where(Owned.by(tenant, IMPORT_JOB))
                .and(IMPORT_JOB.ID.eq(id))
                .fetchOptional(documents::job);
    }

    /** The import, which nobody else changes before the transaction ends. */
    Optional<ImportJob> lock(TenantId tenant, UUID id) {
        return dsl.selectFrom(IMPORT_JOB)
                .where(Owned.by(tenant, IMPORT_JOB))
                .and(IMPORT_JOB.ID.eq(id))
                .forUpdate()
                .fetchOptional(documents::job);
    }

    List<ImportJob> list(TenantId tenant, String kind, @Nullable UUID olderThan, int atMost) {
        return dsl.selectFrom(IMPORT_JOB)
                .where(Owned.by(tenant, IMPORT_JOB))
                .and(IMPORT_JOB.KIND.eq(kind))
                .and(olderThan == null ? noCondition() : IMPORT_JOB.ID.lt(olderThan))
                .orderBy(IMPORT_JOB.ID.desc())
                .limit(atMost)
                .fetch(documents::job);
    }

    /** Back to the beginning, with another mapping. */
    void map(TenantId tenant, UUID id, ImportMapping mapping, Instant now) {
        forgetProblems(tenant, id);
        dsl.update(IMPORT_JOB)
                .set(IMPORT_JOB.STATE, ImportState.UPLOADED.code())
                .set(IMPORT_JOB.MAPPING, documents.write(mapping))
                .set(IMPORT_JOB.ROWS_READ, 0L)
                .set(IMPORT_JOB.ROWS_BAD, 0L)
                .set(IMPORT_JOB.PROBLEMS, 0)
                .set(IMPORT_JOB.POSITION, 0L)
                .set(IMPORT_JOB.CHANGED_AT, now)
                .where(one(tenant, id))
                .execute();
    }

    /** Hands the import to the background. */
    void start(TenantId tenant, UUID id, ImportState state, boolean skipBad, Instant now) {
        dsl.update(IMPORT_JOB)
                .set(IMPORT_JOB.STATE, state.code())
                .set(IMPORT_JOB.SKIP_BAD, skipBad)
                .set(IMPORT_JOB.ATTEMPTS, 0)
                .setNull(IMPORT_JOB.LEASED_BY)
                .set(IMPORT_JOB.LEASED_UNTIL, now)
                .set(IMPORT_JOB.CHANGED_AT, now)
                .where(one(tenant, id))
                .execute();
    }

    /** Who decided, from now on. */
    void actor(TenantId tenant, UUID id, Actor actor) {
        dsl.update(IMPORT_JOB)
                .set(IMPORT_JOB.ACTOR_ID, actor.person())
                .set(IMPORT_JOB.ACTOR_NAME, actor.name())
                .set(IMPORT_JOB.OPERATOR, actor.operator())
                .where(one(tenant, id))
                .execute();
    }

    void cancel(TenantId tenant, UUID id, Instant now) {
        dsl.update(IMPORT_JOB)
                .set(IMPORT_JOB.STATE, ImportState.CANCELLED.code())
                .setNull(IMPORT_JOB.LEASED_BY)
                .set(IMPORT_JOB.CHANGED_AT, now)
                .set(IMPORT_JOB.FINISHED_AT, now)
                .where(one(tenant, id))
                .execute();
    }

    List<ImportProblem> problems(TenantId tenant, UUID id, int after, int atMost) {
        return dsl.selectFrom(IMPORT_PROBLEM)
                .where(Owned.by(tenant, IMPORT_PROBLEM))
                .and(IMPORT_PROBLEM.JOB_ID.eq(id))
                .and(IMPORT_PROBLEM.SEQ.gt(after))
                .orderBy(IMPORT_PROBLEM.SEQ)
                .limit(atMost)
                .fetch(documents::problem);
    }

    /** Keeps problems, numbered after those that are kept already. */
    void addProblems(TenantId tenant, UUID id, int known, List<ImportProblem> problems) {
        int seq = known;
        List<ImportProblemRecord> rows = new java.util.ArrayList<>();
        for (ImportProblem problem : problems) {
            seq++;
            ImportProblemRecord row = documents.record(problem);
            row.setTenantId(tenant.value());
            row.setJobId(id);
            row.setSeq(seq);
            rows.add(row);
        }
        dsl.batchInsert(rows).execute();
    }

    private void forgetProblems(TenantId tenant, UUID id) {
        dsl.deleteFrom(IMPORT_PROBLEM)
                .where(Owned.by(tenant, IMPORT_PROBLEM))
                .and(IMPORT_PROBLEM.JOB_ID.eq(id))
                .execute();
    }

    /** Imports that wait for a person since long ago. */
    List<UUID> abandoned(TenantId tenant, Instant before) {
        return dsl.select(IMPORT_JOB.ID)
                .from(IMPORT_JOB)
                .where(Owned.by(tenant, IMPORT_JOB))
                .and(IMPORT_JOB.STATE.in(ImportState.UPLOADED.code(), ImportState.CHECKED.code()))
                .and(IMPORT_JOB.CHANGED_AT.lt(before))
                .fetch(IMPORT_JOB.ID);
    }

    /** The keys of files that nobody needs any more, by import. */
    java.util.Map<UUID, String> needless(TenantId tenant) {
        return dsl.select(IMPORT_JOB.ID, IMPORT_JOB.FILE_KEY)
                .from(IMPORT_JOB)
                .where(Owned.by(tenant, IMPORT_JOB))
                .and(IMPORT_JOB.FINISHED_AT.isNotNull())
                .and(IMPORT_JOB.FILE_KEY.isNotNull())
                .fetchMap(IMPORT_JOB.ID, IMPORT_JOB.FILE_KEY);
    }

    void withoutFile(TenantId tenant, UUID id) {
        dsl.update(IMPORT_JOB)
                .setNull(IMPORT_JOB.FILE_KEY)
                .where(one(tenant, id))
                .execute();
    }

    private static Condition one(TenantId tenant, UUID id) {
        return Owned.by(tenant, IMPORT_JOB).and(IMPORT_JOB.ID.eq(id));
    }
}
