// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.cabildo.complaints.ChangeRefused;
import org.cabildo.complaints.Handling;
import org.cabildo.complaints.NewRequest;
import org.cabildo.complaints.NewRequest.StoredPhoto;
import org.cabildo.complaints.Reporting;
import org.cabildo.complaints.ServiceRequest;
import org.cabildo.complaints.catalogue.Catalogue;
import org.cabildo.complaints.catalogue.Catalogues;
import org.cabildo.complaints.catalogue.Service;
import org.cabildo.complaints.catalogue.ServiceLevel;
import org.cabildo.complaints.catalogue.Status;
import org.cabildo.complaints.catalogue.Transition;
import org.cabildo.complaints.clock.Clocks;
import org.cabildo.complaints.clock.WorkingTime;
import org.cabildo.complaints.internal.jooq.tables.records.EntryRecord;
import org.cabildo.complaints.internal.jooq.tables.records.RequestRecord;
import org.cabildo.platform.Actor;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.UseCase;
import org.jspecify.annotations.Nullable;

@UseCase
class StoredHandling implements Handling {

    private static final String CONFIDENTIAL = "complaints.confidential";

    private final RequestRows rows;
    private final Catalogues catalogues;
    private final Machine machine;
    private final Journal journal;
    private final Deltas deltas;
    private final Reporting reporting;
    private final Merging merging;

    StoredHandling(
            RequestRows rows,
            Catalogues catalogues,
            Machine machine,
            Journal journal,
            Deltas deltas,
            Reporting reporting,
            Merging merging) {
        this.rows = rows;
        this.catalogues = catalogues;
        this.machine = machine;
        this.journal = journal;
        this.deltas = deltas;
        this.reporting = reporting;
        this.merging = merging;
    }

    /** The row; what is confidential is missing for who may not read it. */
    private RequestRecord lock(TenantId tenant, long id, Actor actor) {
        return rows.lock(tenant, id)
                .filter(row -> !row.getConfidential() || actor.equals(Actor.SYSTEM) || actor.can(CONFIDENTIAL))
                .orElseThrow(() -> new ChangeRefused("complaints.refused.missing"));
    }

    private static Consumer<EntryRecord> by(Actor actor, Consumer<EntryRecord> details) {
        return entry -> {
            entry.setActor(actor.person());
            entry.setActorName(actor.name());
            details.accept(entry);
        };
    }

    /** Whoever may read a confidential request takes every way of staff: nobody else could. */
    private static boolean may(Transition transition, boolean confidential, Actor actor) {
        return actor.equals(Actor.SYSTEM)
                || transition.roles().stream()
                        .anyMatch(role -> confidential
                                ? actor.can(CONFIDENTIAL) && !role.equals(Transition.REPORTER)
                                : actor.can(role));
    }

    @Override
    public Map<String, Boolean> ways(TenantId tenant, ServiceRequest request, Actor actor) {
        Catalogue catalogue = catalogues.of(tenant);
        Map<String, Boolean> ways = new LinkedHashMap<>();
        catalogue.from(request.status()).stream()
                .filter(transition -> may(transition, request.confidential(), actor))
                .filter(transition -> catalogue
                        .status(transition.to())
                        .filter(status -> status.role() != Status.Role.DUPLICATE)
                        .isPresent())
                .forEach(transition -> ways.put(transition.to(), transition.note()));
        return ways;
    }

    @Override
    public ServiceRequest move(TenantId tenant, long id, Move move, Actor actor) {
        RequestRecord row = lock(tenant, id, actor);
        Catalogue catalogue = catalogues.of(tenant);
        if (move.version() != null && !Objects.equals(move.version(), row.getVersion())) {
            throw new ChangeRefused("complaints.refused.changed");
        }
        Transition transition = catalogue
                .transition(row.getStatus(), move.status())
                .filter(allowed -> may(allowed, row.getConfidential(), actor))
                .filter(allowed -> !move.status()
                        .equals(catalogue.first(Status.Role.DUPLICATE).code()))
                .orElseThrow(() -> new ChangeRefused("complaints.refused.transition"));
        boolean reasoned = !catalogue.reasonsOf(move.status()).isEmpty();
        if (reasoned
                && catalogue.reasonsOf(move.status()).stream()
                        .noneMatch(reason -> reason.code().equals(move.reason()))) {
            throw new ChangeRefused("complaints.refused.reason");
        }
        if (transition.note() && (move.note().isBlank() || !move.publicNote())) {
            throw new ChangeRefused("complaints.refused.note");
        }
        machine.enter(tenant, catalogue, row, move.status(), true);
        long entry = journal.add(tenant, row, "status", "staff", by(actor, details -> {
            details.setPublic(true);
            details.setStatus(move.status());
            details.setReason(reasoned ? move.reason() : null);
            details.setText(move.publicNote() ? move.note().strip() : "");
            details.setMediaUrl(move.mediaUrl());
        }));
        if (!move.publicNote() && !move.note().isBlank()) {
            journal.add(tenant, row, "note", "staff", by(actor, details -> {
                details.setPublic(false);
                details.setText(move.note().strip());
            }));
        }
        photos(tenant, row, entry, move.photos());
        return journal.save(tenant, catalogue, row);
    }

