// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.desk;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.cabildo.complaints.Handling;
import org.cabildo.complaints.ServiceRequest;
import org.cabildo.complaints.Worklist;
import org.cabildo.geography.Territories;
import org.cabildo.geography.Territory;
import org.cabildo.platform.web.Breadcrumb;
import org.cabildo.platform.web.Option;
import org.cabildo.platform.web.Page;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Puts together the page of a request. */
@Component
class RequestPage {

    private static final int NEARBY = 200;
    private static final int SHOWN = 5;

    private final Seats seats;
    private final Worklist worklist;
    private final Handling handling;
    private final Territories territories;

    RequestPage(Seats seats, Worklist worklist, Handling handling, Territories territories) {
        this.seats = seats;
        this.worklist = worklist;
        this.handling = handling;
        this.territories = territories;
    }

    String show(Seat seat, ServiceRequest request, Typed typed, Map<String, String> errors, Model model) {
        RequestSheet sheet = new RequestSheet(seat, request);
        Map<String, Boolean> ways = handling.ways(seat.tenant(), request, seat.actor());
        List<Option> reasons = seat.reasons(ways.keySet());
        model.addAttribute("page", page(seat, request));
        model.addAttribute("request", request);
        model.addAttribute("row", DeskRow.of(seat, request, ""));
        model.addAttribute("base", Seats.PATH + "/" + request.id());
        model.addAttribute("facts", sheet.facts(territory(seat, request)));
        model.addAttribute("answers", sheet.answers());
        model.addAttribute("reporter", sheet.reporter());
        model.addAttribute("timeline", sheet.timeline(worklist.entries(seat.tenant(), request.id())));
        model.addAttribute("photos", worklist.photos(seat.tenant(), request.id()));
        model.addAttribute(
                "duplicates",
                WorklistDesk.rows(
                        seat,
                        worklist.duplicates(seat.tenant(), request.id()),
                        org.cabildo.geography.TerritoryTree.of(List.of())));
        model.addAttribute(
                "nearby",
                request.open() && !request.confidential()
                        ? WorklistDesk.rows(
                                seat,
                                worklist.nearby(seat.tenant(), request, NEARBY, SHOWN),
                                org.cabildo.geography.TerritoryTree.of(List.of()))
                        : List.of());
        model.addAttribute(
                "ways",
                ways.entrySet().stream()
                        .map(way -> Option.of(way.getKey(), seat.status(way.getKey())))
                        .toList());
        model.addAttribute("reasons", reasons);
        model.addAttribute("templates", sheet.templateOptions(ways));
        model.addAttribute("people", seats.people(seat, request.confidential()));
        model.addAttribute("agencies", seat.agencies());
        model.addAttribute("services", seat.reportable(request.confidential()));
        model.addAttribute("typed", typed);
        model.addAttribute("errors", errors);
        model.addAttribute("mayWork", seat.may(request, Seat.WORK));
        model.addAttribute("mayTriage", seat.may(request, Seat.TRIAGE));
        model.addAttribute("mayModerate", seat.may(request, Seat.MODERATE));
        return "complaints/desk/request";
    }

    private String territory(Seat seat, ServiceRequest request) {
        return request.territory().isEmpty()
                ? ""
                : territories
                        .tree(
                                seat.tenant(),
                                LocalDate.ofInstant(
                                        seat.now(), seat.view().site().zone()))
                        .find(request.territory())
                        .map(Territory::name)
                        .orElse(request.territory());
    }

    static Page page(Seat seat, ServiceRequest request) {
        return Page.of("#" + request.id() + " · " + seat.service(request.service()), way(seat, request));
    }

    /** The list that the request stands in. */
    static Breadcrumb way(Seat seat, ServiceRequest request) {
        return request.confidential()
                ? new Breadcrumb(seat.view().msg("complaints.desk.confidential"), Seats.PATH + "/confidenciales")
                : new Breadcrumb(seat.view().msg("module.complaints.name"), Seats.PATH);
    }

    /** A page below that of a request. */
    static Page below(Seat seat, ServiceRequest request, String title) {
        return Page.of(title, way(seat, request), new Breadcrumb("#" + request.id(), Seats.PATH + "/" + request.id()));
    }
}
