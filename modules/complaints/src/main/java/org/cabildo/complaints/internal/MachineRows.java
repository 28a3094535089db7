// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.internal;

import static org.cabildo.complaints.internal.jooq.Tables.ENTRY;
import static org.cabildo.complaints.internal.jooq.Tables.PHOTO;
import static org.cabildo.complaints.internal.jooq.Tables.REQUEST;
import static org.cabildo.complaints.internal.jooq.Tables.TOKEN;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cabildo.complaints.NewRequest;
import org.cabildo.complaints.Reported;
import org.cabildo.complaints.Reporting;
import org.cabildo.complaints.Tile;
import org.cabildo.complaints.catalogue.Catalogue;
import org.cabildo.complaints.catalogue.Catalogues;
import org.cabildo.complaints.catalogue.Service;
import org.cabildo.complaints.open311.OpenFilter;
import org.cabildo.complaints.open311.OpenRequest;
import org.cabildo.complaints.open311.OpenRequest.Note;
import org.cabildo.complaints.open311.OpenRequests;
import org.cabildo.geography.GeoPoint;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.UseCase;
import org.cabildo.platform.data.Owned;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SortField;
import org.jooq.impl.DSL;
import org.springframework.transaction.interceptor.TransactionInterceptor;

/** Requests as machines see them: two statements for any number of requests. */
@UseCase
class MachineRows implements OpenRequests {

    private static final List<String> SAID = List.of("reported", "status", "merged");
    private static final List<String> TOLD = List.of("reported", "status", "merged", "comment", "referred");

    private final DSLContext dsl;
    private final Catalogues catalogues;
    private final Reporting reporting;
    private final RequestRows requests;

    MachineRows(DSLContext dsl, Catalogues catalogues, Reporting reporting, RequestRows requests) {
        this.dsl = dsl;
        this.catalogues = catalogues;
        this.reporting = reporting;
        this.requests = requests;
    }

    @Override
    public Catalogue catalogue(TenantId tenant) {
        return catalogues.of(tenant);
    }

    @Override
    public List<OpenRequest> find(TenantId tenant, OpenFilter filter) {
        List<Record> rows = List.copyOf(dsl.select(
                        REQUEST.ID,
                        REQUEST.SERVICE,
                        REQUEST.STATUS,
                        REQUEST.DESCRIPTION,
                        REQUEST.AGENCY,
                        REQUEST.REQUESTED_AT,
                        REQUEST.UPDATED_AT,
                        REQUEST.CLOSED_AT,
                        REQUEST.SOLUTION_DUE,
                        REQUEST.ADDRESS,
                        REQUEST.ADDRESS_ID,
                        REQUEST.LAT,
                        REQUEST.LONG,
                        REQUEST.ANSWERS)
                .from(REQUEST)
                .where(Owned.by(tenant, REQUEST))
                .and(REQUEST.LISTED)
                .and(open(tenant))
                .and(wanted(filter))
                .orderBy(order(filter))
                .limit(filter.limit())
                .offset(filter.offset())
                .fetch());
        Map<Long, Said> said = said(tenant, rows, filter.detailed());
        return rows.stream()
                .map(row -> request(row, said.getOrDefault(row.get(REQUEST.ID), new Said()), filter.detailed()))
                .toList();
    }

    /** Services that became confidential after a request was reported hide it too. */
    private Condition open(TenantId tenant) {
        List<String> confidential = catalogues.of(tenant).services().stream()
                .filter(Service::confidential)
                .map(Service::code)
                .toList();
        return confidential.isEmpty() ? DSL.noCondition() : REQUEST.SERVICE.notIn(confidential);
    }

    private static Condition wanted(OpenFilter filter) {
        if (!filter.ids().isEmpty()) {
            return REQUEST.ID.in(filter.ids());
        }
        List<Condition> all = new ArrayList<>();
        if (!filter.services().isEmpty()) {
            all.add(REQUEST.SERVICE.in(filter.services()));
        }
        if (filter.open() != null) {
            all.add(filter.open() ? REQUEST.CLOSED_AT.isNull() : REQUEST.CLOSED_AT.isNotNull());
        }
        if (filter.from() != null) {
            all.add(REQUEST.REQUESTED_AT.ge(filter.from()));
        }
        if (filter.until() != null) {
            all.add(REQUEST.REQUESTED_AT.le(filter.until()));
        }
        if (filter.changedFrom() != null) {
            all.add(REQUEST.UPDATED_AT.ge(filter.changedFrom()));
        }
        if (filter.changedUntil() != null) {
            all.add(REQUEST.UPDATED_AT.le(filter.changedUntil()));
        }
        if (filter.box() != null) {
            all.add(within(filter.box()));
        }
        return DSL.and(all);
    }

    private static Condition within(Tile.Box box) {
        return DSL.or(box.ranges().stream()
                        .map(range -> REQUEST.CELL.between(range.first(), range.last()))
                        .toList())
                .and(REQUEST.LAT.between(box.south(), box.north()))
                .and(REQUEST.LONG.between(box.west(), box.east()));
    }

