// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.cabildo.complaints.ChangeRefused;
import org.cabildo.complaints.Handling;
import org.cabildo.complaints.NewRequest.StoredPhoto;
import org.cabildo.complaints.ServiceRequest;
import org.cabildo.platform.Colleagues.Colleague;
import org.cabildo.platform.files.FileRefused;
import org.cabildo.platform.web.Access;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A request, and what staff do with it day by day. Confidential ones are there only for who may read them. */
@Controller
@Access(Access.Audience.STAFF)
class RequestDesk {

    static final String ITEM = Seats.PATH + "/{id:[0-9]{1,18}}";

    private final Seats seats;
    private final RequestPage pages;
    private final Handling handling;
    private final StaffPhotos photos;

    RequestDesk(Seats seats, RequestPage pages, Handling handling, StaffPhotos photos) {
        this.seats = seats;
        this.pages = pages;
        this.handling = handling;
        this.photos = photos;
    }

    /** Shows a request; with a template the note begins with its text. */
    @GetMapping(ITEM)
    String show(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String plantilla,
            HttpServletRequest request,
            Model model) {
        Seat seat = seats.of(request);
        ServiceRequest found = seats.find(seat, id);
        RequestSheet sheet = new RequestSheet(seat, found);
        Typed typed = sheet.templates(handling.ways(seat.tenant(), found, seat.actor())).stream()
                .filter(one -> one.code().equals(plantilla))
                .findFirst()
                .map(one -> new Typed(
                        one.status().isEmpty() ? Typed.line(request, "estado") : one.status(),
                        Typed.line(request, "motivo"),
                        sheet.filled(one),
                        true))
                .orElse(Typed.NOTHING);
        return pages.show(seat, found, typed, Map.of(), model);
    }

    @PostMapping(ITEM + "/estado")
    String move(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String version,
            HttpServletRequest request,
            Model model,
            RedirectAttributes redirect) {
        Seat seat = seats.of(request);
        ServiceRequest found = seats.find(seat, id, Seat.WORK);
        Typed typed = Typed.of(request);
        Map<String, String> errors = new LinkedHashMap<>();
        if (typed.status().isEmpty()) {
            errors.put("estado", seat.view().msg("complaints.desk.chooseStatus"));
        }
        if (typed.note().length() > 4_000) {
            errors.put("nota", seat.view().msg("complaints.problem.descriptionLong"));
        }
        if (!errors.isEmpty()) {
            return pages.show(seat, found, typed, errors, model);
        }
        Integer seen = version.matches("[0-9]{1,9}") ? Integer.valueOf(version) : null;
        return withPhotos(
                seat,
                found,
                typed,
                request,
                model,
                redirect,
                pictures -> handling.move(
                        seat.tenant(),
                        id,
                        new Handling.Move(
                                typed.status(), seen, typed.reasonCode(), typed.note(), typed.isPublic(), pictures, ""),
                        seat.actor()));
    }

    /** A change that pictures come with; they go again when it is refused. */
    private String withPhotos(
            Seat seat,
            ServiceRequest found,
            Typed typed,
            HttpServletRequest request,
            Model model,
            RedirectAttributes redirect,
            Function<List<StoredPhoto>, ServiceRequest> change) {
        List<StoredPhoto> pictures;
        try {
            pictures = photos.of(seat.tenant(), request);
        } catch (FileRefused refused) {
            return pages.show(
                    seat, found, typed, Map.of("", seat.view().msg(refused.messageKey(), refused.arguments())), model);
        }
        return change(seat, found, typed, model, redirect, () -> {
            try {
                return change.apply(pictures);
            } catch (ChangeRefused refused) {
                photos.discard(seat.tenant(), pictures);
                throw refused;
            }
        });
    }

    @PostMapping(ITEM + "/nota")
    String note(@PathVariable long id, HttpServletRequest request, Model model, RedirectAttributes redirect) {
        Seat seat = seats.of(request);
        ServiceRequest found = seats.find(seat, id, Seat.WORK);
        String text = Typed.text(request, "texto");
        boolean isPublic = request.getParameter("publica") != null;
        if (text.length() > 4_000) {
            return pages.show(
                    seat,
                    found,
                    Typed.NOTHING,
                    Map.of("texto", seat.view().msg("complaints.problem.descriptionLong")),
                    model);
        }
        return change(
                seat,
                found,
                Typed.NOTHING,
                model,
                redirect,
                () -> handling.note(seat.tenant(), id, text, isPublic, List.of(), seat.actor()));
    }

    /** Gives it to somebody: who triages to anybody, who works to themselves. */
    @PostMapping(ITEM + "/asignar")
    String assign(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String persona,
            HttpServletRequest request,
            Model model,
            RedirectAttributes redirect) {
        Seat seat = seats.of(request);
        boolean self = persona.equals("yo");
        ServiceRequest found = seats.find(seat, id, self ? Seat.WORK : Seat.TRIAGE);
        Colleague to = self
                ? new Colleague(
                        seat.actor().person(), seat.actor().name(), seat.actor().email())
                : persona.matches("[0-9a-f-]{36}")
                        ? seats.colleague(seat, found.confidential(), UUID.fromString(persona))
                                .orElse(null)
                        : null;
        if (to == null && !persona.isEmpty()) {
            return pages.show(
                    seat,
                    found,
                    Typed.NOTHING,
                    Map.of("persona", seat.view().msg("complaints.desk.unknownPerson")),
                    model);
        }
        return change(
                seat,
                found,
                Typed.NOTHING,
                model,
                redirect,
                () -> handling.assign(
                        seat.tenant(), id, to == null ? null : to.person(), to == null ? "" : to.name(), seat.actor()));
    }

    @PostMapping(ITEM + "/derivar")
    String refer(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String oficina,
            HttpServletRequest request,
            Model model,
            RedirectAttributes redirect) {
        Seat seat = seats.of(request);
        ServiceRequest found = seats.find(seat, id, Seat.TRIAGE);
        String why = Typed.text(request, "aclaracion");
        return change(
                seat,
                found,
                Typed.NOTHING,
                model,
                redirect,
                () -> handling.refer(seat.tenant(), id, oficina, why, seat.actor()));
    }

    @PostMapping(ITEM + "/servicio")
    String recategorise(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String servicio,
            HttpServletRequest request,
            Model model,
            RedirectAttributes redirect) {
        Seat seat = seats.of(request);
        ServiceRequest found = seats.find(seat, id, Seat.TRIAGE);
        return change(
                seat,
                found,
                Typed.NOTHING,
                model,
                redirect,
                () -> handling.recategorise(seat.tenant(), id, servicio, seat.actor()));
    }

    private String change(
            Seat seat,
            ServiceRequest found,
            Typed typed,
            Model model,
            RedirectAttributes redirect,
            Supplier<ServiceRequest> change) {
        try {
            change.get();
        } catch (ChangeRefused refused) {
            return pages.show(
                    seat,
                    seats.find(seat, found.id()),
                    typed,
                    Map.of("", seat.view().msg(refused.key())),
                    model);
        }
        redirect.addFlashAttribute("flash", seat.view().msg("complaints.desk.changed", found.reference()));
        return "redirect:" + Seats.PATH + "/" + found.id();
    }
}
