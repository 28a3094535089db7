// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.internal;

import static org.cabildo.complaints.internal.jooq.Tables.REQUEST;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.cabildo.complaints.ServiceRequest;
import org.cabildo.complaints.catalogue.Catalogue;
import org.cabildo.complaints.catalogue.Catalogues;
import org.cabildo.platform.Site;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.data.Owned;
import org.cabildo.platform.mail.MailPaper;
import org.cabildo.platform.mail.MailWriter;
import org.cabildo.platform.mail.WrittenMail;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** What offices and outside bodies read. Never who reported: whoever works on it finds that in the workspace. */
@Component
class OfficeWriter implements MailWriter {

    static final String NAME = "complaints.office";
    static final LocalTime MORNING = LocalTime.of(7, 0);

    private static final int LISTED = 15;

    private final DSLContext dsl;
    private final RequestRows rows;
    private final Catalogues catalogues;
    private final NewsWords words;

    OfficeWriter(DSLContext dsl, RequestRows rows, Catalogues catalogues, NewsWords words) {
        this.dsl = dsl;
        this.rows = rows;
        this.catalogues = catalogues;
        this.words = words;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<WrittenMail> write(TenantId tenant, String reference) {
        Site site = words.site(tenant);
        if (!site.has("complaints")) {
            return Optional.empty();
        }
        String[] parts = reference.split(" ");
        return switch (parts[0]) {
            case "daily" -> daily(tenant, site, parts[1], LocalDate.parse(parts[2]));
            case "referral" ->
                one(tenant, parts[1])
                        .filter(request -> request.agency().equals(parts[2]))
                        .map(request -> mail(tenant, site, request, "referral", "/reportes/" + request.id()));
            default ->
                one(tenant, parts[1])
                        .filter(ServiceRequest::open)
                        .map(request -> mail(tenant, site, request, "escalation", "/gestion/reportes/" + request.id()));
        };
    }

    private Optional<ServiceRequest> one(TenantId tenant, String id) {
        return rows.find(tenant, Long.parseLong(id)).filter(request -> !request.confidential());
    }

    private WrittenMail mail(TenantId tenant, Site site, ServiceRequest request, String kind, String path) {
        Locale locale = site.defaultLocale();
        String service = service(tenant, request, locale);
        MailPaper paper = MailPaper.of(site, locale)
                .heading(words.of("complaints.news.heading", locale, request.reference(), service))
                .paragraph(words.of("complaints.office." + kind, locale, site.officialName()));
        if (!request.address().isBlank()) {
            paper.paragraph(request.address());
        }
        if (request.point() != null) {
            paper.paragraph(request.point().latitude() + ", " + request.point().longitude());
        }
        paper.quote(request.description()).button(words.of("complaints.office.see", locale), words.url(tenant, path));
        return new WrittenMail(
                words.of("complaints.office." + kind + "Subject", locale, request.reference(), service),
                paper.text(),
                paper.html(),
                Map.of());
    }

    private String service(TenantId tenant, ServiceRequest request, Locale locale) {
        Catalogue catalogue = catalogues.of(tenant);
        return catalogue
                .service(request.service())
                .map(service -> words.in(tenant, service.name(), locale))
                .orElse(request.service());
    }

    private Optional<WrittenMail> daily(TenantId tenant, Site site, String agency, LocalDate day) {
        Instant until = day.atTime(MORNING).atZone(site.zone()).toInstant();
        Instant since = day.minusDays(1).atTime(MORNING).atZone(site.zone()).toInstant();
        Condition its = Owned.by(tenant, REQUEST)
                .and(REQUEST.AGENCY.eq(agency))
                .and(REQUEST.CLOSED_AT.isNull())
                .and(REQUEST.CONFIRMED)
                .andNot(REQUEST.CONFIDENTIAL);
        Condition fresh = its.and(REQUEST.REQUESTED_AT.ge(since)).and(REQUEST.REQUESTED_AT.lt(until));
        Condition late = its.and(REQUEST.OVERDUE.like("%s%"));
        int arrived = dsl.fetchCount(REQUEST, fresh);
        int overdue = dsl.fetchCount(REQUEST, late);
        if (arrived == 0 && overdue == 0) {
            return Optional.empty();
        }
        Locale locale = site.defaultLocale();
        MailPaper paper = MailPaper.of(site, locale);
        list(tenant, paper, locale, "complaints.office.arrived", arrived, fresh);
        list(tenant, paper, locale, "complaints.office.overdue", overdue, late);
        paper.button(
                words.of("complaints.office.inbox", locale), words.url(tenant, "/gestion/reportes?oficina=" + agency));
        return Optional.of(new WrittenMail(
                words.of("complaints.office.dailySubject", locale, arrived, overdue),
                paper.text(),
                paper.html(),
                Map.of()));
    }

    private void list(TenantId tenant, MailPaper paper, Locale locale, String heading, int count, Condition which) {
        if (count == 0) {
            return;
        }
        paper.heading(words.of(heading, locale, count));
        List<ServiceRequest> first = dsl.selectFrom(REQUEST)
                .where(which)
                .orderBy(REQUEST.REQUESTED_AT, REQUEST.ID)
                .limit(LISTED)
                .fetch(RequestRead::request);
        first.forEach(request -> paper.link(
                words.of("complaints.news.heading", locale, request.reference(), service(tenant, request, locale)),
                words.url(tenant, "/gestion/reportes/" + request.id())));
    }
}