    private static List<SortField<?>> order(OpenFilter filter) {
        boolean changed = filter.changedFrom() != null || filter.changedUntil() != null;
        return List.of(
                changed && filter.ids().isEmpty() ? REQUEST.UPDATED_AT.desc() : REQUEST.REQUESTED_AT.desc(),
                REQUEST.ID.desc());
    }

    /** What entries add to a request. */
    private static final class Said {

        private String note = "";
        private String reason = "";
        private final List<String> media = new ArrayList<>();
        private final List<Note> notes = new ArrayList<>();
    }

    private Map<Long, Said> said(TenantId tenant, List<Record> rows, boolean detailed) {
        Map<Long, Said> said = new HashMap<>();
        if (rows.isEmpty()) {
            return said;
        }
        requests.publicPhotos(
                        tenant, rows.stream().map(row -> row.get(REQUEST.ID)).toList(), PHOTO.REQUEST)
                .forEach((id, addresses) ->
                        said.computeIfAbsent(id, key -> new Said()).media.addAll(addresses));
        Long[] ids = rows.stream().map(row -> row.get(REQUEST.ID)).toArray(Long[]::new);
        dsl.select(
                        ENTRY.REQUEST,
                        ENTRY.KIND,
                        ENTRY.AUTHOR,
                        ENTRY.STATUS,
                        ENTRY.REASON,
                        ENTRY.TEXT,
                        ENTRY.MEDIA_URL,
                        ENTRY.AT)
                .from(ENTRY)
                .where(Owned.by(tenant, ENTRY))
                .and(ENTRY.REQUEST.eq(DSL.any(ids)))
                .and(ENTRY.PUBLIC)
                .and(ENTRY.KIND.in(detailed ? TOLD : SAID))
                .and(
                        detailed
                                ? DSL.noCondition()
                                : ENTRY.TEXT.ne("").or(ENTRY.MEDIA_URL.ne("")).or(ENTRY.STATUS.isNotNull()))
                .orderBy(ENTRY.REQUEST, ENTRY.ID)
                .forEach(row -> take(said.computeIfAbsent(row.get(ENTRY.REQUEST), id -> new Said()), row, detailed));
        return said;
    }

    private static void take(Said said, Record row, boolean detailed) {
        String kind = row.get(ENTRY.KIND);
        row.get(ENTRY.MEDIA_URL).lines().filter(url -> !url.isBlank()).forEach(said.media::add);
        boolean staff = !List.of("reporter", "citizen").contains(row.get(ENTRY.AUTHOR));
        if (kind.equals("status") || kind.equals("merged")) {
            said.note = kind.equals("status") && staff ? row.get(ENTRY.TEXT) : "";
            said.reason = Optional.ofNullable(row.get(ENTRY.REASON)).orElse("");
        }
        if (detailed) {
            said.notes.add(new Note(
                    row.get(ENTRY.AT),
                    kind,
                    Optional.ofNullable(row.get(ENTRY.STATUS)).orElse(""),
                    row.get(ENTRY.TEXT)));
        }
    }

    private static OpenRequest request(Record row, Said said, boolean detailed) {
        Double latitude = row.get(REQUEST.LAT);
        return new OpenRequest(
                row.get(REQUEST.ID),
                row.get(REQUEST.SERVICE),
                row.get(REQUEST.STATUS),
                row.get(REQUEST.DESCRIPTION),
                row.get(REQUEST.AGENCY),
                row.get(REQUEST.REQUESTED_AT),
                row.get(REQUEST.UPDATED_AT),
                row.get(REQUEST.CLOSED_AT),
                row.get(REQUEST.SOLUTION_DUE),
                row.get(REQUEST.ADDRESS),
                row.get(REQUEST.ADDRESS_ID),
                latitude == null ? null : new GeoPoint(latitude, row.get(REQUEST.LONG)),
                detailed ? RequestRead.answers(row.get(REQUEST.ANSWERS)) : Map.of(),
                said.note,
                said.reason,
                said.media,
                said.notes);
    }

    @Override
    public Receipt report(TenantId tenant, NewRequest request, boolean token, boolean trial) {
        Reported reported = reporting.report(tenant, request);
        long id = reported.id();
        String given = "";
        if (token) {
            given = Secret.fresh();
            dsl.insertInto(TOKEN)
                    .set(TOKEN.TENANT_ID, tenant.value())
                    .set(TOKEN.TOKEN_, given)
                    .set(TOKEN.REQUEST, id)
                    .execute();
        }
        if (trial) {
            TransactionInterceptor.currentTransactionStatus().setRollbackOnly();
        }
        return new Receipt(id, given, reported.fresh() && !trial);
    }

    @Override
    public Optional<Long> byToken(TenantId tenant, String token) {
        return dsl.select(TOKEN.REQUEST)
                .from(TOKEN)
                .where(Owned.by(tenant, TOKEN))
                .and(TOKEN.TOKEN_.eq(token))
                .fetchOptional(TOKEN.REQUEST);
    }
}
