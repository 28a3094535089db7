// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.desk;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.cabildo.complaints.ServiceRequest;
import org.cabildo.complaints.catalogue.Agency;
import org.cabildo.complaints.catalogue.Catalogue;
import org.cabildo.complaints.catalogue.Reason;
import org.cabildo.complaints.catalogue.Service;
import org.cabildo.complaints.catalogue.Status;
import org.cabildo.platform.Actor;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.web.Option;
import org.cabildo.platform.web.Tone;
import org.cabildo.platform.web.View;

/** Somebody of staff before the tenant's catalogue: who, where, and in whose words. */
record Seat(View view, TenantId tenant, Actor actor, Catalogue catalogue, Instant now) {

    static final String TRIAGE = "complaints.triage";
    static final String WORK = "complaints.work";
    static final String MODERATE = "complaints.moderate";
    static final String CONFIDENTIAL = "complaints.confidential";
    static final String CONFIGURE = "complaints.configure";

    /** Whether the person may look at a request. */
    boolean sees(ServiceRequest request) {
        return actor.can(request.confidential() ? CONFIDENTIAL : WORK);
    }

    /** Whether the person may do something with a request; who reads confidential ones does everything with them. */
    boolean may(ServiceRequest request, String permission) {
        return actor.can(request.confidential() ? CONFIDENTIAL : permission);
    }

    String name(Map<String, String> texts, String code) {
        String text = view.localised(texts);
        return text.isEmpty() ? code : text;
    }

    String service(String code) {
        return catalogue.service(code).map(one -> name(one.name(), code)).orElse(code);
    }

    String status(String code) {
        return catalogue.status(code).map(one -> name(one.name(), code)).orElse(code);
    }

    String agency(String code) {
        return code.isEmpty()
                ? view.msg("complaints.desk.noAgency")
                : catalogue.agency(code).map(one -> name(one.name(), code)).orElse(code);
    }

    String reason(String status, String code) {
        return catalogue.reasonsOf(status).stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .map(one -> name(one.name(), code))
                .orElse(code);
    }

    Tone tone(String status) {
        return catalogue.status(status).map(Status::role).map(Seat::tone).orElse(Tone.NEUTRAL);
    }

    private static Tone tone(Status.Role role) {
        return switch (role) {
            case START, WORKING -> Tone.INFO;
            case WAITING, REOPENED -> Tone.WARNING;
            case SOLVED -> Tone.GOOD;
            case CLOSED, DUPLICATE, WITHDRAWN -> Tone.NEUTRAL;
        };
    }

    List<Option> services(boolean confidential) {
        return catalogue.services().stream()
                .filter(one ->
                        one.confidential() == confidential && one.emergency().isEmpty())
                .map(one -> Option.of(one.code(), name(one.name(), one.code())))
                .sorted(java.util.Comparator.comparing(Option::label))
                .toList();
    }

    /** Services that something may be put under. */
    List<Option> reportable(boolean confidential) {
        return catalogue.services().stream()
                .filter(Service::reportable)
                .filter(one -> one.confidential() == confidential)
                .map(one -> Option.of(one.code(), name(one.name(), one.code())))
                .sorted(java.util.Comparator.comparing(Option::label))
                .toList();
    }

    List<Option> statuses() {
        return catalogue.statuses().stream()
                .map(one -> Option.of(one.code(), name(one.name(), one.code())))
                .toList();
    }

    List<Option> agencies() {
        return catalogue.agencies().stream()
                .map(one -> Option.of(one.code(), agencyLabel(one)))
                .toList();
    }

    private String agencyLabel(Agency agency) {
        String name = name(agency.name(), agency.code());
        return agency.outside() ? view.msg("complaints.desk.outside", name) : name;
    }

    /** Reasons of some states; each value has state and reason, since a reason belongs to one state. */
    List<Option> reasons(java.util.Collection<String> statuses) {
        return catalogue.reasons().stream()
                .filter(one -> statuses.contains(one.status()))
                .map(one -> Option.of(key(one), status(one.status()) + ": " + name(one.name(), one.code())))
                .toList();
    }

    private static String key(Reason reason) {
        return reason.status() + ":" + reason.code();
    }

    /** When it was or is promised, in words; empty when nothing is. */
    String promise(ServiceRequest request) {
        if (request.clocks().pausedAt() != null) {
            return view.msg("complaints.desk.paused");
        }
        return request.promised().map(view::dateTime).orElse("");
    }
}
