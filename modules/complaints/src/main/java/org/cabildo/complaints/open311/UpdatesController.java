// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.open311;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cabildo.complaints.NewRequest.StoredPhoto;
import org.cabildo.complaints.catalogue.Catalogue;
import org.cabildo.complaints.open311.ApiKeys.Attempt;
import org.cabildo.complaints.open311.ApiKeys.Use;
import org.cabildo.complaints.open311.Part.Leaf;
import org.cabildo.complaints.open311.Part.Many;
import org.cabildo.complaints.open311.Part.Whole;
import org.cabildo.complaints.open311.Updates.Incoming;
import org.cabildo.complaints.open311.Updates.Received;
import org.cabildo.complaints.open311.Updates.Update;
import org.cabildo.platform.SiteKind;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.web.Access;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The extension "servicerequestupdates" as FixMyStreet speaks it: what happens to requests, both ways. */
@Controller
@RequestMapping(Open311.V2)
@Access(value = Access.Audience.PUBLIC, on = SiteKind.MUNICIPALITY)
class UpdatesController {

    private static final Duration USUAL = Duration.ofDays(1);

    private final Updates updates;
    private final OpenRequests requests;
    private final KeyCheck keys;
    private final SentPhotos photos;
    private final Words words;
    private final Clock clock;

    UpdatesController(
            Updates updates, OpenRequests requests, KeyCheck keys, SentPhotos photos, Words words, Clock clock) {
        this.updates = updates;
        this.requests = requests;
        this.keys = keys;
        this.photos = photos;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping("/servicerequestupdates" + Open311.FORM)
    ResponseEntity<byte[]> list(@PathVariable String format, HttpServletRequest request) {
        Parameters parameters = new Parameters(request);
        Words.Spoken spoken = words.of(request);
        TenantId tenant = spoken.site().requireTenant();
        keys.granted(tenant, parameters, Use.UPDATE);
        Open311.site(request, parameters);
        Instant last = parameters.moment("end_date");
        Instant until = last == null ? clock.instant() : last;
        Instant first = parameters.moment("start_date");
        Instant from = first == null ? until.minus(USUAL) : first;
        if (until.isBefore(from)) {
            throw Refusal.wrong("complaints.open311.order", "start_date", "end_date");
        }
        if (Duration.between(from, until).compareTo(RequestQuery.SPAN) > 0) {
            throw Refusal.wrong("complaints.open311.span", RequestQuery.SPAN.toDays());
        }
        Catalogue catalogue = requests.catalogue(tenant);
        return Format.of(format)
                .answer(
                        200,
                        new Many(
                                "service_request_updates",
                                updates.between(tenant, from, until, RequestQuery.MOST).stream()
                                        .map(update -> part(catalogue, update, spoken))
                                        .toList()));
    }

    /** A picture is one media_url; several are several, which JSON writes as an array. */
    private static Part part(Catalogue catalogue, Update update, Words.Spoken spoken) {
        Whole part = Part.whole("request_update")
                .with("update_id", Long.toString(update.id()))
                .with("service_request_id", Long.toString(update.request()))
                .with(
                        "status",
                        catalogue
                                .status(update.status())
                                .map(UpdateWord::of)
                                .orElse(UpdateWord.OPEN)
                                .name())
                .with("external_status_code", update.status())
                .with("updated_datetime", spoken.moment(update.at()))
                .with("description", update.text());
        List<String> media = update.media().stream()
                .map(address -> address.startsWith("/") ? spoken.address(address) : address)
                .toList();
        return media.size() > 1
                ? part.with(new Part.Repeated(
                        "media_url",
                        media.stream()
                                .map(address -> new Leaf("media_url", address))
                                .toList()))
                : part.with("media_url", String.join("", media));
    }

    @PostMapping("/servicerequestupdates" + Open311.FORM)
    ResponseEntity<byte[]> receive(@PathVariable String format, HttpServletRequest request) {
        Body.required(request);
        Parameters parameters = new Parameters(request);
        TenantId tenant = words.of(request).site().requireTenant();
        Attempt.Granted key = keys.granted(tenant, parameters, Use.UPDATE);
        Open311.site(request, parameters);
        String id = required(parameters, "service_request_id", 60);
        parameters.moment("updated_datetime");
        String own = required(parameters, "update_id", 100);
        UpdateWord word = word(parameters);
        String text = parameters.text("description", 4_000);
        List<String> media = parameters.repeated("media_url").stream()
                .filter(address -> !address.startsWith("data:"))
                .map(Media::address)
                .limit(Media.MOST)
                .toList();
        List<StoredPhoto> sent = photos.keep(tenant, request);
        long asked = RequestQuery.number(id) ? Long.parseLong(id) : -1;
        Optional<Received> received =
                updates.receive(tenant, key.key(), key.name(), new Incoming(own, asked, word, text, media, sent));
        if (received.filter(Received::fresh).isEmpty()) {
            photos.discard(tenant, sent);
        }
        long number = received.orElseThrow(() -> Refusal.absent("complaints.open311.request", id))
                .id();
        return Format.of(format)
                .answer(
                        200,
                        new Many(
                                "service_request_updates",
                                List.of(Part.whole("request_update").with("update_id", Long.toString(number)))));
    }

    private static String required(Parameters parameters, String name, int longest) {
        String text = parameters.text(name, longest);
        if (text.isEmpty()) {
            throw Refusal.wrong("complaints.open311.missing", name);
        }
        return text;
    }

    private static @org.jspecify.annotations.Nullable UpdateWord word(Parameters parameters) {
        String word = parameters.text("status");
        return word.isEmpty()
                ? null
                : UpdateWord.read(word).orElseThrow(() -> Refusal.wrong("complaints.open311.updateStatus", word));
    }
}
