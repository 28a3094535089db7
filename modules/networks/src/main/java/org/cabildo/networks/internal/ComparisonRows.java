// SPDX-License-Identifier: Apache-2.0
package org.cabildo.networks.internal;

import static org.cabildo.networks.internal.jooq.Tables.EDITION;
import static org.cabildo.networks.internal.jooq.Tables.ENTITY;
import static org.cabildo.networks.internal.jooq.Tables.FIGURE;
import static org.cabildo.networks.internal.jooq.Tables.MEASURE;
import static org.jooq.impl.DSL.inline;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.cabildo.networks.comparison.Edition;
import org.cabildo.networks.comparison.Entity;
import org.cabildo.networks.comparison.Figure;
import org.cabildo.networks.comparison.Measure;
import org.cabildo.networks.internal.jooq.tables.records.EditionRecord;
import org.cabildo.networks.internal.jooq.tables.records.FigureRecord;
import org.cabildo.networks.internal.jooq.tables.records.MeasureRecord;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.Texts;
import org.cabildo.platform.data.Owned;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** A network's read model as rows. */
@Component
class ComparisonRows {

    private final DSLContext dsl;
    private final ScoreRows scores;

    ComparisonRows(DSLContext dsl, ScoreRows scores) {
        this.dsl = dsl;
        this.scores = scores;
    }

    List<Edition> editions(TenantId network) {
        return dsl.selectFrom(EDITION)
                .where(Owned.by(network, EDITION))
                .orderBy(EDITION.ORD, EDITION.SLUG)
                .fetch(RecordsRead::edition);
    }

    Optional<Edition> edition(TenantId network, String slug) {
        return dsl.selectFrom(EDITION)
                .where(Owned.by(network, EDITION))
                .and(EDITION.SLUG.eq(slug))
                .fetchOptional(RecordsRead::edition);
    }

    List<String> editionsFromMembers(TenantId network) {
        return editions(network).stream()
                .filter(Edition::fromMembers)
                .map(Edition::slug)
                .toList();
    }

    List<Measure> measures(TenantId network, String edition) {
        return dsl.selectFrom(MEASURE)
                .where(Owned.by(network, MEASURE))
                .and(MEASURE.EDITION.eq(edition))
                .orderBy(MEASURE.ORD, MEASURE.CODE)
                .fetch(RecordsRead::measure);
    }

    List<Entity> entities(TenantId network, boolean shapes) {
        return dsl.select(
                        ENTITY.CODE,
                        ENTITY.NAME,
                        ENTITY.REGION,
                        ENTITY.POPULATION,
                        shapes ? ENTITY.SHAPE : inline("").as(ENTITY.SHAPE))
                .from(ENTITY)
                .where(Owned.by(network, ENTITY))
                .orderBy(ENTITY.NAME, ENTITY.CODE)
                .fetch(row -> new Entity(row.value1(), row.value2(), row.value3(), row.value4(), row.value5()));
    }

    boolean mapped(TenantId network) {
        return dsl.fetchExists(
                dsl.selectOne().from(ENTITY).where(Owned.by(network, ENTITY)).and(ENTITY.SHAPE.ne("")));
    }

    List<Figure> figures(TenantId network, String edition, Condition condition) {
        return dsl.selectFrom(FIGURE)
                .where(Owned.by(network, FIGURE))
                .and(FIGURE.EDITION.eq(edition))
                .and(condition)
                .fetch(RecordsRead::figure);
    }

    void putEdition(TenantId network, Edition edition) {
        EditionRecord row = dsl.newRecord(EDITION);
        row.setTenantId(network.value());
        row.setSlug(edition.slug());
        row.setName(Texts.write(edition.name()));
        row.setMethod(Texts.write(edition.method()));
        row.setOrigin(edition.fromMembers() ? "members" : "import");
        row.setOrd(edition.order());
        row.setPublished(edition.published());
        row.setPeriod(edition.period());
        row.setFrozenAt(edition.frozenAt());
        Owned.put(dsl, network, row).execute();
    }

    void deleteEdition(TenantId network, String slug) {
        dsl.deleteFrom(EDITION)
                .where(Owned.by(network, EDITION))
                .and(EDITION.SLUG.eq(slug))
                .execute();
    }

    /** Stores a measure and composes scores anew. */
    void putMeasure(TenantId network, String edition, Measure measure) {
        storeMeasure(network, edition, measure);
        compose(network, edition);
    }

