// SPDX-License-Identifier: Apache-2.0
package org.cabildo.geography.internal;

import static org.cabildo.geography.internal.jooq.Tables.BOUNDARY;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.cabildo.geography.Boundary;
import org.cabildo.geography.GeoPoint;
import org.cabildo.geography.internal.jooq.tables.records.BoundaryRecord;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.data.Owned;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Boundaries as rows. */
@Component
class BoundaryRows {

    private final DSLContext dsl;

    BoundaryRows(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** Every boundary that ever was. */
    List<Boundary> all(TenantId tenant) {
        return dsl.selectFrom(BOUNDARY)
                .where(Owned.by(tenant, BOUNDARY))
                .orderBy(BOUNDARY.TERRITORY, BOUNDARY.SINCE)
                .fetch(BoundaryRows::boundary);
    }

    /** Every boundary that a territory ever had. */
    List<Boundary> all(TenantId tenant, String territory) {
        return dsl.selectFrom(BOUNDARY)
                .where(Owned.by(tenant, BOUNDARY))
                .and(BOUNDARY.TERRITORY.eq(territory))
                .orderBy(BOUNDARY.SINCE)
                .fetch(BoundaryRows::boundary);
    }

    /** Those in force on a day. */
    List<Boundary> on(TenantId tenant, LocalDate day) {
        return inForce(tenant, day, DSL.noCondition());
    }

    List<Boundary> on(TenantId tenant, Collection<String> codes, LocalDate day) {
        return codes.isEmpty() ? List.of() : inForce(tenant, day, BOUNDARY.TERRITORY.in(codes));
    }

    /** Those in force on a day whose boxes hold a point. */
    List<Boundary> around(TenantId tenant, GeoPoint point, LocalDate day) {
        return inForce(
                tenant,
                day,
                BOUNDARY.WEST
                        .le(point.longitude())
                        .and(BOUNDARY.EAST.ge(point.longitude()))
                        .and(BOUNDARY.SOUTH.le(point.latitude()))
                        .and(BOUNDARY.NORTH.ge(point.latitude())));
    }

    /** A later boundary of the same territory replaces an earlier one even where only the earlier is asked for. */
    private List<Boundary> inForce(TenantId tenant, LocalDate day, Condition which) {
        var later = BOUNDARY.as("later");
        return dsl.selectFrom(BOUNDARY)
                .where(Owned.by(tenant, BOUNDARY))
                .and(BOUNDARY.SINCE.le(day))
                .and(which)
                .andNotExists(DSL.selectOne()
                        .from(later)
                        .where(Owned.by(tenant, later))
                        .and(later.TERRITORY.eq(BOUNDARY.TERRITORY))
                        .and(later.SINCE.gt(BOUNDARY.SINCE))
                        .and(later.SINCE.le(day)))
                .orderBy(BOUNDARY.TERRITORY)
                .fetch(BoundaryRows::boundary);
    }

    void put(TenantId tenant, Boundary boundary) {
        BoundaryRecord row = dsl.newRecord(BOUNDARY);
        row.setTenantId(tenant.value());
        row.setTerritory(boundary.territory());
        row.setSince(boundary.since());
        row.setShape(boundary.shape());
        row.setSource(boundary.source());
        row.setWest(boundary.box().west());
        row.setSouth(boundary.box().south());
        row.setEast(boundary.box().east());
        row.setNorth(boundary.box().north());
        Owned.put(dsl, tenant, row).execute();
    }

    void delete(TenantId tenant, Boundary boundary) {
        dsl.deleteFrom(BOUNDARY)
                .where(Owned.by(tenant, BOUNDARY))
                .and(BOUNDARY.TERRITORY.eq(boundary.territory()))
                .and(BOUNDARY.SINCE.eq(boundary.since()))
                .execute();
    }

    private static Boundary boundary(BoundaryRecord row) {
        return new Boundary(
                row.getTerritory(),
                row.getSince(),
                row.getShape(),
                row.getSource(),
                new Boundary.Box(row.getWest(), row.getSouth(), row.getEast(), row.getNorth()));
    }
}
