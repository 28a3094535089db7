// SPDX-License-Identifier: Apache-2.0
package org.cabildo.networks.internal;

import static org.cabildo.networks.internal.jooq.Tables.EDITION;
import static org.cabildo.networks.internal.jooq.Tables.ENTITY;
import static org.cabildo.networks.internal.jooq.Tables.FIGURE;
import static org.cabildo.networks.internal.jooq.Tables.MEASURE;
import static org.jooq.impl.DSL.field;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cabildo.indicators.Observation.State;
import org.cabildo.networks.comparison.Compared;
import org.cabildo.networks.comparison.Composite;
import org.cabildo.networks.comparison.Edition;
import org.cabildo.networks.comparison.Entity;
import org.cabildo.networks.comparison.Figure;
import org.cabildo.networks.comparison.Measure;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.data.Owned;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Everything of a comparison in two statements: what is compared, and everybody with their figure. */
@Component
class ComparedRows {

    private static final Field<Boolean> MAPPED = field(ENTITY.SHAPE.ne(""));

    private final DSLContext dsl;

    ComparedRows(DSLContext dsl) {
        this.dsl = dsl;
    }

    private record Question(Edition edition, Measure measure) {}

    /** A measure of a published edition between everybody. */
    Optional<Compared> measure(TenantId network, String edition, String code) {
        return dsl.select(EDITION, MEASURE)
                .from(EDITION)
                .join(MEASURE)
                .on(Owned.by(network, MEASURE))
                .and(MEASURE.EDITION.eq(EDITION.SLUG))
                .and(MEASURE.CODE.eq(code))
                .where(Owned.by(network, EDITION))
                .and(EDITION.SLUG.eq(edition))
                .and(EDITION.PUBLISHED)
                .fetchOptional(
                        row -> new Question(RecordsRead.edition(row.value1()), RecordsRead.measure(row.value2())))
                .map(asked -> read(network, asked.edition(), asked.measure(), null, Map.of()));
    }

    /** The composite of an edition between everybody, beside the index that the source published. */
    Compared composite(
            TenantId network, Edition edition, @Nullable Measure published, Map<String, Composite> composites) {
        return read(network, edition, null, published, composites);
    }

    private Compared read(
            TenantId network,
            Edition edition,
            @Nullable Measure measure,
            @Nullable Measure published,
            Map<String, Composite> composites) {
        Measure shown = measure == null ? published : measure;
        String code = shown == null ? "" : shown.code();
        List<Entity> entities = new ArrayList<>();
        List<Figure> figures = new ArrayList<>();
        boolean mapped = false;
        for (var row : dsl.select(
                        ENTITY.CODE,
                        ENTITY.NAME,
                        ENTITY.REGION,
                        ENTITY.POPULATION,
                        MAPPED,
                        FIGURE.STATE,
                        FIGURE.VALUE,
                        FIGURE.PERIOD,
                        FIGURE.SOURCE,
                        FIGURE.NOTE,
                        FIGURE.VERSION,
                        FIGURE.RECORDED_AT)
                .from(ENTITY)
                .leftJoin(FIGURE)
                .on(Owned.by(network, FIGURE))
                .and(FIGURE.EDITION.eq(edition.slug()))
                .and(FIGURE.MEASURE.eq(code))
                .and(FIGURE.ENTITY.eq(ENTITY.CODE))
                .where(Owned.by(network, ENTITY))
                .orderBy(ENTITY.NAME, ENTITY.CODE)
                .fetch()) {
            entities.add(new Entity(row.value1(), row.value2(), row.value3(), row.value4(), ""));
            mapped |= row.value5();
            if (row.value6() != null) {
                figures.add(new Figure(
                        code,
                        row.value1(),
                        State.of(row.value6()),
                        row.value7(),
                        row.value8(),
                        row.value9(),
                        row.value10(),
                        row.value11(),
                        row.value12()));
            }
        }
        return new Compared(edition, measure, entities, figures, published, composites, mapped);
    }
}
