// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cabildo.complaints.Entry;
import org.cabildo.complaints.ServiceRequest;
import org.cabildo.complaints.Topics;
import org.cabildo.complaints.catalogue.Agency;
import org.cabildo.complaints.catalogue.Catalogue;
import org.cabildo.complaints.catalogue.Catalogues;
import org.cabildo.complaints.catalogue.Reason;
import org.cabildo.complaints.catalogue.Status;
import org.cabildo.geography.Territories;
import org.cabildo.geography.Territory;
import org.cabildo.notifications.Notice;
import org.cabildo.notifications.NoticeSource;
import org.cabildo.platform.TenantId;
import org.springframework.stereotype.Component;

/**
 * What followers read, as it may be told at the moment when a mail leaves: a request that was taken off the pages is
 * told to its reporter only, a name that was hidden to nobody. An item is {@code new <request>} or {@code <request>
 * <entry>}.
 */
@Component
class RequestNews implements NoticeSource {

    static final String NAME = "requests";
    static final String NEW = "new";

    private static final int LONGEST = 600;

    private final RequestRows rows;
    private final Catalogues catalogues;
    private final Places places;
    private final Territories territories;
    private final NewsWords words;

    RequestNews(RequestRows rows, Catalogues catalogues, Places places, Territories territories, NewsWords words) {
        this.rows = rows;
        this.catalogues = catalogues;
        this.places = places;
        this.territories = territories;
        this.words = words;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String module() {
        return "complaints";
    }

    /** The request that an entry leads to: of a merging or a splitting. */
    static Optional<Long> other(Entry entry) {
        return Optional.of(entry.text())
                .filter(text -> text.matches("[0-9]{1,18}"))
                .map(Long::valueOf);
    }

    @Override
    public List<String> topics(TenantId tenant, String item) {
        String[] parts = item.split(" ");
        if (parts[0].equals(NEW)) {
            return rows.find(tenant, Long.parseLong(parts[1]))
                    .filter(ServiceRequest::listed)
                    .map(request -> wide(tenant, request))
                    .orElse(List.of());
        }
        long request = Long.parseLong(parts[0]);
        List<String> topics = new ArrayList<>(List.of(Topics.request(request)));
        rows.entry(tenant, request, Long.parseLong(parts[1]))
                .filter(entry -> entry.kind().equals("merged"))
                .flatMap(RequestNews::other)
                .map(Topics::request)
                .ifPresent(topics::add);
        return topics;
    }

    private List<String> wide(TenantId tenant, ServiceRequest request) {
        List<String> topics = new ArrayList<>(List.of(Topics.ALL, Topics.service(request.service())));
        Places.codes(places.of(tenant, request.point(), request.territory(), request.requestedAt()))
                .forEach(code -> topics.add(Topics.territory(code)));
        return topics;
    }

    @Override
    public Optional<Notice> notice(TenantId tenant, String item, Locale locale, boolean own) {
        String[] parts = item.split(" ");
        boolean fresh = parts[0].equals(NEW);
        Optional<ServiceRequest> found = rows.find(tenant, Long.parseLong(fresh ? parts[1] : parts[0]))
                .filter(request -> request.listed() || (own && !request.confidential()));
        return fresh
                ? found.map(request -> fresh(tenant, request, locale))
                : found.flatMap(request -> rows.entry(tenant, request.id(), Long.parseLong(parts[1]))
                        .filter(Entry::isPublic)
                        .filter(entry -> !(own && entry.author().equals("reporter")))
                        .map(entry -> happened(tenant, request, entry, locale)));
    }

    private Notice fresh(TenantId tenant, ServiceRequest request, Locale locale) {
        String service = service(tenant, catalogues.of(tenant), request.service(), locale);
        return new Notice(
                words.of("complaints.news.new.subject", locale, request.reference(), service),
                words.of("complaints.news.heading", locale, request.reference(), service),
                request.address().isBlank()
                        ? words.of("complaints.news.new", locale)
                        : words.of("complaints.news.newAt", locale, request.address()),
                shortened(request.description()),
                "/reportes/" + request.id());
    }

    private Notice happened(TenantId tenant, ServiceRequest request, Entry entry, Locale locale) {
        Catalogue catalogue = catalogues.of(tenant);
        String service = service(tenant, catalogue, request.service(), locale);
        boolean spoken = entry.kind().equals("status")
                || entry.kind().equals("comment")
                || entry.kind().equals("referred");
        return new Notice(
                words.of("complaints.news.subject", locale, request.reference(), service),
                words.of("complaints.news.heading", locale, request.reference(), service),
                text(tenant, catalogue, request, entry, locale),
                spoken ? shortened(entry.text()) : "",
                "/reportes/" + request.id());
    }

    private String text(TenantId tenant, Catalogue catalogue, ServiceRequest request, Entry entry, Locale locale) {
        return switch (entry.kind()) {
            case "status" -> status(tenant, catalogue, entry, locale);
            case "referred" ->
                words.of(
                        "complaints.news.referred",
                        locale,
                        catalogue
                                .agency(String.valueOf(entry.agency()))
                                .map(Agency::name)
                                .map(name -> words.in(tenant, name, locale))
                                .orElse(""));
            case "recategorised" ->
                words.of("complaints.news.recategorised", locale, service(tenant, catalogue, entry.text(), locale));
            case "merged" -> words.of("complaints.news.merged", locale, request.reference(), entry.text());
            case "split" -> words.of("complaints.news.split", locale, entry.text());
            default -> said(tenant, request, entry, locale);
        };
    }

    private String status(TenantId tenant, Catalogue catalogue, Entry entry, Locale locale) {
        Optional<Status> status = catalogue.status(String.valueOf(entry.status()));
        String name = status.map(one -> words.in(tenant, one.name(), locale)).orElse("");
        String meaning =
                status.map(one -> words.in(tenant, one.description(), locale)).orElse("");
        String reason = entry.reason() == null
                ? ""
                : catalogue.reasonsOf(String.valueOf(entry.status())).stream()
                        .filter(one -> one.code().equals(entry.reason()))
                        .findFirst()
                        .map(Reason::name)
                        .map(names -> words.in(tenant, names, locale))
                        .orElse("");
        return reason.isEmpty()
                ? words.of("complaints.news.status", locale, name, meaning)
                : words.of("complaints.news.statusBecause", locale, name, reason);
    }

    private String said(TenantId tenant, ServiceRequest request, Entry entry, Locale locale) {
        String name = request.reporter().publicName();
        return switch (entry.author()) {
            case "staff" -> words.of("complaints.news.saidStaff", locale, words.official(tenant));
            case "partner" -> words.of("complaints.news.saidPartner", locale);
            case "reporter" ->
                name.isBlank()
                        ? words.of("complaints.news.saidReporter", locale)
                        : words.of("complaints.news.saidBy", locale, name);
            default -> words.of("complaints.news.saidCitizen", locale);
        };
    }

    private String service(TenantId tenant, Catalogue catalogue, String code, Locale locale) {
        return catalogue
                .service(code)
                .map(service -> words.in(tenant, service.name(), locale))
                .orElse(code);
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }

    @Override
    public Optional<Followed> followed(TenantId tenant, String topic, Locale locale) {
        Optional<Long> request = Topics.requestOf(topic);
        if (request.isPresent()) {
            return rows.find(tenant, request.get())
                    .filter(found -> !found.confidential())
                    .map(found -> new Followed(
                            words.of(
                                    "complaints.news.heading",
                                    locale,
                                    found.reference(),
                                    service(tenant, catalogues.of(tenant), found.service(), locale)),
                            found.listed() ? "/reportes/" + found.id() : ""));
        }
        return wide(tenant, topic, locale).map(name -> new Followed(name, "/reportes"));
    }

    private Optional<String> wide(TenantId tenant, String topic, Locale locale) {
        if (topic.equals(Topics.ALL)) {
            return Optional.of(words.of("complaints.news.all", locale));
        }
        Optional<String> service = Topics.serviceOf(topic);
        if (service.isPresent()) {
            return catalogues
                    .of(tenant)
                    .service(service.get())
                    .map(one -> words.of("complaints.news.ofService", locale, words.in(tenant, one.name(), locale)));
        }
        return Topics.territoryOf(topic)
                .flatMap(code -> territories.byCode(tenant, code))
                .map(Territory::name)
                .map(name -> words.of("complaints.news.inTerritory", locale, name));
    }
}
