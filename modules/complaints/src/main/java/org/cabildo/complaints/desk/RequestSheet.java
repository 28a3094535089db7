// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.desk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cabildo.complaints.Entry;
import org.cabildo.complaints.ServiceRequest;
import org.cabildo.complaints.catalogue.Question;
import org.cabildo.complaints.catalogue.ResponseTemplate;
import org.cabildo.platform.web.Moment;
import org.cabildo.platform.web.Option;
import org.cabildo.platform.web.Tone;

/** A request in the words of staff. */
final class RequestSheet {

    private final Seat seat;
    private final ServiceRequest request;

    RequestSheet(Seat seat, ServiceRequest request) {
        this.seat = seat;
        this.request = request;
    }

    /** What was answered to the service's questions. */
    Map<String, String> answers() {
        Map<String, String> answers = new LinkedHashMap<>();
        request.answers().forEach((code, given) -> {
            Optional<Question> question =
                    seat.catalogue().service(request.service()).flatMap(service -> service.question(code));
            String label = question.map(one -> seat.name(one.label(), code)).orElse(code);
            String text = given.stream()
                    .map(key -> question.flatMap(one -> one.choice(key))
                            .map(choice -> seat.name(choice.name(), key))
                            .orElse(key))
                    .reduce((one, other) -> one + ", " + other)
                    .orElse("");
            answers.put(label, text);
        });
        return answers;
    }

    Map<String, String> facts(String territory) {
        Map<String, String> facts = new LinkedHashMap<>();
        put(facts, "agency", seat.agency(request.agency()));
        put(
                facts,
                "assignee",
                request.assigneeName().isEmpty() ? seat.view().msg("complaints.desk.nobody") : request.assigneeName());
        put(facts, "requested", seat.view().dateTime(request.requestedAt()));
        if (request.closedAt() != null) {
            put(facts, "closed", seat.view().dateTime(request.closedAt()));
        }
        put(facts, "promise", seat.promise(request));
        if (request.clocks().response() != null && request.clocks().respondedAt() == null && request.open()) {
            put(facts, "response", seat.view().dateTime(request.clocks().response()));
        }
        put(facts, "territory", territory);
        put(facts, "channel", seat.view().msg("complaints.desk.channel." + request.channel()));
        put(facts, "address", request.address());
        if (request.point() != null) {
            put(
                    facts,
                    "point",
                    request.point().latitude() + ", " + request.point().longitude());
        }
        if (request.reopened() > 0) {
            put(facts, "reopened", seat.view().number(request.reopened(), 0));
        }
        if (request.followers() > 0) {
            put(facts, "followers", seat.view().number(request.followers(), 0));
        }
        if (request.rating() != null) {
            put(facts, "rating", seat.view().msg("complaints.desk.stars", request.rating()));
        }
        put(facts, "ratingText", request.ratingText());
        return facts;
    }

    /** Who reported; only for staff. */
    Map<String, String> reporter() {
        Map<String, String> facts = new LinkedHashMap<>();
        put(facts, "name", request.reporter().name());
        put(facts, "email", request.reporter().email());
        put(facts, "phone", request.reporter().phone());
        return facts;
    }

    private void put(Map<String, String> facts, String name, String value) {
        if (!value.isBlank()) {
            facts.put(seat.view().msg("complaints.desk.fact." + name), value);
        }
    }

    /** Texts to start an answer from that fit the state and the service, each for the state that it is of. */
    List<ResponseTemplate> templates(Map<String, Boolean> ways) {
        return seat.catalogue().templates().stream()
                .filter(one -> one.status().isEmpty() || ways.containsKey(one.status()))
                .filter(one -> one.service().isEmpty() || one.service().equals(request.service()))
                .toList();
    }

    List<Option> templateOptions(Map<String, Boolean> ways) {
        return templates(ways).stream()
                .map(one -> Option.of(
                        one.code(),
                        (one.status().isEmpty() ? "" : seat.status(one.status()) + ": ")
                                + seat.name(one.name(), one.code())))
                .toList();
    }

    /** A template's text with what it leaves open filled in. */
    String filled(ResponseTemplate template) {
        return seat.view()
                .localised(template.text())
                .replace("{reference}", request.reference())
                .replace("{service}", seat.service(request.service()))
                .replace("{promise}", request.promised().map(seat.view()::date).orElse("—"));
    }

    List<Moment> timeline(List<Entry> entries) {
        List<Moment> moments = new ArrayList<>();
        for (Entry entry : entries) {
            moments.add(new Moment(title(entry), entry.at(), text(entry), who(entry), tone(entry)));
        }
        return moments.reversed();
    }

    private String title(Entry entry) {
        String title = switch (entry.kind()) {
            case "status" -> seat.view().msg("complaints.desk.entry.status", seat.status(or(entry.status())));
            case "referred" -> seat.view().msg("complaints.desk.entry.referred", seat.agency(or(entry.agency())));
            case "assigned" ->
                entry.text().isEmpty()
                        ? seat.view().msg("complaints.desk.entry.unassigned")
                        : seat.view().msg("complaints.desk.entry.assigned", entry.text());
            case "recategorised" ->
                seat.view()
                        .msg(
                                "complaints.desk.entry.recategorised",
                                seat.service(or(entry.before())),
                                seat.service(entry.text()));
            case "merged" -> seat.view().msg("complaints.desk.entry.merged", "#" + entry.text());
            case "split" -> seat.view().msg("complaints.desk.entry.split", "#" + entry.text());
            case "warned", "overdue" ->
                seat.view()
                        .msg(
                                "complaints.desk.entry." + entry.kind(),
                                seat.view().msg("complaints.desk.clock." + entry.text()));
            case "photo" ->
                seat.view()
                        .msg("complaints.desk.entry.photo."
                                + entry.text().split(" ", -1)[0].replaceAll("[^a-z]", ""));
            default -> seat.view().msg("complaints.desk.entry." + entry.kind());
        };
        return entry.isPublic() || entry.author().equals("system")
                ? title
                : title + " · " + seat.view().msg("complaints.desk.internal");
    }

    private static String or(@org.jspecify.annotations.Nullable String text) {
        return text == null ? "" : text;
    }

    private String text(Entry entry) {
        return switch (entry.kind()) {
            case "assigned", "recategorised", "merged", "split", "warned", "overdue", "photo" -> "";
            case "edited" -> seat.view().msg("complaints.desk.before", or(entry.before()));
            case "status" ->
                entry.reason() == null
                        ? entry.text()
                        : seat.reason(or(entry.status()), entry.reason()) + ". " + entry.text();
            case "escalated" ->
                entry.agency() == null ? entry.text() : seat.agency(entry.agency()) + " " + entry.text();
            default -> entry.text();
        };
    }

    private String who(Entry entry) {
        return entry.author().equals("staff")
                ? entry.actorName()
                : seat.view().msg("complaints.desk.author." + entry.author());
    }

    private Tone tone(Entry entry) {
        return switch (entry.kind()) {
            case "status", "reported" -> seat.tone(or(entry.status()));
            case "overdue", "escalated" -> Tone.BAD;
            case "warned", "hidden" -> Tone.WARNING;
            case "comment" -> Tone.INFO;
            default -> Tone.NEUTRAL;
        };
    }
}