    private void photos(TenantId tenant, RequestRecord row, long entry, List<StoredPhoto> photos) {
        rows.addPhotos(tenant, row.getId(), entry, photos);
        row.setPhotos(row.getPhotos() + photos.size());
    }

    @Override
    public ServiceRequest note(
            TenantId tenant, long id, String text, boolean isPublic, List<StoredPhoto> photos, Actor actor) {
        if (text.isBlank() && photos.isEmpty()) {
            throw new ChangeRefused("complaints.refused.empty");
        }
        RequestRecord row = lock(tenant, id, actor);
        Catalogue catalogue = catalogues.of(tenant);
        if (isPublic && row.getClosedAt() == null) {
            ServiceLevel level = journal.level(catalogue, row.getService());
            RequestRead.clocks(
                    row,
                    RequestRead.request(row)
                            .clocks()
                            .said(level, journal.time(tenant, catalogue, level), journal.now()));
            row.setWarned(row.getWarned().replace("u", ""));
            row.setOverdue(row.getOverdue().replace("u", ""));
        }
        long entry = journal.add(tenant, row, isPublic ? "comment" : "note", "staff", by(actor, details -> {
            details.setPublic(isPublic);
            details.setText(text.strip());
        }));
        photos(tenant, row, entry, photos);
        return journal.save(tenant, catalogue, row);
    }

    @Override
    public ServiceRequest assign(TenantId tenant, long id, @Nullable UUID person, String name, Actor actor) {
        RequestRecord row = lock(tenant, id, actor);
        if (Objects.equals(row.getAssignee(), person)) {
            return RequestRead.request(row);
        }
        String before = row.getAssigneeName();
        row.setAssignee(person);
        row.setAssigneeName(person == null ? "" : name);
        journal.add(tenant, row, "assigned", "staff", by(actor, details -> {
            details.setPublic(false);
            details.setText(person == null ? "" : name);
            details.setBefore(before);
        }));
        return journal.save(tenant, catalogues.of(tenant), row);
    }

    @Override
    public ServiceRequest refer(TenantId tenant, long id, String agency, String note, Actor actor) {
        RequestRecord row = lock(tenant, id, actor);
        Catalogue catalogue = catalogues.of(tenant);
        catalogue.agency(agency).orElseThrow(() -> new ChangeRefused("complaints.refused.agency"));
        if (row.getAgency().equals(agency)) {
            return RequestRead.request(row);
        }
        String before = row.getAgency();
        place(tenant, row, () -> row.setAgency(agency));
        row.setAssignee(null);
        row.setAssigneeName("");
        journal.add(tenant, row, "referred", "staff", by(actor, details -> {
            details.setPublic(true);
            details.setAgency(agency);
            details.setText(note.strip());
            details.setBefore(before);
        }));
        return journal.save(tenant, catalogue, row);
    }

    /** A change of what the numbers are kept by: taken from where it was counted and given to where it is now. */
    private void place(TenantId tenant, RequestRecord row, Runnable change) {
        if (Machine.counts(row)) {
            deltas.moves(tenant, row, journal.zone(tenant));
        }
        change.run();
        if (Machine.counts(row)) {
            deltas.moved(tenant, row, journal.zone(tenant));
        }
    }

    @Override
    public ServiceRequest recategorise(TenantId tenant, long id, String service, Actor actor) {
        RequestRecord row = lock(tenant, id, actor);
        Catalogue catalogue = catalogues.of(tenant);
        catalogue
                .service(service)
                .filter(Service::reportable)
                .filter(other -> other.confidential() == row.getConfidential())
                .orElseThrow(() -> new ChangeRefused("complaints.refused.service"));
        if (row.getService().equals(service)) {
            return RequestRead.request(row);
        }
        String before = row.getService();
        place(tenant, row, () -> {
            row.setService(service);
            String agency = merging.route(tenant, catalogue, RequestRead.request(row));
            row.setAgency(agency.isEmpty() ? row.getAgency() : agency);
            promiseAnew(tenant, catalogue, row);
        });
        journal.add(tenant, row, "recategorised", "staff", by(actor, details -> {
            details.setPublic(true);
            details.setText(service);
            details.setBefore(before);
        }));
        return journal.save(tenant, catalogue, row);
    }

