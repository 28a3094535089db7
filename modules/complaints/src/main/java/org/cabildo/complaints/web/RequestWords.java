// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;
import org.cabildo.complaints.PublicRequest;
import org.cabildo.complaints.PublicRequests;
import org.cabildo.complaints.catalogue.Agency;
import org.cabildo.complaints.catalogue.Catalogue;
import org.cabildo.complaints.catalogue.Question;
import org.cabildo.complaints.catalogue.Reason;
import org.cabildo.complaints.catalogue.Service;
import org.cabildo.complaints.catalogue.Status;
import org.cabildo.geography.TerritoryTree;
import org.cabildo.platform.web.Tone;
import org.cabildo.platform.web.View;
import org.jspecify.annotations.Nullable;

/** Requests in the words of a tenant's catalogue and a reader's language. */
final class RequestWords {

    private static final int EXCERPT = 160;

    private final View view;
    private final Catalogue catalogue;
    private final TerritoryTree territories;
    private final Instant now;

    RequestWords(View view, Catalogue catalogue, TerritoryTree territories, Instant now) {
        this.view = view;
        this.catalogue = catalogue;
        this.territories = territories;
        this.now = now;
    }

    View view() {
        return view;
    }

    Catalogue catalogue() {
        return catalogue;
    }

    TerritoryTree territories() {
        return territories;
    }

    Instant now() {
        return now;
    }

    String service(String code) {
        return catalogue.service(code).map(Service::name).map(view::localised).orElse(code);
    }

    String agency(String code) {
        return catalogue.agency(code).map(Agency::name).map(view::localised).orElse(code);
    }

    String territory(String code) {
        return territories.find(code).map(territory -> territory.name()).orElse(code);
    }

    String status(String code) {
        return catalogue.status(code).map(Status::name).map(view::localised).orElse(code);
    }

    /** What a state means, in a sentence. */
    String meaning(String code) {
        return catalogue
                .status(code)
                .map(Status::description)
                .map(view::localised)
                .orElse("");
    }

    Tone tone(String code) {
        return catalogue
                .status(code)
                .map(status -> switch (status.role()) {
                    case START, WORKING -> Tone.INFO;
                    case WAITING, REOPENED -> Tone.WARNING;
                    case SOLVED -> Tone.GOOD;
                    case CLOSED, DUPLICATE, WITHDRAWN -> Tone.NEUTRAL;
                })
                .orElse(Tone.NEUTRAL);
    }

    String reason(String status, String code) {
        return catalogue.reasonsOf(status).stream()
                .filter(reason -> reason.code().equals(code))
                .findFirst()
                .map(Reason::name)
                .map(view::localised)
                .orElse(code);
    }

    /** Where it is, in a few words; empty when only the map knows. */
    String place(PublicRequest request) {
        String territory = request.territory().isEmpty() ? "" : territory(request.territory());
        return request.address().isEmpty()
                ? territory
                : territory.isEmpty() ? request.address() : request.address() + ", " + territory;
    }

    /** A request as a row of a list. */
    RequestRow row(PublicRequest request) {
        return new RequestRow(
                service(request.service()),
                "/reportes/" + request.id(),
                excerpt(request.description()),
                place(request),
                Long.toString(request.id()),
                request.requestedAt(),
                request.photos().isEmpty()
                        ? null
                        : photo(request.id(), request.photos().getFirst(), 400),
                status(request.status()),
                tone(request.status()),
                request.open() && request.late(now),
                request.followers());
    }

    static String photo(long request, long number, int width) {
        return "/reportes/" + request + "/fotos/" + number + ".jpg" + (width == 0 ? "" : "?ancho=" + width);
    }

    static String excerpt(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        if (line.length() <= EXCERPT) {
            return line;
        }
        int cut = line.lastIndexOf(' ', EXCERPT - 1);
        return line.substring(0, cut < EXCERPT / 2 ? EXCERPT - 1 : cut) + "…";
    }

