// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.internal;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.cabildo.complaints.NewRequest;
import org.cabildo.complaints.ReportRefused;
import org.cabildo.complaints.Reported;
import org.cabildo.complaints.Reporting;
import org.cabildo.complaints.Tile;
import org.cabildo.complaints.catalogue.Catalogue;
import org.cabildo.complaints.catalogue.Catalogues;
import org.cabildo.complaints.catalogue.Service;
import org.cabildo.complaints.catalogue.ServiceLevel;
import org.cabildo.complaints.catalogue.Status;
import org.cabildo.complaints.clock.Clocks;
import org.cabildo.complaints.internal.jooq.tables.records.RequestRecord;
import org.cabildo.geography.Territory;
import org.cabildo.platform.Site;
import org.cabildo.platform.Sites;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.UseCase;
import org.cabildo.platform.mail.Mail;
import org.cabildo.platform.mail.MailPaper;
import org.cabildo.platform.mail.Mailer;
import org.springframework.context.MessageSource;

@UseCase
class StoredReporting implements Reporting {

    private final RequestRows rows;
    private final Catalogues catalogues;
    private final Places places;
    private final Journal journal;
    private final Deltas deltas;
    private final Mailer mailer;
    private final MessageSource words;
    private final Sites sites;

    StoredReporting(
            RequestRows rows,
            Catalogues catalogues,
            Places places,
            Journal journal,
            Deltas deltas,
            Mailer mailer,
            MessageSource words,
            Sites sites) {
        this.rows = rows;
        this.catalogues = catalogues;
        this.places = places;
        this.journal = journal;
        this.deltas = deltas;
        this.mailer = mailer;
        this.words = words;
        this.sites = sites;
    }

    @Override
    public Reported report(TenantId tenant, NewRequest request) {
        Optional<Long> known = rows.bySubmission(tenant, request.submission());
        if (known.isPresent()) {
            return new Reported(known.get(), "", false);
        }
        Catalogue catalogue = catalogues.of(tenant);
        Service service = catalogue
                .service(request.service())
                .orElseThrow(() -> new ReportRefused(Map.of("service", "complaints.problem.unknownService")));
        Map<String, String> problems = ReportCheck.problems(service, request);
        if (!problems.isEmpty()) {
            throw new ReportRefused(problems);
        }
        String secret = Secret.fresh();
        RequestRecord row = row(tenant, catalogue, service, request);
        row.setSecretHash(Secret.hash(secret));
        Optional<Long> id = rows.insert(row);
        if (id.isEmpty()) {
            return new Reported(rows.bySubmission(tenant, request.submission()).orElseThrow(), "", false);
        }
        row.setId(id.get());
        rows.addPhotos(tenant, id.get(), null, request.photos());
        journal.add(tenant, row, "reported", "reporter", entry -> {
            entry.setPublic(true);
            entry.setStatus(row.getStatus());
            entry.setMediaUrl(request.mediaUrl());
        });
        if (Machine.counts(row)) {
            deltas.received(tenant, row, journal.zone(tenant));
        }
        write(tenant, row, secret);
        return new Reported(id.get(), secret, true);
    }

