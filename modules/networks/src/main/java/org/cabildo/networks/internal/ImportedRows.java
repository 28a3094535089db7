// SPDX-License-Identifier: Apache-2.0
package org.cabildo.networks.internal;

import static org.cabildo.networks.internal.jooq.Tables.EDITION;
import static org.cabildo.networks.internal.jooq.Tables.ENTITY;
import static org.cabildo.networks.internal.jooq.Tables.FIGURE;
import static org.cabildo.networks.internal.jooq.Tables.IMPORT_FILE;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.val;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.cabildo.networks.comparison.Edition;
import org.cabildo.networks.comparison.Entity;
import org.cabildo.networks.comparison.Measure;
import org.cabildo.networks.importing.ImportReport.Changes;
import org.cabildo.networks.importing.Plan;
import org.cabildo.networks.importing.Plan.Value;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.data.Owned;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/** Makes an edition equal to a plan, in a few statements whatever its size. */
@Component
class ImportedRows {

    /** Whether an imported edition holds the network's own compilation, which may be replaced without asking. */
    static final String COMPILATION = "compilation";

    static final String FILES = "files";

    private static final String ENTITIES = """
            WITH wanted AS (
                SELECT * FROM unnest({1}, {2}, {3}, {4}, {5}) AS w(code, name, region, population, shape)
            ), stored AS (
                INSERT INTO networks.entity AS e (tenant_id, code, name, region, population, shape)
                SELECT {0}, code, name, region, population, shape FROM wanted
                ON CONFLICT (tenant_id, code) DO UPDATE
                SET name = excluded.name, region = excluded.region, population = excluded.population,
                    shape = excluded.shape
                WHERE e.tenant_id = {0} AND (e.name, e.region, e.population, e.shape)
                    IS DISTINCT FROM (excluded.name, excluded.region, excluded.population, excluded.shape)
                RETURNING 1
            )
            SELECT count(*) FROM stored""";

    /** Every part sees the rows as they were before the statement. */
    private static final String FIGURES = """
            WITH wanted AS (
                SELECT * FROM unnest({3}, {4}, {5}, {6}, {7}) AS w(measure, entity, value, period, note)
            ), earlier AS (
                INSERT INTO networks.earlier_figure
                    (tenant_id, edition, measure, entity, version, value, period, recorded_at, replaced_at)
                SELECT f.tenant_id, f.edition, f.measure, f.entity, f.version, f.value, f.period, f.recorded_at, {2}
                FROM networks.figure f LEFT JOIN wanted w ON w.measure = f.measure AND w.entity = f.entity
                WHERE f.tenant_id = {0} AND f.edition = {1}
                    AND (f.value, f.period, f.note) IS DISTINCT FROM (w.value, w.period, w.note)
            ), gone AS (
                DELETE FROM networks.figure f
                WHERE f.tenant_id = {0} AND f.edition = {1} AND NOT EXISTS (
                    SELECT FROM wanted w WHERE w.measure = f.measure AND w.entity = f.entity)
                RETURNING 1
            ), changed AS (
                UPDATE networks.figure f
                SET state = 'value', value = w.value, period = w.period, note = w.note, source = '',
                    version = f.version + 1, recorded_at = {2}
                FROM wanted w
                WHERE f.tenant_id = {0} AND f.edition = {1} AND w.measure = f.measure AND w.entity = f.entity
                    AND (f.value, f.period, f.note) IS DISTINCT FROM (w.value, w.period, w.note)
                RETURNING 1
            ), last AS (
                SELECT measure, entity, max(version) AS version FROM networks.earlier_figure
                WHERE tenant_id = {0} AND edition = {1} GROUP BY measure, entity
            ), added AS (
                INSERT INTO networks.figure
                    (tenant_id, edition, measure, entity, state, value, period, note, version, recorded_at)
                SELECT {0}, {1}, w.measure, w.entity, 'value', w.value, w.period, w.note,
                    coalesce(l.version, 0) + 1, {2}
                FROM wanted w LEFT JOIN last l ON l.measure = w.measure AND l.entity = w.entity
                WHERE NOT EXISTS (
                    SELECT FROM networks.figure f WHERE f.tenant_id = {0} AND f.edition = {1}
                        AND f.measure = w.measure AND f.entity = w.entity)
                RETURNING 1
            )
            SELECT (SELECT count(*) FROM added), (SELECT count(*) FROM changed), (SELECT count(*) FROM gone)""";

    private final DSLContext dsl;
    private final ComparisonRows rows;

    ImportedRows(DSLContext dsl, ComparisonRows rows) {
        this.dsl = dsl;
        this.rows = rows;
    }

