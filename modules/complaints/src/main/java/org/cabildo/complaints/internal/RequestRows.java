// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.internal;

import static org.cabildo.complaints.internal.jooq.Tables.ENTRY;
import static org.cabildo.complaints.internal.jooq.Tables.PHOTO;
import static org.cabildo.complaints.internal.jooq.Tables.REQUEST;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cabildo.complaints.Entry;
import org.cabildo.complaints.NewRequest.StoredPhoto;
import org.cabildo.complaints.PublicRequests.Event;
import org.cabildo.complaints.ServiceRequest;
import org.cabildo.complaints.internal.jooq.tables.records.EntryRecord;
import org.cabildo.complaints.internal.jooq.tables.records.RequestRecord;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.data.Owned;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Requests, what happened to them and their photos as rows. */
@Component
class RequestRows {

    private final DSLContext dsl;

    RequestRows(DSLContext dsl) {
        this.dsl = dsl;
    }

    RequestRecord fresh() {
        return dsl.newRecord(REQUEST);
    }

    /** Stores a request; empty when its submission had arrived before. */
    Optional<Long> insert(RequestRecord row) {
        return dsl.insertInto(REQUEST)
                .set(row)
                .onConflict(REQUEST.TENANT_ID, REQUEST.SUBMISSION)
                .doNothing()
                .returningResult(REQUEST.ID)
                .fetchOptional(REQUEST.ID);
    }

    Optional<Long> bySubmission(TenantId tenant, String submission) {
        return dsl.select(REQUEST.ID)
                .from(REQUEST)
                .where(Owned.by(tenant, REQUEST))
                .and(REQUEST.SUBMISSION.eq(submission))
                .fetchOptional(REQUEST.ID);
    }

    Optional<ServiceRequest> find(TenantId tenant, long id) {
        return dsl.selectFrom(REQUEST)
                .where(Owned.by(tenant, REQUEST))
                .and(REQUEST.ID.eq(id))
                .fetchOptional(RequestRead::request);
    }

    /** The row itself, which nobody else changes until the transaction ends. */
    Optional<RequestRecord> lock(TenantId tenant, long id) {
        return dsl.selectFrom(REQUEST)
                .where(Owned.by(tenant, REQUEST))
                .and(REQUEST.ID.eq(id))
                .forUpdate()
                .fetchOptional();
    }

    /** Writes what changed of a locked row. */
    void update(TenantId tenant, RequestRecord row) {
        row.setVersion(row.getVersion() + 1);
        dsl.update(REQUEST)
                .set(changed(row))
                .where(Owned.by(tenant, REQUEST))
                .and(REQUEST.ID.eq(row.getId()))
                .execute();
    }

    private static java.util.Map<org.jooq.Field<?>, Object> changed(RequestRecord row) {
        java.util.Map<org.jooq.Field<?>, Object> changed = new java.util.LinkedHashMap<>();
        for (org.jooq.Field<?> field : row.fields()) {
            if (row.touched(field)) {
                changed.put(field, row.get(field));
            }
        }
        return changed;
    }

    /** What was a duplicate of one request is one of another from now on, so that duplicates never form a chain. */
    void repoint(TenantId tenant, long from, long to) {
        dsl.update(REQUEST)
                .set(REQUEST.DUPLICATE_OF, to)
                .set(REQUEST.VERSION, REQUEST.VERSION.plus(1))
                .where(Owned.by(tenant, REQUEST))
                .and(REQUEST.DUPLICATE_OF.eq(from))
                .execute();
    }

    EntryRecord entry(TenantId tenant, long request) {
        EntryRecord row = dsl.newRecord(ENTRY);
        row.setTenantId(tenant.value());
        row.setRequest(request);
        return row;
    }

    /** Adds an entry and says its number; empty when the update it stands for had arrived before. */
    Optional<Long> add(EntryRecord row) {
        return dsl.insertInto(ENTRY)
                .set(row)
                .onConflictDoNothing()
                .returningResult(ENTRY.ID)
                .fetchOptional(ENTRY.ID);
    }