    private RequestRecord row(TenantId tenant, Catalogue catalogue, Service service, NewRequest request) {
        Instant now = journal.now();
        Instant requested = request.requestedAt() == null ? now : request.requestedAt();
        List<Territory> around = places.of(tenant, request.point(), request.territory(), requested);
        Map<String, List<String>> answers = asked(service, request.answers());
        RequestRecord row = rows.fresh();
        row.setTenantId(tenant.value());
        row.setSubmission(request.submission());
        row.setService(service.code());
        row.setStatus(catalogue.first(Status.Role.START).code());
        row.setDescription(request.description().strip());
        row.setAnswers(RequestRead.answers(answers));
        if (request.point() != null) {
            row.setLat(request.point().latitude());
            row.setLong(request.point().longitude());
            row.setCell(Tile.cell(request.point()));
        }
        row.setAddress(request.address().strip());
        row.setAddressId(request.addressId().strip());
        row.setTerritory(around.isEmpty() ? "" : around.getLast().code());
        row.setAgency(Routing.agency(catalogue, service.code(), Places.codes(around), answers));
        row.setChannel(request.channel());
        row.setReporterName(request.reporter().name().strip());
        row.setReporterEmail(request.reporter().email().strip());
        row.setReporterPhone(request.reporter().phone().strip());
        row.setNamePublic(request.reporter().namePublic());
        row.setLocale(request.reporter().locale());
        row.setConfirmed(request.confirmed() || request.reporter().email().isEmpty());
        row.setConfidential(service.confidential());
        row.setRequestedAt(requested);
        row.setUpdatedAt(requested);
        row.setPhotos(request.photos().size());
        ServiceLevel level = journal.level(catalogue, service.code());
        RequestRead.clocks(row, Clocks.start(level, journal.time(tenant, catalogue, level), requested));
        // The clocks of what nobody confirmed run, but nobody is told of them.
        row.setNextCheck(
                row.getConfirmed()
                        ? Clocks.start(level, journal.time(tenant, catalogue, level), requested)
                                .nextCheck(level, journal.time(tenant, catalogue, level), "", "", 0)
                                .orElse(null)
                        : null);
        return row;
    }

    /** The answers to questions that were asked; what was sent besides is left out. */
    private static Map<String, List<String>> asked(Service service, Map<String, List<String>> answers) {
        Map<String, List<String>> asked = new TreeMap<>();
        service.questions().stream().filter(question -> question.asked(answers)).forEach(question -> {
            List<String> given = answers.getOrDefault(question.code(), List.of()).stream()
                    .map(String::strip)
                    .filter(answer -> !answer.isEmpty())
                    .toList();
            if (!given.isEmpty()) {
                asked.put(question.code(), given);
            }
        });
        return asked;
    }

    /** To the reporter: a link to confirm the address, or the link to their own page. */
    private void write(TenantId tenant, RequestRecord row, String secret) {
        if (row.getReporterEmail().isEmpty()
                || !Set.of("web", "counter", "phone").contains(row.getChannel())) {
            return;
        }
        Site site = sites.byTenant(tenant).orElseThrow();
        Locale locale = Locale.forLanguageTag(row.getLocale());
        String kind = row.getConfirmed() ? "received" : "confirm";
        String link =
                sites.url(site, "/reportes/" + row.getId() + (row.getConfirmed() ? "/mio/" : "/confirmar/") + secret);
        Object[] about = {Long.toString(row.getId()), site.officialName(), link};
        MailPaper paper = MailPaper.of(site, locale);
        for (String block : words.getMessage("complaints.mail." + kind + ".text", about, locale)
                .split("\n\n")) {
            if (block.equals(link)) {
                paper.button(words.getMessage("complaints.mail." + kind + ".button", null, locale), link);
            } else {
                paper.paragraph(block);
            }
        }
        mailer.send(new Mail(
                tenant,
                row.getReporterEmail(),
                words.getMessage(
                        "complaints.mail." + kind + ".subject",
                        new Object[] {Long.toString(row.getId()), site.name()},
                        locale),
                paper.text(),
                paper.html(),
                "complaints:" + kind + ":" + row.getId()));
    }

    @Override
    public boolean confirm(TenantId tenant, long id, String secret) {
        Optional<RequestRecord> found = rows.lock(tenant, id).filter(row -> Secret.fits(secret, row.getSecretHash()));
        found.filter(row -> !row.getConfirmed()).ifPresent(row -> {
            row.setConfirmed(true);
            journal.add(tenant, row, "confirmed", "reporter", entry -> entry.setPublic(false));
            journal.save(tenant, catalogues.of(tenant), row);
            if (Machine.counts(row)) {
                deltas.received(tenant, row, journal.zone(tenant));
            }
        });
        return found.isPresent();
    }
}
