// SPDX-License-Identifier: Apache-2.0
package org.cabildo.networks.internal;

import static org.cabildo.networks.internal.jooq.Tables.MEASURE;
import static org.cabildo.networks.internal.jooq.Tables.SCORE;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.val;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.cabildo.networks.comparison.Composite;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.data.Owned;
import org.jooq.DSLContext;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Composites, computed in the database when figures or measures change; {@link Composite} says the method. */
@Component
class ScoreRows {

    private static final TypeReference<TreeMap<String, BigDecimal>> TOPICS = new TypeReference<>() {};

    private static final String COMPOSE = """
            INSERT INTO networks.score AS kept (tenant_id, edition, entity, score, measured, topics)
            SELECT {0}, {1}, entity, round(avg(score), 10), sum(measured),
                json_object_agg(topic, round(score, 10) ORDER BY topic)::text
            FROM (
                SELECT f.entity, m.topic, count(*) AS measured,
                    avg(100 * least(1, greatest(0, (f.value - m.worst) / (m.best - m.worst)))) AS score
                FROM networks.figure f
                JOIN networks.measure m ON m.tenant_id = f.tenant_id AND m.edition = f.edition AND m.code = f.measure
                WHERE f.tenant_id = {0} AND f.edition = {1} AND m.tenant_id = {0} AND m.edition = {1}
                    AND ({2} IS NULL OR f.entity = {2}) AND f.value IS NOT NULL
                    AND m.kind = 'indicator' AND m.worst IS NOT NULL AND m.best IS NOT NULL
                GROUP BY f.entity, m.topic
            ) AS topics
            GROUP BY entity
            ON CONFLICT (tenant_id, edition, entity) DO UPDATE
            SET score = excluded.score, measured = excluded.measured, topics = excluded.topics
            WHERE kept.tenant_id = {0}""";

    private final DSLContext dsl;
    private final JsonMapper json;

    ScoreRows(DSLContext dsl, JsonMapper json) {
        this.dsl = dsl;
        this.json = json;
    }

    /** Computes the scores of an edition anew, for one entity or (null) for all. */
    void compose(TenantId network, String edition, @Nullable String entity) {
        dsl.deleteFrom(SCORE)
                .where(Owned.by(network, SCORE))
                .and(SCORE.EDITION.eq(edition))
                .and(entity == null ? noCondition() : SCORE.ENTITY.eq(entity))
                .execute();
        dsl.execute(COMPOSE, val(network.value()), val(edition), val(entity, SQLDataType.VARCHAR));
    }

    /** Composites by entity; entities without any value are absent. Topics are many texts, and read only where asked for. */
    Map<String, Composite> composites(TenantId network, String edition, boolean topics) {
        int asked = dsl.fetchCount(
                MEASURE,
                Owned.by(network, MEASURE)
                        .and(MEASURE.EDITION.eq(edition))
                        .and(MEASURE.KIND.eq("indicator"))
                        .and(MEASURE.WORST.isNotNull())
                        .and(MEASURE.BEST.isNotNull()));
        Map<String, Composite> composites = new HashMap<>();
        dsl.select(
                        SCORE.ENTITY,
                        SCORE.SCORE_,
                        SCORE.MEASURED,
                        topics ? SCORE.TOPICS : inline("{}").as(SCORE.TOPICS))
                .from(SCORE)
                .where(Owned.by(network, SCORE))
                .and(SCORE.EDITION.eq(edition))
                .forEach(row -> composites.put(
                        row.value1(),
                        new Composite(
                                row.value2(),
                                topics ? json.readValue(row.value4(), TOPICS) : Map.of(),
                                row.value3(),
                                asked)));
        return composites;
    }
}
