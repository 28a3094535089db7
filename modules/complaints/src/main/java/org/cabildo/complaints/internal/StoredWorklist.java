// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.internal;

import static org.cabildo.complaints.internal.jooq.Tables.PHOTO;
import static org.cabildo.complaints.internal.jooq.Tables.REQUEST;
import static org.cabildo.complaints.internal.jooq.Tables.SAVED_FILTER;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.cabildo.complaints.Entry;
import org.cabildo.complaints.ServiceRequest;
import org.cabildo.complaints.Tile;
import org.cabildo.complaints.Worklist;
import org.cabildo.complaints.catalogue.Catalogue;
import org.cabildo.complaints.catalogue.Catalogues;
import org.cabildo.complaints.internal.jooq.tables.records.PhotoRecord;
import org.cabildo.geography.GeoPoint;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.UseCase;
import org.cabildo.platform.data.Owned;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

@UseCase
class StoredWorklist implements Worklist {

    private static final int AROUND = 200;

    private final DSLContext dsl;
    private final RequestRows rows;
    private final Catalogues catalogues;
    private final WorklistQuery query;

    StoredWorklist(DSLContext dsl, RequestRows rows, Catalogues catalogues, WorklistQuery query) {
        this.dsl = dsl;
        this.rows = rows;
        this.catalogues = catalogues;
        this.query = query;
    }

    @Override
    public Catalogue catalogue(TenantId tenant) {
        return catalogues.of(tenant);
    }

    @Override
    public Part list(TenantId tenant, Filter filter, @Nullable Place after, int atMost) {
        List<ServiceRequest> found = dsl.selectFrom(REQUEST)
                .where(query.matching(tenant, filter))
                .and(query.after(filter.order(), after))
                .orderBy(query.order(filter.order()))
                .limit(atMost + 1)
                .fetch(RequestRead::request);
        if (found.size() <= atMost) {
            return new Part(found, null);
        }
        List<ServiceRequest> part = found.subList(0, atMost);
        return new Part(part, query.place(filter.order(), part.getLast()));
    }

    @Override
    public Optional<ServiceRequest> find(TenantId tenant, long id) {
        return rows.find(tenant, id);
    }

    @Override
    public List<ServiceRequest> find(TenantId tenant, Set<Long> ids) {
        return dsl.selectFrom(REQUEST)
                .where(Owned.by(tenant, REQUEST))
                .and(REQUEST.ID.in(ids))
                .orderBy(REQUEST.ID)
                .fetch(RequestRead::request);
    }

    @Override
    public List<Entry> entries(TenantId tenant, long request) {
        return rows.entries(tenant, request, false);
    }

    @Override
    public List<Photo> photos(TenantId tenant, long request) {
        return dsl.selectFrom(PHOTO)
                .where(Owned.by(tenant, PHOTO))
                .and(PHOTO.REQUEST.eq(request))
                .orderBy(PHOTO.ID)
                .fetch(StoredWorklist::photo);
    }

    private static Photo photo(PhotoRecord row) {
        return new Photo(
                row.getId(),
                row.getEntry(),
                row.getFileKey(),
                row.getWidth(),
                row.getHeight(),
                row.getHidden(),
                Redactions.read(row.getRedacted()),
                row.getPublicKey());
    }

    @Override
    public List<ServiceRequest> duplicates(TenantId tenant, long request) {
        return dsl.selectFrom(REQUEST)
                .where(Owned.by(tenant, REQUEST))
                .and(REQUEST.DUPLICATE_OF.eq(request))
                .orderBy(REQUEST.ID)
                .limit(AROUND)
                .fetch(RequestRead::request);
    }

    @Override
    public List<ServiceRequest> nearby(TenantId tenant, ServiceRequest request, int metres, int atMost) {
        GeoPoint point = request.point();
        if (point == null) {
            return List.of();
        }
        Condition near = DSL.or(Tile.Box.around(point, metres).ranges().stream()
                .map(range -> REQUEST.CELL.between(range.first(), range.last()))
                .toList());
        return dsl
                .selectFrom(REQUEST)
                .where(Owned.by(tenant, REQUEST))
                .and(REQUEST.LISTED)
                .and(REQUEST.CLOSED_AT.isNull())
                .and(near)
                .and(REQUEST.ID.ne(request.id()))
                .limit(AROUND)
                .fetch(RequestRead::request)
                .stream()
                .filter(other -> Tile.metres(point, other.point()) <= metres)
                .sorted(Comparator.comparing(
                                (ServiceRequest other) -> !other.service().equals(request.service()))
                        .thenComparingDouble(other -> Tile.metres(point, other.point())))
                .limit(atMost)
                .toList();
    }

    @Override
    public List<Saved> saved(TenantId tenant, UUID person) {
        return dsl.selectFrom(SAVED_FILTER)
                .where(Owned.by(tenant, SAVED_FILTER))
                .and(SAVED_FILTER.PERSON.eq(person))
                .orderBy(SAVED_FILTER.NAME)
                .fetch(row -> new Saved(row.getId(), row.getName(), row.getQuery()));
    }

    @Override
    public void save(TenantId tenant, UUID person, String name, String address) {
        dsl.insertInto(SAVED_FILTER)
                .set(SAVED_FILTER.TENANT_ID, tenant.value())
                .set(SAVED_FILTER.PERSON, person)
                .set(SAVED_FILTER.NAME, name)
                .set(SAVED_FILTER.QUERY, address)
                .onConflict(SAVED_FILTER.TENANT_ID, SAVED_FILTER.PERSON, SAVED_FILTER.NAME)
                .doUpdate()
                .set(SAVED_FILTER.QUERY, address)
                .where(Owned.by(tenant, SAVED_FILTER))
                .execute();
    }

    @Override
    public void forget(TenantId tenant, UUID person, UUID saved) {
        dsl.deleteFrom(SAVED_FILTER)
                .where(Owned.by(tenant, SAVED_FILTER))
                .and(SAVED_FILTER.PERSON.eq(person))
                .and(SAVED_FILTER.ID.eq(saved))
                .execute();
    }
}