    /** The promise of the service that it is under now; what is late under it stays late. */
    private void promiseAnew(TenantId tenant, Catalogue catalogue, RequestRecord row) {
        ServiceLevel level = journal.level(catalogue, row.getService());
        WorkingTime time = journal.time(tenant, catalogue, level);
        Past past = Past.of(catalogue, row.getRequestedAt(), rows.entries(tenant, row.getId(), false));
        Clocks clocks =
                RequestRead.request(row).clocks().under(level, time, past.started(), past.said(), past.pauses());
        RequestRead.clocks(row, clocks);
        machine.forgive(row);
        if (clocks.solution() == null || clocks.solution().isAfter(journal.now())) {
            row.setEscalated((short) 0);
        }
    }

    @Override
    public ServiceRequest edit(TenantId tenant, long id, String description, Actor actor) {
        if (description.isBlank() || description.length() > ReportCheck.LONGEST) {
            throw new ChangeRefused("complaints.refused.description");
        }
        RequestRecord row = lock(tenant, id, actor);
        String before = row.getDescription();
        row.setDescription(description.strip());
        journal.add(tenant, row, "edited", "staff", by(actor, details -> {
            details.setPublic(false);
            details.setBefore(before);
        }));
        return journal.save(tenant, catalogues.of(tenant), row);
    }

    @Override
    public ServiceRequest hide(TenantId tenant, long id, boolean hidden, String why, Actor actor) {
        RequestRecord row = lock(tenant, id, actor);
        if (row.getHidden() == hidden) {
            return RequestRead.request(row);
        }
        row.setHidden(hidden);
        row.setListed(row.getConfirmed() && !hidden && !row.getConfidential());
        row.touched(row.field("listed"), false);
        journal.add(tenant, row, hidden ? "hidden" : "shown", "staff", by(actor, details -> {
            details.setPublic(false);
            details.setText(why.strip());
        }));
        return journal.save(tenant, catalogues.of(tenant), row);
    }

    @Override
    public ServiceRequest merge(TenantId tenant, long id, long into, Actor actor) {
        RequestRecord row = lock(tenant, id, actor);
        Catalogue catalogue = catalogues.of(tenant);
        long target = merging.target(tenant, row, into);
        String duplicate = catalogue.first(Status.Role.DUPLICATE).code();
        if (row.getClosedAt() != null) {
            throw new ChangeRefused("complaints.refused.closed");
        }
        catalogue
                .transition(row.getStatus(), duplicate)
                .filter(allowed -> may(allowed, row.getConfidential(), actor))
                .orElseThrow(() -> new ChangeRefused("complaints.refused.transition"));
        machine.enter(tenant, catalogue, row, duplicate, true);
        row.setDuplicateOf(target);
        rows.repoint(tenant, id, target);
        journal.add(tenant, row, "merged", "staff", by(actor, details -> {
            details.setPublic(true);
            details.setStatus(duplicate);
            details.setText(Long.toString(target));
        }));
        return journal.save(tenant, catalogue, row);
    }

    @Override
    public ServiceRequest split(TenantId tenant, long id, String service, String description, Actor actor) {
        RequestRecord row = lock(tenant, id, actor);
        ServiceRequest whole = RequestRead.request(row);
        NewRequest part = merging.part(whole, service, description);
        long fresh = reporting.report(tenant, part).id();
        journal.add(tenant, row, "split", "staff", by(actor, details -> {
            details.setPublic(true);
            details.setText(Long.toString(fresh));
        }));
        journal.save(tenant, catalogues.of(tenant), row);
        return rows.find(tenant, fresh).orElseThrow();
    }

    @Override
    public ServiceRequest anonymise(TenantId tenant, long id, Actor actor) {
        RequestRecord row = lock(tenant, id, actor);
        row.setReporterName("");
        row.setReporterEmail("");
        row.setReporterPhone("");
        row.setNamePublic(false);
        row.setSecretHash("");
        journal.add(tenant, row, "anonymised", "staff", by(actor, details -> details.setPublic(false)));
        return journal.save(tenant, catalogues.of(tenant), row);
    }
}
