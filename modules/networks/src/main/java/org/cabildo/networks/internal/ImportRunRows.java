// SPDX-License-Identifier: Apache-2.0
package org.cabildo.networks.internal;

import static org.cabildo.networks.internal.jooq.Tables.IMPORT_RUN;
import static org.jooq.impl.DSL.inline;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.cabildo.networks.importing.ImportReport;
import org.cabildo.networks.importing.ImportRun;
import org.cabildo.networks.importing.ImportRun.State;
import org.cabildo.platform.Actor;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.UseCase;
import org.cabildo.platform.data.Owned;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Runs of imports as rows; each method is a transaction, so that others see how far a run is. */
@UseCase
class ImportRunRows {

    /** A file that was sent: its name and the key under which it is kept. */
    record Kept(String name, String key) {}

    private static final TypeReference<List<Kept>> FILES = new TypeReference<>() {};

    private final DSLContext dsl;
    private final JsonMapper json;

    ImportRunRows(DSLContext dsl, JsonMapper json) {
        this.dsl = dsl;
        this.json = json;
    }

    UUID begin(TenantId network, List<Kept> files, Actor actor, Instant now) {
        return dsl.insertInto(IMPORT_RUN)
                .set(IMPORT_RUN.TENANT_ID, network.value())
                .set(IMPORT_RUN.STATE, State.CHECKING.code())
                .set(IMPORT_RUN.FILES, json.writeValueAsString(files))
                .set(IMPORT_RUN.ACTOR_ID, actor.person())
                .set(IMPORT_RUN.ACTOR_NAME, actor.name())
                .set(IMPORT_RUN.OPERATOR, actor.operator())
                .set(IMPORT_RUN.CREATED_AT, now)
                .set(IMPORT_RUN.CHANGED_AT, now)
                .returning(IMPORT_RUN.ID)
                .fetchSingle()
                .getId();
    }

    Optional<ImportRun> find(TenantId network, UUID id) {
        return runs(network, IMPORT_RUN.ID.eq(id), 1, true).stream().findFirst();
    }

    List<ImportRun> newest(TenantId network, int atMost) {
        return runs(network, org.jooq.impl.DSL.noCondition(), atMost, false);
    }

    private List<ImportRun> runs(TenantId network, Condition condition, int atMost, boolean reports) {
        return dsl.select(
                        IMPORT_RUN.ID,
                        IMPORT_RUN.STATE,
                        IMPORT_RUN.FILES,
                        reports ? IMPORT_RUN.REPORT : inline((String) null).as(IMPORT_RUN.REPORT),
                        IMPORT_RUN.ACTOR_NAME,
                        IMPORT_RUN.CREATED_AT,
                        IMPORT_RUN.CHANGED_AT)
                .from(IMPORT_RUN)
                .where(Owned.by(network, IMPORT_RUN))
                .and(condition)
                .orderBy(IMPORT_RUN.ID.desc())
                .limit(atMost)
                .fetch(row -> new ImportRun(
                        row.value1(),
                        State.of(row.value2()),
                        json.readValue(row.value3(), FILES).stream()
                                .map(Kept::name)
                                .toList(),
                        row.value4() == null ? null : json.readValue(row.value4(), ImportReport.class),
                        row.value5(),
                        row.value6(),
                        row.value7()));
    }

    /** The files and who sent them. */
    Map<String, String> files(TenantId network, UUID id) {
        Map<String, String> files = new TreeMap<>();
        dsl.select(IMPORT_RUN.FILES)
                .from(IMPORT_RUN)
                .where(Owned.by(network, IMPORT_RUN))
                .and(IMPORT_RUN.ID.eq(id))
                .fetchOptional(IMPORT_RUN.FILES)
                .ifPresent(text -> json.readValue(text, FILES).forEach(file -> files.put(file.name(), file.key())));
        return files;
    }

    /** Brings a run from one state to another; false when it is not in that state, or was changed too recently. */
    boolean move(
            TenantId network,
            UUID id,
            State from,
            State to,
            @Nullable ImportReport report,
            Instant before,
            Instant now) {
        var update = dsl.update(IMPORT_RUN).set(IMPORT_RUN.STATE, to.code()).set(IMPORT_RUN.CHANGED_AT, now);
        if (report != null) {
            update = update.set(IMPORT_RUN.REPORT, json.writeValueAsString(report));
        }
        return update.where(Owned.by(network, IMPORT_RUN))
                        .and(IMPORT_RUN.ID.eq(id))
                        .and(IMPORT_RUN.STATE.eq(from.code()))
                        .and(IMPORT_RUN.CHANGED_AT.le(before))
                        .execute()
                == 1;
    }

    /** Who decides is who is recorded. */
    void decide(TenantId network, UUID id, Actor actor) {
        dsl.update(IMPORT_RUN)
                .set(IMPORT_RUN.ACTOR_ID, actor.person())
                .set(IMPORT_RUN.ACTOR_NAME, actor.name())
                .set(IMPORT_RUN.OPERATOR, actor.operator())
                .where(Owned.by(network, IMPORT_RUN))
                .and(IMPORT_RUN.ID.eq(id))
                .execute();
    }

    Actor actor(TenantId network, UUID id) {
        return dsl.select(IMPORT_RUN.ACTOR_ID, IMPORT_RUN.ACTOR_NAME, IMPORT_RUN.OPERATOR)
                .from(IMPORT_RUN)
                .where(Owned.by(network, IMPORT_RUN))
                .and(IMPORT_RUN.ID.eq(id))
                .fetchSingle(row -> new Actor(
                        row.value1(), row.value2(), "", java.util.Set.of(), java.util.Set.of(), row.value3()));
    }
}