    List<Entry> entries(TenantId tenant, long request, boolean onlyPublic) {
        return dsl.selectFrom(ENTRY)
                .where(Owned.by(tenant, ENTRY))
                .and(ENTRY.REQUEST.eq(request))
                .and(onlyPublic ? ENTRY.PUBLIC : org.jooq.impl.DSL.noCondition())
                .orderBy(ENTRY.ID)
                .fetch(RequestRows::entry);
    }

    Optional<Entry> entry(TenantId tenant, long request, long id) {
        return dsl.selectFrom(ENTRY)
                .where(Owned.by(tenant, ENTRY))
                .and(ENTRY.REQUEST.eq(request))
                .and(ENTRY.ID.eq(id))
                .fetchOptional(RequestRows::entry);
    }

    private static Entry entry(EntryRecord row) {
        return new Entry(
                row.getId(),
                row.getAt(),
                row.getKind(),
                row.getAuthor(),
                row.getActor(),
                row.getActorName(),
                row.getPublic(),
                row.getStatus(),
                row.getReason(),
                row.getAgency(),
                row.getText(),
                row.getBefore(),
                row.getMediaUrl(),
                row.getUpdateId());
    }

    /** As many follow a request now. No change of the request itself. */
    void followers(TenantId tenant, long id, int followers) {
        dsl.update(REQUEST)
                .set(REQUEST.FOLLOWERS, followers)
                .where(Owned.by(tenant, REQUEST))
                .and(REQUEST.ID.eq(id))
                .execute();
    }

    /** The public entries of a request with their pictures. */
    List<Event> events(TenantId tenant, long request, boolean hiddenPhotos) {
        Map<Long, List<Long>> photos = dsl.select(PHOTO.ENTRY, PHOTO.ID)
                .from(PHOTO)
                .where(Owned.by(tenant, PHOTO))
                .and(PHOTO.REQUEST.eq(request))
                .and(PHOTO.ENTRY.isNotNull())
                .and(hiddenPhotos ? org.jooq.impl.DSL.noCondition() : PHOTO.HIDDEN.isFalse())
                .orderBy(PHOTO.ID)
                .fetchGroups(PHOTO.ENTRY, PHOTO.ID);
        return entries(tenant, request, true).stream()
                .map(entry -> new Event(
                        entry.id(),
                        entry.at(),
                        entry.kind(),
                        entry.author(),
                        entry.status(),
                        entry.reason(),
                        entry.agency(),
                        entry.text(),
                        entry.mediaUrl(),
                        photos.getOrDefault(entry.id(), List.of())))
                .toList();
    }

    /** Addresses of the pictures that everybody may see, by request or by entry. */
    Map<Long, List<String>> publicPhotos(TenantId tenant, Collection<Long> requests, Field<Long> by) {
        return dsl.select(by, PHOTO.REQUEST, PHOTO.ID)
                .from(PHOTO)
                .where(Owned.by(tenant, PHOTO))
                .and(PHOTO.REQUEST.eq(DSL.any(requests.toArray(Long[]::new))))
                .and(DSL.not(PHOTO.HIDDEN))
                .and(by.isNotNull())
                .orderBy(PHOTO.ID)
                .fetchGroups(
                        row -> row.value1(), row -> "/reportes/" + row.value2() + "/fotos/" + row.value3() + ".jpg");
    }

    void addPhotos(
            TenantId tenant, long request, @org.jspecify.annotations.Nullable Long entry, List<StoredPhoto> photos) {
        for (StoredPhoto photo : photos) {
            dsl.insertInto(PHOTO)
                    .set(PHOTO.TENANT_ID, tenant.value())
                    .set(PHOTO.REQUEST, request)
                    .set(PHOTO.ENTRY, entry)
                    .set(PHOTO.FILE_KEY, photo.key())
                    .set(PHOTO.WIDTH, photo.width())
                    .set(PHOTO.HEIGHT, photo.height())
                    .execute();
        }
    }
}
