// SPDX-License-Identifier: Apache-2.0
package org.cabildo.geography.internal;

import static org.cabildo.geography.internal.jooq.Tables.LEVEL;
import static org.cabildo.geography.internal.jooq.Tables.TERRITORY;
import static org.cabildo.geography.internal.jooq.Tables.TILE_SERVER;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.cabildo.geography.Level;
import org.cabildo.geography.Territory;
import org.cabildo.geography.TileServer;
import org.cabildo.geography.internal.jooq.tables.records.LevelRecord;
import org.cabildo.geography.internal.jooq.tables.records.TerritoryRecord;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.Texts;
import org.cabildo.platform.data.Owned;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Levels, territories and the choice of a tile server as rows. */
@Component
class TerritoryRows {

    private final DSLContext dsl;

    TerritoryRows(DSLContext dsl) {
        this.dsl = dsl;
    }

    List<Level> levels(TenantId tenant) {
        return dsl.selectFrom(LEVEL)
                .where(Owned.by(tenant, LEVEL))
                .orderBy(LEVEL.ORD, LEVEL.CODE)
                .fetch(row ->
                        new Level(row.getCode(), Texts.read(row.getName()), Texts.read(row.getPlural()), row.getOrd()));
    }

    void put(TenantId tenant, Level level) {
        LevelRecord row = dsl.newRecord(LEVEL);
        row.setTenantId(tenant.value());
        row.setCode(level.code());
        row.setName(Texts.write(level.name()));
        row.setPlural(Texts.write(level.plural()));
        row.setOrd(level.order());
        Owned.put(dsl, tenant, row).execute();
    }

    void deleteLevels(TenantId tenant, Collection<String> codes) {
        dsl.deleteFrom(LEVEL)
                .where(Owned.by(tenant, LEVEL))
                .and(LEVEL.CODE.in(codes))
                .execute();
    }

    List<Territory> all(TenantId tenant) {
        return dsl.selectFrom(TERRITORY)
                .where(Owned.by(tenant, TERRITORY))
                .orderBy(TERRITORY.ORD, TERRITORY.CODE)
                .fetch(TerritoryRows::territory);
    }

    Optional<Territory> find(TenantId tenant, String code) {
        return dsl.selectFrom(TERRITORY)
                .where(Owned.by(tenant, TERRITORY))
                .and(TERRITORY.CODE.eq(code))
                .fetchOptional(TerritoryRows::territory);
    }

    void put(TenantId tenant, Territory territory) {
        TerritoryRecord row = dsl.newRecord(TERRITORY);
        row.setTenantId(tenant.value());
        row.setCode(territory.code());
        row.setLevel(territory.level());
        row.setParent(territory.parent());
        row.setName(territory.name());
        row.setPopulation(territory.population());
        row.setPopulationSource(territory.populationSource());
        row.setValidFrom(territory.validFrom());
        row.setValidUntil(territory.validUntil());
        row.setOrd(territory.order());
        Owned.put(dsl, tenant, row).execute();
    }

    void delete(TenantId tenant, String code) {
        dsl.deleteFrom(TERRITORY)
                .where(Owned.by(tenant, TERRITORY))
                .and(TERRITORY.CODE.eq(code))
                .execute();
    }

    Optional<TileServer> tiles(TenantId tenant) {
        return dsl.selectFrom(TILE_SERVER)
                .where(Owned.by(tenant, TILE_SERVER))
                .fetchOptional(row -> new TileServer(row.getUrl(), row.getAttribution(), row.getMaxZoom()));
    }

    void choose(TenantId tenant, @Nullable TileServer server) {
        dsl.deleteFrom(TILE_SERVER).where(Owned.by(tenant, TILE_SERVER)).execute();
        if (server != null) {
            dsl.insertInto(TILE_SERVER)
                    .set(TILE_SERVER.TENANT_ID, tenant.value())
                    .set(TILE_SERVER.URL, server.url())
                    .set(TILE_SERVER.ATTRIBUTION, server.attribution())
                    .set(TILE_SERVER.MAX_ZOOM, (short) server.maxZoom())
                    .execute();
        }
    }

    private static Territory territory(TerritoryRecord row) {
        return new Territory(
                row.getCode(),
                row.getLevel(),
                row.getParent(),
                row.getName(),
                row.getPopulation(),
                row.getPopulationSource(),
                row.getValidFrom(),
                row.getValidUntil(),
                row.getOrd());
    }
}
