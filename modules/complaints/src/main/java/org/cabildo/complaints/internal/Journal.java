// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.Consumer;
import org.cabildo.complaints.RequestChanged;
import org.cabildo.complaints.ServiceRequest;
import org.cabildo.complaints.catalogue.Catalogue;
import org.cabildo.complaints.catalogue.Service;
import org.cabildo.complaints.catalogue.ServiceLevel;
import org.cabildo.complaints.clock.Clocks;
import org.cabildo.complaints.clock.WorkingTime;
import org.cabildo.complaints.internal.jooq.tables.records.EntryRecord;
import org.cabildo.complaints.internal.jooq.tables.records.RequestRecord;
import org.cabildo.platform.Site;
import org.cabildo.platform.Sites;
import org.cabildo.platform.TenantId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Writes down what happened: the row, the entry and the event stand or fall together. */
@Component
class Journal {

    private final RequestRows rows;
    private final Sites sites;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Journal(RequestRows rows, Sites sites, ApplicationEventPublisher events, Clock clock) {
        this.rows = rows;
        this.sites = sites;
        this.events = events;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    ZoneId zone(TenantId tenant) {
        return sites.byTenant(tenant).map(Site::zone).orElse(ZoneId.of("UTC"));
    }

    @Nullable
    ServiceLevel level(Catalogue catalogue, String service) {
        return catalogue
                .service(service)
                .map(Service::level)
                .flatMap(catalogue::level)
                .orElse(null);
    }

    WorkingTime time(TenantId tenant, Catalogue catalogue, @Nullable ServiceLevel level) {
        return WorkingTime.of(
                level == null ? null : catalogue.calendar(level.calendar()).orElse(null), zone(tenant));
    }

    /** Says when the sweep has to look at the row next: never at a closed one, or one that nobody confirmed. */
    void schedule(TenantId tenant, Catalogue catalogue, RequestRecord row) {
        ServiceLevel level = level(catalogue, row.getService());
        Clocks clocks = RequestRead.request(row).clocks();
        row.setNextCheck(
                row.getClosedAt() != null || !row.getConfirmed()
                        ? null
                        : clocks.nextCheck(
                                        level,
                                        time(tenant, catalogue, level),
                                        row.getWarned(),
                                        row.getOverdue(),
                                        row.getEscalated())
                                .orElse(null));
    }

    /** Adds an entry and tells of it. */
    long add(TenantId tenant, RequestRecord row, String kind, String author, Consumer<EntryRecord> details) {
        EntryRecord entry = rows.entry(tenant, row.getId());
        entry.setAt(now());
        entry.setKind(kind);
        entry.setAuthor(author);
        details.accept(entry);
        long id = rows.add(entry).orElseThrow();
        events.publishEvent(new RequestChanged(tenant, row.getId(), id, kind));
        return id;
    }

    /** Writes a changed row and answers what it says now. */
    ServiceRequest save(TenantId tenant, Catalogue catalogue, RequestRecord row) {
        row.setUpdatedAt(now());
        schedule(tenant, catalogue, row);
        rows.update(tenant, row);
        return RequestRead.request(row);
    }
}