    /** Questions with their answers, in words. */
    Map<String, String> answers(String service, Map<String, List<String>> answers) {
        Map<String, String> words = new LinkedHashMap<>();
        catalogue
                .service(service)
                .ifPresent(known -> known.questions().stream()
                        .filter(question -> !answers.getOrDefault(question.code(), List.of())
                                .isEmpty())
                        .forEach(question -> words.put(
                                view.localised(question.label()),
                                String.join(
                                        ", ",
                                        answers.get(question.code()).stream()
                                                .map(answer -> answer(question, answer))
                                                .toList()))));
        return words;
    }

    private String answer(Question question, String answer) {
        return question.choice(answer)
                .map(choice -> view.localised(choice.name()))
                .orElse(answer);
    }

    /**
     * What happened, the newest first.
     *
     * @param seen whether everybody may see a request, so that an entry leads to it
     */
    List<Happening> timeline(long request, String reporter, List<PublicRequests.Event> events, LongPredicate seen) {
        List<Happening> happenings = new ArrayList<>();
        events.forEach(event -> happenings.addFirst(happening(request, reporter, event, seen)));
        return happenings;
    }

    private Happening happening(long request, String reporter, PublicRequests.Event event, LongPredicate seen) {
        boolean leads = event.kind().equals("merged") || event.kind().equals("split");
        return new Happening(
                title(event),
                event.at(),
                leads || event.kind().equals("recategorised") ? "" : event.text(),
                who(event, reporter),
                event.status() == null ? Tone.NEUTRAL : tone(event.status()),
                leads && seen.test(Long.parseLong(event.text())) ? "/reportes/" + event.text() : "",
                event.photos().stream()
                        .map(number -> photo(request, number, 400))
                        .toList());
    }

    private String title(PublicRequests.Event event) {
        String state = event.status();
        return switch (event.kind()) {
            case "status" ->
                event.reason() == null || state == null
                        ? status(String.valueOf(state))
                        : view.msg("complaints.event.reasoned", status(state), reason(state, event.reason()));
            case "referred" -> view.msg("complaints.event.referred", agency(String.valueOf(event.agency())));
            case "recategorised" -> view.msg("complaints.event.recategorised", service(event.text()));
            case "merged" -> view.msg("complaints.event.merged", event.text());
            case "split" -> view.msg("complaints.event.split", event.text());
            case "comment" -> view.msg("complaints.event.comment." + event.author());
            case "note" -> view.msg("complaints.event.seconded");
            default -> view.msg("complaints.event." + event.kind());
        };
    }

    private String who(PublicRequests.Event event, String reporter) {
        return switch (event.author()) {
            case "staff" -> view.site().officialName();
            case "reporter" -> reporter.isEmpty() ? view.msg("complaints.who.reporter") : reporter;
            case "citizen" -> view.msg("complaints.who.citizen");
            case "partner" -> event.agency() == null ? view.msg("complaints.who.partner") : agency(event.agency());
            default -> "";
        };
    }

    /** The request's answers, territory and office as names and values. */
    Map<String, String> facts(PublicRequest request) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(view.msg("complaints.fact.reference"), Long.toString(request.id()));
        facts.put(view.msg("complaints.fact.reported"), view.dateTime(request.requestedAt()));
        put(facts, "complaints.fact.address", request.address());
        put(facts, "complaints.fact.territory", request.territory().isEmpty() ? "" : territory(request.territory()));
        put(facts, "complaints.fact.agency", request.agency().isEmpty() ? "" : agency(request.agency()));
        put(facts, "complaints.fact.reporter", request.reporter());
        facts.putAll(answers(request.service(), request.answers()));
        if (request.followers() > 0) {
            facts.put(view.msg("complaints.fact.followers"), view.number(request.followers(), 0));
        }
        if (request.rating() != null) {
            facts.put(view.msg("complaints.fact.rating"), view.msg("complaints.stars", request.rating()));
        }
        return facts;
    }

    private void put(Map<String, String> facts, String key, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            facts.put(view.msg(key), value);
        }
    }
}
