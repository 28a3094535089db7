// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.internal;

import static org.cabildo.complaints.internal.jooq.Tables.ENTRY;
import static org.cabildo.complaints.internal.jooq.Tables.REQUEST;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cabildo.complaints.Tile;
import org.cabildo.complaints.catalogue.Catalogue;
import org.cabildo.complaints.catalogue.Service;
import org.cabildo.complaints.catalogue.Status;
import org.cabildo.complaints.internal.jooq.tables.records.EntryRecord;
import org.cabildo.complaints.internal.jooq.tables.records.RequestRecord;
import org.cabildo.geography.Territory;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.UseCase;
import org.cabildo.platform.data.Owned;
import org.jooq.DSLContext;

/**
 * Stores rows of another system's file, some hundred in a transaction: the request, what happened to it and what it adds
 * to the numbers. Nobody is written to, no clock is started: what was promised, another system promised.
 */
@UseCase
class ImportBatches {

    private static final int LONGEST = 300;

    private final DSLContext dsl;
    private final Deltas deltas;
    private final Journal journal;
    private final Places places;

    ImportBatches(DSLContext dsl, Deltas deltas, Journal journal, Places places) {
        this.dsl = dsl;
        this.deltas = deltas;
        this.journal = journal;
        this.places = places;
    }

    /**
     * Stores those that are not there yet and says how many that were.
     *
     * @param mapped whether the tenant has territories, in which each place has to be looked up
     */
    int store(
            TenantId tenant, Catalogue catalogue, ImportedServices services, boolean mapped, List<ReadRequest> batch) {
        Map<String, ReadRequest> fresh = new HashMap<>();
        batch.forEach(request -> fresh.put(request.key(), request));
        dsl.select(REQUEST.SUBMISSION)
                .from(REQUEST)
                .where(Owned.by(tenant, REQUEST))
                .and(REQUEST.SUBMISSION.in(fresh.keySet()))
                .forEach(known -> fresh.remove(known.value1()));
        if (fresh.isEmpty()) {
            return 0;
        }
        List<RequestRecord> rows = batch.stream()
                .filter(request -> fresh.containsKey(request.key()))
                .map(request -> row(tenant, catalogue, services.code(request), mapped, request))
                .toList();
        Map<String, Long> ids = new HashMap<>();
        dsl.insertInto(REQUEST)
                .set(rows)
                .onConflict(REQUEST.TENANT_ID, REQUEST.SUBMISSION)
                .doNothing()
                .returningResult(REQUEST.SUBMISSION, REQUEST.ID)
                .forEach(stored -> ids.put(stored.value1(), stored.value2()));
        List<RequestRecord> stored = rows.stream()
                .filter(row -> ids.containsKey(row.getSubmission()))
                .toList();
        stored.forEach(row -> row.setId(ids.get(row.getSubmission())));
        dsl.insertInto(ENTRY).set(entries(tenant, stored)).execute();
        ZoneId zone = journal.zone(tenant);
        deltas.received(tenant, stored.stream().filter(Machine::counts).toList(), zone);
        return stored.size();
    }

    private RequestRecord row(
            TenantId tenant, Catalogue catalogue, String service, boolean mapped, ReadRequest request) {
        List<Territory> around =
                mapped ? places.of(tenant, request.point(), request.territory(), request.opened()) : List.of();
        Status.Role role = request.closed() == null ? Status.Role.START : Status.Role.SOLVED;
        RequestRecord row = dsl.newRecord(REQUEST);
        row.setTenantId(tenant.value());
        row.setSubmission(request.key());
        row.setService(service);
        row.setStatus(catalogue.first(role).code());
        row.setDescription(cut(request.description(), ReportCheck.LONGEST));
        row.setAnswers("{}");
        if (request.point() != null) {
            row.setLat(request.point().latitude());
            row.setLong(request.point().longitude());
            row.setCell(Tile.cell(request.point()));
        }
        row.setAddress(cut(request.address(), LONGEST));
        row.setTerritory(around.isEmpty() ? "" : around.getLast().code());
        row.setAgency(Routing.agency(catalogue, service, Places.codes(around), Map.of()));
        row.setChannel("import");
        row.setConfirmed(true);
        row.setConfidential(
                catalogue.service(service).map(Service::confidential).orElse(false));
        row.setRequestedAt(request.opened());
        row.setUpdatedAt(request.closed() == null ? request.opened() : request.closed());
        row.setClosedAt(request.closed());
        return row;
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest);
    }

    private List<EntryRecord> entries(TenantId tenant, List<RequestRecord> rows) {
        List<EntryRecord> entries = new ArrayList<>();
        for (RequestRecord row : rows) {
            EntryRecord reported = entry(tenant, row, "reported", "reporter");
            reported.setAt(row.getRequestedAt());
            entries.add(reported);
            if (row.getClosedAt() != null) {
                EntryRecord closed = entry(tenant, row, "status", "system");
                closed.setAt(row.getClosedAt());
                closed.setStatus(row.getStatus());
                entries.add(closed);
            }
        }
        return entries;
    }

    private EntryRecord entry(TenantId tenant, RequestRecord row, String kind, String author) {
        EntryRecord entry = dsl.newRecord(ENTRY);
        entry.setTenantId(tenant.value());
        entry.setRequest(row.getId());
        entry.setKind(kind);
        entry.setAuthor(author);
        entry.setPublic(true);
        return entry;
    }
}
