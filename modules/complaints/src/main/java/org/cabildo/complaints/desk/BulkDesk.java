// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.cabildo.complaints.ChangeRefused;
import org.cabildo.complaints.Handling;
import org.cabildo.complaints.ServiceRequest;
import org.cabildo.complaints.Worklist;
import org.cabildo.geography.Territories;
import org.cabildo.platform.Colleagues.Colleague;
import org.cabildo.platform.web.Access;
import org.cabildo.platform.web.Breadcrumb;
import org.cabildo.platform.web.Option;
import org.cabildo.platform.web.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The same for several requests at once: first what, then each by itself, then what became of each. */
@Controller
@Access(value = Access.Audience.STAFF, permission = Seat.WORK)
class BulkDesk {

    private static final String PATH = Seats.PATH + "/lote";
    private static final int MOST = 100;
    private static final List<String> ACTIONS = List.of("estado", "asignar", "derivar", "servicio");

    private final Seats seats;
    private final Worklist worklist;
    private final Handling handling;
    private final Territories territories;

    BulkDesk(Seats seats, Worklist worklist, Handling handling, Territories territories) {
        this.seats = seats;
        this.worklist = worklist;
        this.handling = handling;
        this.territories = territories;
    }

    private List<ServiceRequest> picked(Seat seat, HttpServletRequest request) {
        String[] sent = request.getParameterValues("id");
        Set<Long> ids = new TreeSet<>();
        for (String id : sent == null ? new String[0] : sent) {
            if (id.matches("[0-9]{1,18}") && ids.size() < MOST) {
                ids.add(Long.valueOf(id));
            }
        }
        return worklist.find(seat.tenant(), ids).stream()
                .filter(one -> !one.confidential())
                .toList();
    }

    @GetMapping(PATH)
    String ask(@RequestParam(defaultValue = "") String accion, HttpServletRequest request, Model model) {
        Seat seat = seats.of(request);
        List<ServiceRequest> picked = picked(seat, request);
        if (accion.equals("ruta") && !picked.isEmpty()) {
            return "redirect:" + Seats.PATH + "/ruta?"
                    + picked.stream().map(one -> "id=" + one.id()).collect(Collectors.joining("&"));
        }
        return ask(seat, action(seat, accion), picked, Typed.NOTHING, "", model);
    }

    private static String action(Seat seat, String action) {
        String known = ACTIONS.contains(action) ? action : "estado";
        if (!known.equals("estado") && !seat.actor().can(Seat.TRIAGE)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return known;
    }

    private String ask(Seat seat, String action, List<ServiceRequest> picked, Typed typed, String error, Model model) {
        page(seat, seat.view().msg("complaints.desk.bulk." + action), model);
        model.addAttribute("action", action);
        model.addAttribute("rows", rows(seat, picked));
        model.addAttribute("error", error);
        model.addAttribute("typed", typed);
        model.addAttribute("ways", ways(seat, picked));
        model.addAttribute(
                "reasons",
                seat.reasons(ways(seat, picked).stream().map(Option::value).toList()));
        model.addAttribute("people", seats.people(seat, false));
        model.addAttribute("agencies", seat.agencies());
        model.addAttribute("services", seat.reportable(false));
        return "complaints/desk/bulk";
    }

    private static void page(Seat seat, String title, Model model) {
        model.addAttribute(
                "page", Page.of(title, new Breadcrumb(seat.view().msg("module.complaints.name"), Seats.PATH)));
    }

    private List<DeskRow> rows(Seat seat, List<ServiceRequest> picked) {
        return WorklistDesk.rows(
                seat,
                picked,
                territories.tree(
                        seat.tenant(),
                        LocalDate.ofInstant(seat.now(), seat.view().site().zone())));
    }

    /** Every state that at least one of them may get. */
    private List<Option> ways(Seat seat, List<ServiceRequest> picked) {
        Map<String, Option> ways = new LinkedHashMap<>();
        picked.forEach(one -> handling.ways(seat.tenant(), one, seat.actor())
                .keySet()
                .forEach(way -> ways.put(way, Option.of(way, seat.status(way)))));
        return List.copyOf(ways.values());
    }

    @PostMapping(PATH)
    String apply(@RequestParam(defaultValue = "") String accion, HttpServletRequest request, Model model) {
        Seat seat = seats.of(request);
        String action = action(seat, accion);
        List<ServiceRequest> picked = picked(seat, request);
        Typed typed = Typed.of(request);
        Change change = change(seat, action, typed, request);
        if (picked.isEmpty() || change == null) {
            return ask(seat, action, picked, typed, seat.view().msg("complaints.desk.chooseOne"), model);
        }
        List<ServiceRequest> done = new ArrayList<>();
        Map<String, String> refused = new LinkedHashMap<>();
        for (ServiceRequest one : picked) {
            try {
                done.add(change.of(one));
            } catch (ChangeRefused problem) {
                refused.put("#" + one.id(), seat.view().msg(problem.key()));
            }
        }
        page(seat, seat.view().msg("complaints.desk.bulkDone"), model);
        model.addAttribute("done", rows(seat, done));
        model.addAttribute("refused", refused);
        return "complaints/desk/bulkDone";
    }

    @FunctionalInterface
    private interface Change {

        ServiceRequest of(ServiceRequest request);
    }

    /** What is to be done with each; null while something has to be chosen. */
    private @org.jspecify.annotations.Nullable Change change(
            Seat seat, String action, Typed typed, HttpServletRequest request) {
        return switch (action) {
            case "asignar" -> assignment(seat, Typed.line(request, "persona"));
            case "derivar" -> {
                String agency = Typed.line(request, "oficina");
                String why = Typed.text(request, "nota");
                yield agency.isEmpty()
                        ? null
                        : one -> handling.refer(seat.tenant(), one.id(), agency, why, seat.actor());
            }
            case "servicio" -> {
                String service = Typed.line(request, "servicio");
                yield service.isEmpty()
                        ? null
                        : one -> handling.recategorise(seat.tenant(), one.id(), service, seat.actor());
            }
            default ->
                typed.status().isEmpty()
                        ? null
                        : one -> handling.move(
                                seat.tenant(),
                                one.id(),
                                new Handling.Move(
                                        typed.status(),
                                        null,
                                        typed.reasonCode(),
                                        typed.note(),
                                        typed.isPublic(),
                                        List.of(),
                                        ""),
                                seat.actor());
        };
    }

    private @org.jspecify.annotations.Nullable Change assignment(Seat seat, String person) {
        if (person.equals("nadie")) {
            return one -> handling.assign(seat.tenant(), one.id(), null, "", seat.actor());
        }
        Colleague to = person.matches("[0-9a-f-]{36}")
                ? seats.colleague(seat, false, UUID.fromString(person)).orElse(null)
                : null;
        return to == null
                ? null
                : one -> handling.assign(seat.tenant(), one.id(), to.person(), to.name(), seat.actor());
    }
}
