// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.cabildo.complaints.ChangeRefused;
import org.cabildo.complaints.Handling;
import org.cabildo.complaints.ReportRefused;
import org.cabildo.complaints.ServiceRequest;
import org.cabildo.complaints.Worklist;
import org.cabildo.geography.TerritoryTree;
import org.cabildo.platform.web.Access;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Changes of a request that are seldom or can't be taken back; each has a page of its own that asks first. */
@Controller
@Access(Access.Audience.STAFF)
class ChangeDesk {

    private static final String ITEM = RequestDesk.ITEM;
    private static final int NEARBY = 500;
    private static final int SHOWN = 20;

    private final Seats seats;
    private final Worklist worklist;
    private final Handling handling;

    ChangeDesk(Seats seats, Worklist worklist, Handling handling) {
        this.seats = seats;
        this.worklist = worklist;
        this.handling = handling;
    }

    @GetMapping(ITEM + "/unir")
    String merging(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String con,
            HttpServletRequest request,
            Model model) {
        Seat seat = seats.of(request);
        ServiceRequest found = seats.find(seat, id, Seat.TRIAGE);
        return merging(seat, found, con, "", model);
    }

    private String merging(Seat seat, ServiceRequest found, String with, String refused, Model model) {
        ServiceRequest other = with.matches("#?[0-9]{1,18}")
                ? worklist.find(seat.tenant(), Long.parseLong(with.replace("#", "")))
                        .filter(seat::sees)
                        .orElse(null)
                : null;
        String missing = with.isBlank() || other != null ? "" : seat.view().msg("complaints.refused.missing");
        model.addAttribute("page", RequestPage.below(seat, found, seat.view().msg("complaints.desk.merge")));
        model.addAttribute("base", Seats.PATH + "/" + found.id());
        model.addAttribute("request", found);
        model.addAttribute("with", with);
        model.addAttribute("error", refused.isEmpty() ? missing : refused);
        model.addAttribute("other", other == null ? List.of() : rows(seat, List.of(other)));
        model.addAttribute("own", rows(seat, List.of(found)));
        model.addAttribute(
                "nearby",
                other != null || found.confidential()
                        ? List.of()
                        : rows(seat, worklist.nearby(seat.tenant(), found, NEARBY, SHOWN)));
        return "complaints/desk/merge";
    }

    private static List<DeskRow> rows(Seat seat, List<ServiceRequest> requests) {
        return WorklistDesk.rows(seat, requests, TerritoryTree.of(List.of()));
    }

    @PostMapping(ITEM + "/unir")
    String merge(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String con,
            HttpServletRequest request,
            Model model,
            RedirectAttributes redirect) {
        Seat seat = seats.of(request);
        ServiceRequest found = seats.find(seat, id, Seat.TRIAGE);
        if (!con.matches("[0-9]{1,18}")) {
            return merging(seat, found, con, "", model);
        }
        try {
            handling.merge(seat.tenant(), id, Long.parseLong(con), seat.actor());
        } catch (ChangeRefused refused) {
            return merging(seat, found, con, seat.view().msg(refused.key()), model);
        }
        redirect.addFlashAttribute("flash", seat.view().msg("complaints.desk.merged", found.reference(), con));
        return "redirect:" + Seats.PATH + "/" + con;
    }

    @GetMapping(ITEM + "/separar")
    String splitting(@PathVariable long id, HttpServletRequest request, Model model) {
        Seat seat = seats.of(request);
        return splitting(seat, seats.find(seat, id, Seat.TRIAGE), "", "", Map.of(), model);
    }

    private static String splitting(
            Seat seat, ServiceRequest found, String service, String text, Map<String, String> errors, Model model) {
        model.addAttribute("page", RequestPage.below(seat, found, seat.view().msg("complaints.desk.split")));
        model.addAttribute("base", Seats.PATH + "/" + found.id());
        model.addAttribute("request", found);
        model.addAttribute("services", seat.reportable(found.confidential()));
        model.addAttribute("service", service.isEmpty() ? found.service() : service);
        model.addAttribute("text", text);
        model.addAttribute("errors", errors);
        return "complaints/desk/split";
    }

