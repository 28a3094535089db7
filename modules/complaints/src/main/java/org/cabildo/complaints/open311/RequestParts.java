// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.open311;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cabildo.complaints.catalogue.Agency;
import org.cabildo.complaints.catalogue.Catalogue;
import org.cabildo.complaints.catalogue.Question;
import org.cabildo.complaints.catalogue.Reason;
import org.cabildo.complaints.catalogue.Service;
import org.cabildo.complaints.catalogue.ServiceLevel;
import org.cabildo.complaints.catalogue.Status;
import org.cabildo.complaints.open311.Part.Leaf;
import org.cabildo.complaints.open311.Part.Many;
import org.cabildo.complaints.open311.Part.Whole;

/** Requests in the words of GeoReport v2. Every field is there, empty where nothing is known. */
final class RequestParts {

    private final Words.Spoken spoken;
    private final boolean detailed;
    private final Map<String, Service> services;
    private final Map<String, Status> statuses;
    private final Map<String, Agency> agencies;
    private final Map<String, String> notices;
    private final List<Reason> reasons;

    RequestParts(Catalogue catalogue, Words.Spoken spoken, boolean detailed) {
        this.spoken = spoken;
        this.detailed = detailed;
        this.services = catalogue.services().stream().collect(Collectors.toMap(Service::code, one -> one));
        this.statuses = catalogue.statuses().stream().collect(Collectors.toMap(Status::code, one -> one));
        this.agencies = catalogue.agencies().stream().collect(Collectors.toMap(Agency::code, one -> one));
        this.notices = catalogue.services().stream()
                .collect(Collectors.toMap(Service::code, one -> notice(catalogue, one, spoken)));
        this.reasons = catalogue.reasons();
    }

    /** What is promised for requests of a service. */
    static String notice(Catalogue catalogue, Service service, Words.Spoken spoken) {
        return catalogue
                .level(service.level())
                .map(ServiceLevel::name)
                .map(spoken::of)
                .orElse("");
    }

    Part list(List<OpenRequest> requests) {
        return new Many("service_requests", requests.stream().map(this::request).toList());
    }

    private Part request(OpenRequest request) {
        Service service = services.get(request.service());
        Agency agency = agencies.get(request.agency());
        Whole part = Part.whole("request")
                .with("service_request_id", Long.toString(request.id()))
                .with("status", request.closedAt() == null ? "open" : "closed")
                .with("status_notes", notes(request))
                .with("service_name", service == null ? "" : spoken.of(service.name()))
                .with("service_code", request.service())
                .with("description", request.description())
                .with("agency_responsible", agency == null ? "" : spoken.of(agency.name()))
                .with("service_notice", notices.getOrDefault(request.service(), ""))
                .with("requested_datetime", spoken.moment(request.requestedAt()))
                .with("updated_datetime", spoken.moment(request.changedAt()))
                .with("expected_datetime", spoken.moment(request.expectedAt()))
                .with("address", request.address())
                .with("address_id", request.addressId())
                .with("zipcode", "")
                .with("lat", request.point() == null ? null : request.point().latitude())
                .with("long", request.point() == null ? null : request.point().longitude())
                .with(
                        "media_url",
                        request.media().isEmpty() ? "" : media(request.media().getFirst()));
        return detailed ? extended(part, request, service) : part;
    }

    private String media(String address) {
        return address.startsWith("/") ? spoken.address(address) : address;
    }

    /** The state in the municipality's own words, the reason, and what the office said. */
    private String notes(OpenRequest request) {
        Status status = statuses.get(request.status());
        String reason = reasons.stream()
                .filter(one ->
                        one.code().equals(request.reason()) && one.status().equals(request.status()))
                .findFirst()
                .map(one -> spoken.of(one.name()))
                .orElse("");
        return Stream.of(status == null ? "" : spoken.of(status.name()), reason, request.statusNote())
                .filter(text -> !text.isBlank())
                .map(text -> text.matches("(?s).*[.!?…]") ? text : text + ".")
                .collect(Collectors.joining(" "));
    }

    /** What {@code extensions=true} adds: answers, all pictures, the public history and the municipality's own state. */
    private Part extended(Whole part, OpenRequest request, @org.jspecify.annotations.Nullable Service service) {
        List<Part> attributes = new ArrayList<>();
        request.answers()
                .forEach((code, values) -> attributes.add(Part.whole("attribute")
                        .with("code", code)
                        .with("label", service == null ? "" : label(service, code))
                        .with(new Many(
                                "values",
                                values.stream()
                                        .map(value -> new Leaf("value", value))
                                        .toList()))));
        return part.with(new Many("attributes", attributes))
                .with(Part.whole("extended_attributes")
                        .with("status_code", request.status())
                        .with(new Many(
                                "photos",
                                request.media().stream()
                                        .map(address -> Part.whole("photo").with("media_url", media(address)))
                                        .toList())))
                .with(new Many(
                        "notes",
                        request.notes().stream()
                                .map(note -> Part.whole("note")
                                        .with("datetime", spoken.moment(note.at()))
                                        .with("type", note.kind())
                                        .with("status_code", note.status())
                                        .with("description", note.text()))
                                .toList()));
    }

    private String label(Service service, String code) {
        return service.question(code).map(Question::label).map(spoken::of).orElse("");
    }
}
