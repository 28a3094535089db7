// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cabildo.complaints.ChangeRefused;
import org.cabildo.complaints.NewRequest.StoredPhoto;
import org.cabildo.complaints.PublicRequests;
import org.cabildo.complaints.ServiceRequest;
import org.cabildo.complaints.Voice;
import org.cabildo.complaints.catalogue.Catalogue;
import org.cabildo.complaints.catalogue.Catalogues;
import org.cabildo.complaints.catalogue.Service;
import org.cabildo.complaints.catalogue.Status;
import org.cabildo.complaints.catalogue.Transition;
import org.cabildo.complaints.internal.jooq.tables.records.RequestRecord;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.UseCase;
import org.jspecify.annotations.Nullable;

@UseCase
class StoredVoice implements Voice {

    private final RequestRows rows;
    private final Catalogues catalogues;
    private final Machine machine;
    private final Journal journal;
    private final Deltas deltas;

    StoredVoice(RequestRows rows, Catalogues catalogues, Machine machine, Journal journal, Deltas deltas) {
        this.rows = rows;
        this.catalogues = catalogues;
        this.machine = machine;
        this.journal = journal;
        this.deltas = deltas;
    }

    private RequestRecord lock(TenantId tenant, long id, String secret) {
        return rows.lock(tenant, id)
                .filter(row -> Secret.fits(secret, row.getSecretHash()))
                .orElseThrow(() -> new ChangeRefused("complaints.refused.missing"));
    }

    @Override
    public Optional<ServiceRequest> mine(TenantId tenant, long id, String secret) {
        return rows.lock(tenant, id)
                .filter(row -> Secret.fits(secret, row.getSecretHash()))
                .map(RequestRead::request);
    }

    @Override
    public List<PublicRequests.Event> events(TenantId tenant, long id, String secret) {
        lock(tenant, id, secret);
        return rows.events(tenant, id, true);
    }

    @Override
    public ServiceRequest comment(TenantId tenant, long id, String secret, String text, List<StoredPhoto> photos) {
        if (text.isBlank() && photos.isEmpty()) {
            throw new ChangeRefused("complaints.refused.empty");
        }
        if (text.length() > ReportCheck.LONGEST) {
            throw new ChangeRefused("complaints.refused.description");
        }
        RequestRecord row = lock(tenant, id, secret);
        Catalogue catalogue = catalogues.of(tenant);
        boolean answer = catalogue
                .status(row.getStatus())
                .filter(status -> status.role() == Status.Role.WAITING)
                .isPresent();
        String next = answer ? afterAnswer(catalogue, row.getStatus()) : null;
        if (next != null) {
            machine.enter(tenant, catalogue, row, next, false);
        }
        long entry = journal.add(tenant, row, "comment", "reporter", details -> {
            details.setPublic(true);
            details.setText(text.strip());
            details.setStatus(next);
        });
        rows.addPhotos(tenant, id, entry, photos);
        row.setPhotos(row.getPhotos() + photos.size());
        return journal.save(tenant, catalogue, row);
    }

    /** Where a reporter's answer leads from a waiting state: the first way that the tenant gives reporters. */
    private static @Nullable String afterAnswer(Catalogue catalogue, String status) {
        return catalogue.from(status).stream()
                .filter(transition -> transition.roles().contains(Transition.REPORTER))
                .filter(transition ->
                        catalogue.status(transition.to()).orElseThrow().open())
                .map(transition -> transition.to())
                .findFirst()
                .orElse(null);
    }

    @Override
    public boolean canReopen(TenantId tenant, ServiceRequest request, boolean reporter) {
        return mayReopen(catalogues.of(tenant), request, reporter);
    }

    private boolean mayReopen(Catalogue catalogue, ServiceRequest request, boolean reporter) {
        Service service = catalogue.service(request.service()).orElse(null);
        Instant closed = request.closedAt();
        return service != null
                && closed != null
                && service.reopen() > 0
                && (reporter || service.reopenBy().equals("anybody"))
                && !closed.plus(Duration.ofDays(service.reopen())).isBefore(journal.now())
                && reporterMay(catalogue, request.status(), catalogue.first(Status.Role.REOPENED));
    }

    private static boolean reporterMay(Catalogue catalogue, String from, Status to) {
        return catalogue
                .transition(from, to.code())
                .filter(way -> way.roles().contains(Transition.REPORTER))
                .isPresent();
    }

    @Override
    public ServiceRequest reopen(TenantId tenant, long id, String secret, String why) {
        if (why.isBlank()) {
            throw new ChangeRefused("complaints.refused.empty");
        }
        RequestRecord row = lock(tenant, id, secret);
        Catalogue catalogue = catalogues.of(tenant);
        if (!mayReopen(catalogue, RequestRead.request(row), true)) {
            throw new ChangeRefused("complaints.refused.reopen");
        }
        String state = catalogue.first(Status.Role.REOPENED).code();
        machine.enter(tenant, catalogue, row, state, false);
        return say(tenant, catalogue, row, "status", state, why);
    }