    /** Stores a measure of an edition whose scores the caller composes at the end. */
    void storeMeasure(TenantId network, String edition, Measure measure) {
        MeasureRecord row = dsl.newRecord(MEASURE);
        row.setTenantId(network.value());
        row.setEdition(edition);
        row.setCode(measure.code());
        row.setKind(measure.index() ? "index" : "indicator");
        row.setName(Texts.write(measure.name()));
        row.setUnit(Texts.write(measure.unit()));
        row.setDecimals((short) measure.decimals());
        row.setDirection(measure.direction().code());
        row.setTopic(measure.topic());
        row.setPeriod(measure.period());
        row.setSource(measure.source());
        row.setSourceUrl(measure.sourceUrl());
        row.setWorst(measure.worst());
        row.setBest(measure.best());
        row.setOrd(measure.order());
        Owned.put(dsl, network, row).execute();
    }

    void deleteMeasure(TenantId network, String edition, String code) {
        dsl.deleteFrom(MEASURE)
                .where(Owned.by(network, MEASURE))
                .and(MEASURE.EDITION.eq(edition))
                .and(MEASURE.CODE.eq(code))
                .execute();
        compose(network, edition);
    }

    /** Removes the measures that no figure is of. */
    void deleteMeasuresWithout(TenantId network, String edition, Collection<String> measured) {
        dsl.deleteFrom(MEASURE)
                .where(Owned.by(network, MEASURE))
                .and(MEASURE.EDITION.eq(edition))
                .and(MEASURE.CODE.notIn(measured))
                .execute();
    }

    /** Computes the composites of an edition from its figures as they are now. */
    void compose(TenantId network, String edition) {
        scores.compose(network, edition, null);
    }

    /** Makes sure that a member is among those compared; what an import knows of it stays. Says whether it is new. */
    boolean keepEntity(TenantId network, String code, String name, String region) {
        return dsl.insertInto(ENTITY)
                        .set(ENTITY.TENANT_ID, network.value())
                        .set(ENTITY.CODE, code)
                        .set(ENTITY.NAME, name)
                        .set(ENTITY.REGION, region)
                        .onConflictDoNothing()
                        .execute()
                > 0;
    }

    /** Whether these are the figures of an entity in an edition already. */
    boolean holds(TenantId network, String edition, String entity, List<Figure> wanted) {
        Map<String, Figure> known = new TreeMap<>();
        figures(network, edition, FIGURE.ENTITY.eq(entity)).forEach(figure -> known.put(figure.measure(), figure));
        return known.size() == wanted.size()
                && wanted.stream()
                        .allMatch(figure ->
                                known.containsKey(figure.measure()) && same(known.get(figure.measure()), figure));
    }

    /** Makes these the only figures of an entity in an edition; answers whether anything is different now. */
    boolean replaceFigures(TenantId network, String edition, String entity, List<Figure> wanted) {
        Map<String, Figure> before = new TreeMap<>();
        figures(network, edition, FIGURE.ENTITY.eq(entity)).forEach(figure -> before.put(figure.measure(), figure));
        List<Figure> different = new ArrayList<>();
        for (Figure figure : wanted) {
            Figure known = before.remove(figure.measure());
            if (known == null || !same(known, figure)) {
                different.add(figure);
            }
        }
        dsl.deleteFrom(FIGURE)
                .where(Owned.by(network, FIGURE))
                .and(FIGURE.EDITION.eq(edition))
                .and(FIGURE.ENTITY.eq(entity))
                .and(FIGURE.MEASURE.in(before.keySet()))
                .execute();
        putFigures(network, edition, different);
        boolean changed = !before.isEmpty() || !different.isEmpty();
        if (changed) {
            scores.compose(network, edition, entity);
        }
        return changed;
    }

    void putFigures(TenantId network, String edition, Collection<Figure> figures) {
        dsl.batch(figures.stream().map(figure -> put(network, edition, figure)).toList())
                .execute();
    }

    private org.jooq.Query put(TenantId network, String edition, Figure figure) {
        FigureRecord row = dsl.newRecord(FIGURE);
        row.setTenantId(network.value());
        row.setEdition(edition);
        row.setMeasure(figure.measure());
        row.setEntity(figure.entity());
        row.setState(figure.state().code());
        row.setValue(figure.value());
        row.setPeriod(figure.period());
        row.setSource(figure.source());
        row.setNote(figure.note());
        row.setVersion(figure.version());
        row.setRecordedAt(figure.recordedAt());
        return Owned.put(dsl, network, row);
    }

    private static boolean same(Figure one, Figure other) {
        boolean value = one.value() == null
                ? other.value() == null
                : other.value() != null && one.value().compareTo(other.value()) == 0;
        return value
                && one.state() == other.state()
                && one.period().equals(other.period())
                && one.source().equals(other.source())
                && one.note().equals(other.note())
                && one.version() == other.version();
    }
}
