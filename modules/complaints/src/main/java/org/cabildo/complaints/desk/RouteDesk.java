// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.cabildo.complaints.ServiceRequest;
import org.cabildo.complaints.Worklist;
import org.cabildo.complaints.Worklist.Filter;
import org.cabildo.complaints.Worklist.Matter;
import org.cabildo.complaints.Worklist.Order;
import org.cabildo.complaints.Worklist.Stage;
import org.cabildo.geography.GeoPoint;
import org.cabildo.geography.Territories;
import org.cabildo.platform.web.Access;
import org.cabildo.platform.web.Breadcrumb;
import org.cabildo.platform.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Visits in a sensible order, to print or to carry on a telephone: those picked, else all that the person has. */
@Controller
@Access(value = Access.Audience.STAFF, permission = Seat.WORK)
class RouteDesk {

    private static final int MOST = 60;

    private final Seats seats;
    private final Worklist worklist;
    private final Territories territories;

    RouteDesk(Seats seats, Worklist worklist, Territories territories) {
        this.seats = seats;
        this.worklist = worklist;
        this.territories = territories;
    }

    @GetMapping(Seats.PATH + "/ruta")
    String route(@RequestParam(defaultValue = "") String inicio, HttpServletRequest request, Model model) {
        Seat seat = seats.of(request);
        List<ServiceRequest> stops =
                VisitOrder.of(stops(seat, request), GeoPoint.parse(inicio).orElse(null));
        model.addAttribute(
                "page",
                Page.of(
                        seat.view().msg("complaints.desk.route"),
                        new Breadcrumb(seat.view().msg("module.complaints.name"), Seats.PATH)));
        model.addAttribute(
                "rows",
                WorklistDesk.rows(
                        seat,
                        stops,
                        territories.tree(
                                seat.tenant(),
                                LocalDate.ofInstant(
                                        seat.now(), seat.view().site().zone()))));
        model.addAttribute("start", inicio);
        model.addAttribute("ids", stops.stream().map(ServiceRequest::id).toList());
        model.addAttribute("length", VisitOrder.kilometres(stops));
        return "complaints/desk/route";
    }

    private List<ServiceRequest> stops(Seat seat, HttpServletRequest request) {
        String[] sent = request.getParameterValues("id");
        if (sent == null) {
            return worklist.list(seat.tenant(), mine(seat), null, MOST).requests();
        }
        Set<Long> ids = new TreeSet<>();
        for (String id : sent) {
            if (id.matches("[0-9]{1,18}") && ids.size() < MOST) {
                ids.add(Long.valueOf(id));
            }
        }
        return worklist.find(seat.tenant(), ids).stream().filter(seat::sees).toList();
    }

    private static Filter mine(Seat seat) {
        return new Filter(
                "",
                Stage.OPEN,
                Matter.NONE,
                "",
                "",
                "",
                Set.of(),
                seat.actor().person(),
                "",
                null,
                null,
                false,
                Order.OLDEST);
    }
}