    /** Makes the edition equal to the plan; answers what was different. */
    Changes store(TenantId network, Plan plan, String from, Instant now) {
        Edition edition = plan.edition();
        // Statistics lag behind a first import: where the planner believes in a handful of rows, it compares each of
        // thousands of figures with each wanted one.
        dsl.execute("SET LOCAL enable_nestloop = off");
        putEdition(network, edition);
        int entities = entities(network, plan.entities());
        int measures = measures(network, edition.slug(), plan.measures());
        Record figures = figures(network, edition.slug(), plan.values(), now);
        entities += dropOrphans(network, plan.entities());
        dsl.update(EDITION)
                .set(EDITION.IMPORTED_FROM, from)
                .set(EDITION.IMPORTED_AT, now)
                .where(Owned.by(network, EDITION))
                .and(EDITION.SLUG.eq(edition.slug()))
                .execute();
        int added = figures.get(0, int.class);
        int changed = figures.get(1, int.class);
        Changes changes = new Changes(
                entities,
                measures,
                added,
                changed,
                figures.get(2, int.class),
                plan.values().size() - added - changed);
        if (!changes.none()) {
            rows.compose(network, edition.slug());
        }
        return changes;
    }

    /** Whether an edition that is there already is public stays as staff left it. */
    void putEdition(TenantId network, Edition edition) {
        Edition before = rows.edition(network, edition.slug()).orElse(null);
        Edition after = before == null ? edition : edition.withPublished(before.published());
        if (!after.equals(before)) {
            rows.putEdition(network, after);
        }
    }

    private int entities(TenantId network, List<Entity> entities) {
        return dsl.fetchSingle(
                        ENTITIES,
                        val(network.value()),
                        texts(entities, Entity::code),
                        texts(entities, Entity::name),
                        texts(entities, Entity::region),
                        val(entities.stream().map(Entity::population).toArray(Integer[]::new)),
                        texts(entities, Entity::shape))
                .get(0, int.class);
    }

    private int measures(TenantId network, String edition, List<Measure> wanted) {
        Map<String, Measure> before = new HashMap<>();
        rows.measures(network, edition).forEach(measure -> before.put(measure.code(), measure));
        int different = 0;
        for (Measure measure : wanted) {
            if (!measure.same(before.remove(measure.code()))) {
                rows.storeMeasure(network, edition, measure);
                different++;
            }
        }
        return different;
    }

    private Record figures(TenantId network, String edition, List<Value> values, Instant now) {
        Record changes = dsl.fetchSingle(
                FIGURES,
                val(network.value()),
                val(edition),
                val(now),
                texts(values, Value::measure),
                texts(values, Value::entity),
                val(values.stream().map(Value::value).toArray(BigDecimal[]::new)),
                texts(values, Value::period),
                texts(values, Value::note));
        List<String> measured = values.stream().map(Value::measure).distinct().toList();
        rows.deleteMeasuresWithout(network, edition, measured);
        return changes;
    }

    private static <T> org.jooq.Field<String[]> texts(List<T> things, Function<T, String> text) {
        return val(things.stream().map(text).toArray(String[]::new));
    }

    /** Entities that nobody lists any more and that no edition has figures of. */
    private int dropOrphans(TenantId network, List<Entity> kept) {
        return dsl.deleteFrom(ENTITY)
                .where(Owned.by(network, ENTITY))
                .and(ENTITY.CODE.ne(org.jooq.impl.DSL.all(texts(kept, Entity::code))))
                .and(notExists(selectOne()
                        .from(FIGURE)
                        .where(Owned.by(network, FIGURE))
                        .and(FIGURE.ENTITY.eq(ENTITY.CODE))))
                .execute();
    }

    /** Where an imported edition's figures come from; empty when there is no such edition. */
    Optional<String> origin(TenantId network, String edition) {
        return dsl.select(EDITION.IMPORTED_FROM)
                .from(EDITION)
                .where(Owned.by(network, EDITION))
                .and(EDITION.SLUG.eq(edition))
                .and(EDITION.IMPORTED_FROM.isNotNull())
                .fetchOptional(EDITION.IMPORTED_FROM);
    }

    /** Removes imported editions other than the one that a recipe describes, and entities that only they had. */
    void dropOthers(TenantId network, String kept) {
        int dropped = dsl.deleteFrom(EDITION)
                .where(Owned.by(network, EDITION))
                .and(EDITION.ORIGIN.eq("import"))
                .and(EDITION.SLUG.ne(kept))
                .execute();
        boolean others = dsl.fetchExists(selectOne().from(EDITION).where(Owned.by(network, EDITION)));
        if (dropped > 0 && !others) {
            dropOrphans(network, List.of());
        }
    }

    SortedMap<String, String> manifest(TenantId network) {
        return new TreeMap<>(dsl.select(IMPORT_FILE.PATH, IMPORT_FILE.CONTENT)
                .from(IMPORT_FILE)
                .where(Owned.by(network, IMPORT_FILE))
                .fetchMap(IMPORT_FILE.PATH, IMPORT_FILE.CONTENT));
    }

    void replaceManifest(TenantId network, Map<String, String> files) {
        dsl.deleteFrom(IMPORT_FILE).where(Owned.by(network, IMPORT_FILE)).execute();
        files.forEach((path, content) -> dsl.insertInto(IMPORT_FILE)
                .set(IMPORT_FILE.TENANT_ID, network.value())
                .set(IMPORT_FILE.PATH, path)
                .set(IMPORT_FILE.CONTENT, content)
                .execute());
    }
}