    @Override
    public boolean canReopen(TenantId tenant, long id) {
        return rows.find(tenant, id)
                .filter(ServiceRequest::listed)
                .filter(request -> mayReopen(catalogues.of(tenant), request, false))
                .isPresent();
    }

    @Override
    public void reopenAsAnybody(TenantId tenant, long id, String why) {
        if (why.isBlank() || why.length() > ReportCheck.LONGEST) {
            throw new ChangeRefused("complaints.refused.empty");
        }
        RequestRecord row = rows.lock(tenant, id)
                .filter(RequestRecord::getListed)
                .orElseThrow(() -> new ChangeRefused("complaints.refused.missing"));
        Catalogue catalogue = catalogues.of(tenant);
        if (!mayReopen(catalogue, RequestRead.request(row), false)) {
            throw new ChangeRefused("complaints.refused.reopen");
        }
        String state = catalogue.first(Status.Role.REOPENED).code();
        machine.enter(tenant, catalogue, row, state, false);
        journal.add(tenant, row, "status", "citizen", details -> {
            details.setPublic(true);
            details.setStatus(state);
            details.setText(why.strip());
        });
        journal.save(tenant, catalogue, row);
    }

    @Override
    public ServiceRequest suggestService(TenantId tenant, long id, String secret, String service) {
        RequestRecord row = lock(tenant, id, secret);
        Catalogue catalogue = catalogues.of(tenant);
        Service wanted = catalogue
                .service(service)
                .filter(Service::reportable)
                .filter(other -> other.confidential() == row.getConfidential())
                .filter(other -> !other.code().equals(row.getService()))
                .orElseThrow(() -> new ChangeRefused("complaints.problem.unknownService"));
        if (row.getClosedAt() != null) {
            throw new ChangeRefused("complaints.refused.closed");
        }
        journal.add(tenant, row, "note", "reporter", details -> {
            details.setPublic(false);
            details.setText("→ " + wanted.name().getOrDefault("es", service) + " (" + service + ")");
        });
        return journal.save(tenant, catalogue, row);
    }

    private ServiceRequest say(
            TenantId tenant, Catalogue catalogue, RequestRecord row, String kind, @Nullable String state, String text) {
        journal.add(tenant, row, kind, "reporter", details -> {
            details.setPublic(true);
            details.setStatus(state);
            details.setText(text.strip());
        });
        return journal.save(tenant, catalogue, row);
    }

    @Override
    public ServiceRequest rate(TenantId tenant, long id, String secret, int stars, String text) {
        if (stars < 1 || stars > 5 || text.length() > 1_000) {
            throw new ChangeRefused("complaints.refused.rating");
        }
        RequestRecord row = lock(tenant, id, secret);
        if (row.getClosedAt() == null) {
            throw new ChangeRefused("complaints.refused.open");
        }
        int before = row.getRating() == null ? 0 : row.getRating();
        row.setRating((short) stars);
        row.setRatingText(text.strip());
        if (Machine.counts(row)) {
            deltas.rated(tenant, row, journal.now(), journal.zone(tenant), before, stars);
        }
        return say(tenant, catalogues.of(tenant), row, "rated", null, text);
    }

    @Override
    public ServiceRequest withdraw(TenantId tenant, long id, String secret, String why) {
        RequestRecord row = lock(tenant, id, secret);
        if (row.getClosedAt() != null) {
            throw new ChangeRefused("complaints.refused.closed");
        }
        Catalogue catalogue = catalogues.of(tenant);
        Status withdrawn = catalogue.first(Status.Role.WITHDRAWN);
        if (!reporterMay(catalogue, row.getStatus(), withdrawn)) {
            throw new ChangeRefused("complaints.refused.transition");
        }
        String state = withdrawn.code();
        machine.enter(tenant, catalogue, row, state, false);
        return say(tenant, catalogue, row, "status", state, why);
    }

    @Override
    public ServiceRequest showName(TenantId tenant, long id, String secret, boolean shown) {
        RequestRecord row = lock(tenant, id, secret);
        row.setNamePublic(shown);
        return journal.save(tenant, catalogues.of(tenant), row);
    }

    @Override
    public ServiceRequest edit(TenantId tenant, long id, String secret, String description) {
        if (description.isBlank() || description.length() > ReportCheck.LONGEST) {
            throw new ChangeRefused("complaints.refused.description");
        }
        RequestRecord row = lock(tenant, id, secret);
        Catalogue catalogue = catalogues.of(tenant);
        if (!row.getStatus().equals(catalogue.first(Status.Role.START).code())) {
            throw new ChangeRefused("complaints.refused.started");
        }
        String before = row.getDescription();
        row.setDescription(description.strip());
        journal.add(tenant, row, "edited", "reporter", details -> {
            details.setPublic(false);
            details.setBefore(before);
        });
        return journal.save(tenant, catalogue, row);
    }
}
