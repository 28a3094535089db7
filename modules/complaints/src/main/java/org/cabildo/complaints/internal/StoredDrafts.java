// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.internal;

import static org.cabildo.complaints.internal.jooq.Tables.DRAFT;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cabildo.complaints.Draft;
import org.cabildo.complaints.Drafts;
import org.cabildo.complaints.NewRequest;
import org.cabildo.complaints.Photos;
import org.cabildo.complaints.Reported;
import org.cabildo.complaints.Reporting;
import org.cabildo.complaints.ServiceRequest.Reporter;
import org.cabildo.complaints.catalogue.Catalogues;
import org.cabildo.complaints.internal.jooq.tables.records.RequestRecord;
import org.cabildo.geography.GeoPoint;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.UseCase;
import org.cabildo.platform.data.Owned;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

@UseCase
class StoredDrafts implements Drafts {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final DSLContext dsl;
    private final Reporting reporting;
    private final RequestRows rows;
    private final Journal journal;
    private final Catalogues catalogues;
    private final Photos photos;
    private final Clock clock;

    StoredDrafts(
            DSLContext dsl,
            Reporting reporting,
            RequestRows rows,
            Journal journal,
            Catalogues catalogues,
            Photos photos,
            Clock clock) {
        this.dsl = dsl;
        this.reporting = reporting;
        this.rows = rows;
        this.journal = journal;
        this.catalogues = catalogues;
        this.photos = photos;
        this.clock = clock;
    }

    private static Condition is(TenantId tenant, UUID id) {
        return Owned.by(tenant, DRAFT).and(DRAFT.ID.eq(id));
    }

    @Override
    public void save(TenantId tenant, Draft draft) {
        String document = JSON.writeValueAsString(draft);
        dsl.insertInto(DRAFT)
                .set(DRAFT.TENANT_ID, tenant.value())
                .set(DRAFT.ID, draft.id())
                .set(DRAFT.DOCUMENT, document)
                .set(DRAFT.CHANGED_AT, clock.instant())
                .onConflict(DRAFT.TENANT_ID, DRAFT.ID)
                .doUpdate()
                .set(DRAFT.DOCUMENT, document)
                .set(DRAFT.CHANGED_AT, clock.instant())
                .where(Owned.by(tenant, DRAFT))
                .execute();
    }

    @Override
    public Optional<Draft> find(TenantId tenant, UUID id) {
        return dsl.select(DRAFT.DOCUMENT)
                .from(DRAFT)
                .where(is(tenant, id))
                .fetchOptional(row -> JSON.readValue(row.value1(), Draft.class));
    }

    @Override
    public void discard(TenantId tenant, UUID id) {
        take(tenant, id).ifPresent(draft -> removePhotos(tenant, draft));
    }

    /** Takes a draft away from everybody else; empty when somebody took it before. */
    private Optional<Draft> take(TenantId tenant, UUID id) {
        return dsl.deleteFrom(DRAFT)
                .where(is(tenant, id))
                .returningResult(DRAFT.DOCUMENT)
                .fetchOptional(row -> JSON.readValue(row.value1(), Draft.class));
    }

    private void removePhotos(TenantId tenant, Draft draft) {
        if (draft.photos().isEmpty()) {
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                draft.photos().forEach(photo -> photos.discard(tenant, photo));
            }
        });
    }

    @Override
    public Map<String, String> problems(TenantId tenant, Draft draft) {
        return catalogues
                .of(tenant)
                .service(draft.service())
                .map(service -> ReportCheck.problems(service, report(draft, "es")))
                .orElse(Map.of("service", "complaints.problem.unknownService"));
    }

    private static NewRequest report(Draft draft, String locale) {
        return new NewRequest(
                submission(draft.id()),
                draft.service(),
                draft.description(),
                draft.answers(),
                GeoPoint.parse(draft.latitude(), draft.longitude()).orElse(null),
                draft.address(),
                "",
                draft.territory(),
                "web",
                new Reporter(draft.name(), draft.email(), draft.phone(), draft.nameShown(), locale),
                false,
                draft.photos(),
                "",
                null);
    }

    private static String submission(UUID draft) {
        return "draft:" + draft;
    }

    @Override
    public Optional<Sent> send(TenantId tenant, UUID id, String locale) {
        Optional<Draft> draft = take(tenant, id);
        Optional<Reported> reported = draft.isPresent()
                ? Optional.of(reporting.report(tenant, report(draft.get(), locale)))
                : rows.bySubmission(tenant, submission(id)).map(known -> new Reported(known, "", false));
        return reported.map(became -> new Sent(
                became,
                rows.find(tenant, became.id())
                        .filter(request -> !request.confirmed())
                        .isPresent()));
    }

    @Override
    public Optional<Long> became(TenantId tenant, UUID id) {
        return rows.bySubmission(tenant, submission(id));
    }

    @Override
    public boolean follow(TenantId tenant, UUID id, long request) {
        Optional<RequestRecord> followed = rows.lock(tenant, request).filter(RequestRecord::getListed);
        if (followed.isPresent()) {
            take(tenant, id).ifPresent(draft -> {
                removePhotos(tenant, draft);
                RequestRecord row = followed.get();
                journal.add(tenant, row, "note", "citizen", entry -> entry.setPublic(true));
                journal.save(tenant, catalogues.of(tenant), row);
            });
        }
        return followed.isPresent();
    }

    /** Throws away what nobody touched for long; says how many drafts that were. */
    int clear(TenantId tenant) {
        List<UUID> old = dsl.select(DRAFT.ID)
                .from(DRAFT)
                .where(Owned.by(tenant, DRAFT))
                .and(DRAFT.CHANGED_AT.lt(clock.instant().minus(Duration.ofDays(KEPT_DAYS))))
                .limit(500)
                .fetch(DRAFT.ID);
        old.forEach(id -> discard(tenant, id));
        return old.size();
    }
}