    @PostMapping(ITEM + "/separar")
    String split(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String servicio,
            HttpServletRequest request,
            Model model,
            RedirectAttributes redirect) {
        Seat seat = seats.of(request);
        ServiceRequest found = seats.find(seat, id, Seat.TRIAGE);
        String text = Typed.text(request, "texto");
        try {
            ServiceRequest part = handling.split(seat.tenant(), id, servicio, text, seat.actor());
            redirect.addFlashAttribute(
                    "flash", seat.view().msg("complaints.desk.splitDone", found.reference(), part.reference()));
            return "redirect:" + Seats.PATH + "/" + part.id();
        } catch (ReportRefused refused) {
            Map<String, String> errors = new java.util.LinkedHashMap<>();
            refused.problems()
                    .forEach((field, key) -> errors.put(
                            field.equals("service") ? "servicio" : field.equals("description") ? "texto" : "",
                            seat.view().msg(key)));
            return splitting(seat, found, servicio, text, errors, model);
        } catch (ChangeRefused refused) {
            return splitting(seat, found, servicio, text, Map.of("", seat.view().msg(refused.key())), model);
        }
    }

    @GetMapping(ITEM + "/texto")
    String editing(@PathVariable long id, HttpServletRequest request, Model model) {
        Seat seat = seats.of(request);
        ServiceRequest found = seats.find(seat, id, Seat.MODERATE);
        return editing(seat, found, found.description(), null, model);
    }

    private static String editing(
            Seat seat,
            ServiceRequest found,
            String text,
            @org.jspecify.annotations.Nullable String error,
            Model model) {
        model.addAttribute("page", RequestPage.below(seat, found, seat.view().msg("complaints.desk.editText")));
        model.addAttribute("base", Seats.PATH + "/" + found.id());
        model.addAttribute("text", text);
        model.addAttribute("error", error);
        return "complaints/desk/text";
    }

    @PostMapping(ITEM + "/texto")
    String edit(@PathVariable long id, HttpServletRequest request, Model model, RedirectAttributes redirect) {
        Seat seat = seats.of(request);
        ServiceRequest found = seats.find(seat, id, Seat.MODERATE);
        String text = Typed.text(request, "texto");
        try {
            handling.edit(seat.tenant(), id, text, seat.actor());
        } catch (ChangeRefused refused) {
            return editing(seat, found, text, seat.view().msg(refused.key()), model);
        }
        return changed(seat, found, redirect);
    }

    @GetMapping(ITEM + "/ocultar")
    String hiding(@PathVariable long id, HttpServletRequest request, Model model) {
        Seat seat = seats.of(request);
        ServiceRequest found = seats.find(seat, id, Seat.MODERATE);
        String what = found.hidden() ? "show" : "hide";
        model.addAttribute("page", RequestPage.below(seat, found, seat.view().msg("complaints.desk." + what)));
        model.addAttribute("base", Seats.PATH + "/" + found.id());
        model.addAttribute("hidden", found.hidden());
        return "complaints/desk/hide";
    }

    @PostMapping(ITEM + "/ocultar")
    String hide(
            @PathVariable long id,
            @RequestParam(defaultValue = "true") boolean ocultar,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        Seat seat = seats.of(request);
        ServiceRequest found = seats.find(seat, id, Seat.MODERATE);
        String why = Typed.text(request, "motivo");
        handling.hide(seat.tenant(), id, ocultar, why.length() > 1_000 ? why.substring(0, 1_000) : why, seat.actor());
        return changed(seat, found, redirect);
    }

    @GetMapping(ITEM + "/anonimizar")
    String anonymising(@PathVariable long id, HttpServletRequest request, Model model) {
        Seat seat = seats.of(request);
        ServiceRequest found = seats.find(seat, id, Seat.MODERATE);
        model.addAttribute("page", RequestPage.below(seat, found, seat.view().msg("complaints.desk.anonymise")));
        model.addAttribute("base", Seats.PATH + "/" + found.id());
        return "complaints/desk/anonymise";
    }

    @PostMapping(ITEM + "/anonimizar")
    String anonymise(@PathVariable long id, HttpServletRequest request, RedirectAttributes redirect) {
        Seat seat = seats.of(request);
        ServiceRequest found = seats.find(seat, id, Seat.MODERATE);
        handling.anonymise(seat.tenant(), id, seat.actor());
        return changed(seat, found, redirect);
    }

    private static String changed(Seat seat, ServiceRequest found, RedirectAttributes redirect) {
        redirect.addFlashAttribute("flash", seat.view().msg("complaints.desk.changed", found.reference()));
        return "redirect:" + Seats.PATH + "/" + found.id();
    }
}
