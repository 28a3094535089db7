// SPDX-License-Identifier: Apache-2.0
package org.cabildo.indicators.internal;

import static org.cabildo.indicators.internal.jooq.Tables.INDICATOR;
import static org.cabildo.indicators.internal.jooq.Tables.OBSERVATION;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.cabildo.indicators.Direction;
import org.cabildo.indicators.Indicator;
import org.cabildo.indicators.internal.jooq.tables.records.IndicatorRecord;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.Texts;
import org.cabildo.platform.data.Owned;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Indicators as rows. */
@Component
class IndicatorRows {

    private final DSLContext dsl;
    private final Clock clock;

    IndicatorRows(DSLContext dsl, Clock clock) {
        this.dsl = dsl;
        this.clock = clock;
    }

    List<Indicator> all(TenantId tenant, boolean drafts) {
        return dsl.selectFrom(INDICATOR)
                .where(Owned.by(tenant, INDICATOR))
                .and(drafts ? org.jooq.impl.DSL.noCondition() : INDICATOR.PUBLISHED.isTrue())
                .orderBy(INDICATOR.ORD, INDICATOR.CODE)
                .fetch(IndicatorRows::indicator);
    }

    List<Indicator> about(TenantId tenant, String territory) {
        return dsl.selectFrom(INDICATOR)
                .where(Owned.by(tenant, INDICATOR))
                .and(INDICATOR.PUBLISHED.isTrue())
                .andExists(dsl.selectOne()
                        .from(OBSERVATION)
                        .where(Owned.by(tenant, OBSERVATION))
                        .and(OBSERVATION.INDICATOR.eq(INDICATOR.CODE))
                        .and(OBSERVATION.TERRITORY.eq(territory))
                        .and(OBSERVATION.SUPERSEDED_AT.isNull())
                        .and(OBSERVATION.STATE.eq("value")))
                .orderBy(INDICATOR.ORD, INDICATOR.CODE)
                .fetch(IndicatorRows::indicator);
    }

    Optional<Indicator> find(TenantId tenant, String code) {
        return dsl.selectFrom(INDICATOR)
                .where(Owned.by(tenant, INDICATOR))
                .and(INDICATOR.CODE.eq(code))
                .fetchOptional(IndicatorRows::indicator);
    }

    void put(TenantId tenant, Indicator indicator) {
        IndicatorRecord row = dsl.newRecord(INDICATOR);
        row.setTenantId(tenant.value());
        row.setCode(indicator.code());
        row.setName(Texts.write(indicator.name()));
        row.setDescription(Texts.write(indicator.description()));
        row.setUnit(Texts.write(indicator.unit()));
        row.setDecimals((short) indicator.decimals());
        row.setDirection(indicator.direction().code());
        row.setPeriodicity(indicator.periodicity());
        row.setFormula(Texts.write(indicator.formula()));
        row.setSource(indicator.source());
        row.setSourceUrl(indicator.sourceUrl());
        row.setOffice(indicator.office());
        row.setTopic(indicator.topic());
        row.setTarget(indicator.target());
        row.setTargetPeriod(indicator.targetPeriod());
        row.setOrd(indicator.order());
        row.setPublished(indicator.published());
        row.setArchived(indicator.archived());
        row.setUpdatedAt(clock.instant());
        dsl.insertInto(INDICATOR)
                .set(row)
                .onConflict(INDICATOR.TENANT_ID, INDICATOR.CODE)
                .doUpdate()
                .set(row)
                .set(INDICATOR.VERSION, INDICATOR.VERSION.plus(1))
                .where(Owned.by(tenant, INDICATOR))
                .execute();
    }

    void delete(TenantId tenant, String code) {
        dsl.deleteFrom(INDICATOR)
                .where(Owned.by(tenant, INDICATOR))
                .and(INDICATOR.CODE.eq(code))
                .execute();
    }

    private static Indicator indicator(IndicatorRecord row) {
        return new Indicator(
                row.getCode(),
                Texts.read(row.getName()),
                Texts.read(row.getDescription()),
                Texts.read(row.getUnit()),
                row.getDecimals(),
                Direction.of(row.getDirection()),
                row.getPeriodicity(),
                Texts.read(row.getFormula()),
                row.getSource(),
                row.getSourceUrl(),
                row.getOffice(),
                row.getTopic(),
                row.getTarget(),
                row.getTargetPeriod(),
                row.getOrd(),
                row.getPublished(),
                row.getArchived());
    }
}
