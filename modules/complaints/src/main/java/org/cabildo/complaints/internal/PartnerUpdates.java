// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.internal;

import static org.cabildo.complaints.internal.jooq.Tables.ENTRY;
import static org.cabildo.complaints.internal.jooq.Tables.PHOTO;
import static org.cabildo.complaints.internal.jooq.Tables.REQUEST;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.cabildo.complaints.catalogue.Catalogue;
import org.cabildo.complaints.catalogue.Catalogues;
import org.cabildo.complaints.catalogue.Service;
import org.cabildo.complaints.catalogue.Status;
import org.cabildo.complaints.catalogue.Transition;
import org.cabildo.complaints.internal.jooq.tables.records.RequestRecord;
import org.cabildo.complaints.open311.Updates;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.UseCase;
import org.cabildo.platform.data.Owned;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

@UseCase
class PartnerUpdates implements Updates {

    private static final String WORKER = "complaints.work";
    private static final List<String> TOLD = List.of("status", "comment", "merged", "referred");

    private final DSLContext dsl;
    private final RequestRows rows;
    private final Catalogues catalogues;
    private final Machine machine;
    private final Journal journal;

    PartnerUpdates(DSLContext dsl, RequestRows rows, Catalogues catalogues, Machine machine, Journal journal) {
        this.dsl = dsl;
        this.rows = rows;
        this.catalogues = catalogues;
        this.machine = machine;
        this.journal = journal;
    }

    @Override
    public List<Update> between(TenantId tenant, Instant from, Instant until, int atMost) {
        List<String> confidential = confidential(catalogues.of(tenant));
        var found = dsl.select(
                        ENTRY.ID,
                        ENTRY.REQUEST,
                        ENTRY.KIND,
                        ENTRY.AT,
                        ENTRY.TEXT,
                        ENTRY.MEDIA_URL,
                        DSL.coalesce(ENTRY.STATUS, REQUEST.STATUS))
                .from(ENTRY)
                .join(REQUEST)
                .on(Owned.by(tenant, REQUEST).and(REQUEST.ID.eq(ENTRY.REQUEST)))
                .where(Owned.by(tenant, ENTRY))
                .and(ENTRY.AT.between(from, until))
                .and(ENTRY.PUBLIC)
                .and(ENTRY.UPDATE_ID.isNull())
                .and(ENTRY.KIND.in(TOLD))
                .and(REQUEST.LISTED)
                .and(confidential.isEmpty() ? DSL.noCondition() : REQUEST.SERVICE.notIn(confidential))
                .orderBy(ENTRY.AT, ENTRY.ID)
                .limit(atMost)
                .fetch();
        Map<Long, List<String>> pictures = rows.publicPhotos(tenant, found.getValues(ENTRY.REQUEST), PHOTO.ENTRY);
        return found.map(row -> new Update(
                row.value1(),
                row.value2(),
                row.value7(),
                row.value4(),
                row.value3().equals("merged") ? "" : row.value5(),
                Stream.concat(
                                pictures.getOrDefault(row.value1(), List.of()).stream(),
                                row.value6().lines())
                        .toList()));
    }

    private static List<String> confidential(Catalogue catalogue) {
        return catalogue.services().stream()
                .filter(Service::confidential)
                .map(Service::code)
                .toList();
    }

    @Override
    public Optional<Received> receive(TenantId tenant, UUID key, String sender, Incoming update) {
        Catalogue catalogue = catalogues.of(tenant);
        Optional<RequestRecord> found = rows.lock(tenant, update.request())
                .filter(RequestRecord::getListed)
                .filter(row -> !confidential(catalogue).contains(row.getService()));
        if (found.isEmpty()) {
            return Optional.empty();
        }
        String id = key + ":" + update.id();
        Optional<Long> known = dsl.select(ENTRY.ID)
                .from(ENTRY)
                .where(Owned.by(tenant, ENTRY))
                .and(ENTRY.UPDATE_ID.eq(id))
                .fetchOptional(ENTRY.ID);
        return Optional.of(known.map(number -> new Received(number, false))
                .orElseGet(() -> new Received(take(tenant, catalogue, found.get(), id, sender, update), true)));
    }

    private long take(
            TenantId tenant, Catalogue catalogue, RequestRecord row, String id, String sender, Incoming update) {
        String state = state(catalogue, row, update);
        if (state != null) {
            machine.enter(tenant, catalogue, row, state, false);
        }
        boolean silent = update.text().isBlank()
                && update.media().isEmpty()
                && update.photos().isEmpty();
        long entry = journal.add(tenant, row, state == null ? "comment" : "status", "partner", details -> {
            details.setPublic(state != null || !silent);
            details.setStatus(state);
            details.setActorName(sender);
            details.setText(update.text());
            details.setMediaUrl(String.join("\n", update.media()));
            details.setUpdateId(id);
        });
        rows.addPhotos(tenant, row.getId(), entry, update.photos());
        row.setPhotos(row.getPhotos() + update.photos().size());
        journal.save(tenant, catalogue, row);
        return entry;
    }

    /** Where the update leads; null when it leads nowhere, or where only the municipality's own people may lead. */
    private static @Nullable String state(Catalogue catalogue, RequestRecord row, Incoming update) {
        if (update.word() == null || update.word().role() == Status.Role.DUPLICATE) {
            return null;
        }
        boolean open = row.getClosedAt() == null;
        Status.Role wanted = update.word().role();
        Status.Role role = !open && wanted == Status.Role.WORKING ? Status.Role.REOPENED : wanted;
        boolean there = catalogue
                .status(row.getStatus())
                .filter(status -> status.role() == role)
                .isPresent();
        if (there || (open && role == Status.Role.REOPENED)) {
            return null;
        }
        return catalogue.from(row.getStatus()).stream()
                .filter(transition -> transition.roles().contains(WORKER))
                .filter(transition -> !transition.note() || !update.text().isBlank())
                .map(Transition::to)
                .filter(to -> catalogue
                        .status(to)
                        .filter(status -> status.role() == role)
                        .isPresent())
                .filter(to -> catalogue.reasonsOf(to).isEmpty())
                .findFirst()
                .orElse(null);
    }
}
