// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cabildo.complaints.Counter;
import org.cabildo.complaints.ReportRefused;
import org.cabildo.complaints.Reported;
import org.cabildo.complaints.catalogue.Service;
import org.cabildo.geography.Territories;
import org.cabildo.geography.TerritoryMaps;
import org.cabildo.geography.TerritoryTree;
import org.cabildo.platform.web.Access;
import org.cabildo.platform.web.Breadcrumb;
import org.cabildo.platform.web.Option;
import org.cabildo.platform.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where staff write down what somebody says at a counter or on the telephone: the service first, then its questions. */
@Controller
@Access(value = Access.Audience.STAFF, permission = Seat.WORK)
class CounterDesk {

    private static final String PATH = Seats.PATH + "/nuevo";

    private final Seats seats;
    private final Counter counter;
    private final Territories territories;
    private final TerritoryMaps maps;

    CounterDesk(Seats seats, Counter counter, Territories territories, TerritoryMaps maps) {
        this.seats = seats;
        this.counter = counter;
        this.territories = territories;
        this.maps = maps;
    }

    @GetMapping(PATH)
    String blank(@RequestParam(defaultValue = "") String servicio, HttpServletRequest request, Model model) {
        Seat seat = seats.of(request);
        return form(seat, CounterForm.blank(servicio), Map.of(), model);
    }

    private String form(Seat seat, CounterForm form, Map<String, String> errors, Model model) {
        LocalDate today = LocalDate.ofInstant(seat.now(), seat.view().site().zone());
        TerritoryTree tree = territories.tree(seat.tenant(), today);
        Service service = seat.catalogue()
                .service(form.service())
                .filter(Service::reportable)
                .orElse(null);
        model.addAttribute(
                "page",
                Page.of(
                        seat.view().msg("complaints.desk.new"),
                        new Breadcrumb(seat.view().msg("module.complaints.name"), Seats.PATH)));
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        model.addAttribute("services", services(seat));
        model.addAttribute("service", service == null ? "" : seat.service(service.code()));
        model.addAttribute("questions", service == null ? List.of() : questions(seat, service));
        model.addAttribute("channels", WorklistDesk.options(seat, "channel", "counter", "phone"));
        model.addAttribute("figure", maps.some(seat.tenant(), tree.top(), today));
        model.addAttribute(
                "territories",
                tree.all().stream()
                        .map(one ->
                                Option.of(one.code(), "– ".repeat(tree.way(one).size()) + one.name()))
                        .toList());
        return "complaints/desk/counter";
    }

    /** Emergencies stay in the list with their telephone number, so that nobody files one. */
    private static List<Option> services(Seat seat) {
        return seat.catalogue().services().stream()
                .filter(one -> !one.retired())
                .map(one -> Option.of(
                        one.code(),
                        seat.service(one.code()) + (one.emergency().isEmpty() ? "" : " → ☎ " + one.emergency())))
                .sorted(java.util.Comparator.comparing(Option::label))
                .toList();
    }

    private static List<AskedQuestion> questions(Seat seat, Service service) {
        return service.questions().stream()
                .map(one -> AskedQuestion.of(seat, service, one))
                .toList();
    }

    @PostMapping(PATH)
    String register(
            @RequestParam(defaultValue = "") String servicio,
            HttpServletRequest request,
            Model model,
            RedirectAttributes redirect) {
        Seat seat = seats.of(request);
        Service service =
                seat.catalogue().service(servicio).filter(Service::reportable).orElse(null);
        if (service == null) {
            return form(
                    seat,
                    CounterForm.blank(""),
                    Map.of("servicio", seat.view().msg("complaints.problem.unknownService")),
                    model);
        }
        CounterForm form = CounterForm.of(request, service);
        Map<String, String> errors = new LinkedHashMap<>();
        if (form.misplaced()) {
            errors.put("lat", seat.view().msg("complaints.desk.badPoint"));
        } else {
            try {
                Reported reported = counter.register(
                        seat.tenant(),
                        form.request(seat.view().site().defaultLocale().getLanguage()),
                        seat.actor());
                redirect.addFlashAttribute("flash", seat.view().msg("complaints.desk.registered", reported.id() + ""));
                boolean readable = !service.confidential() || seat.actor().can(Seat.CONFIDENTIAL);
                return "redirect:" + Seats.PATH + (readable ? "/" + reported.id() : "");
            } catch (ReportRefused refused) {
                refused.problems()
                        .forEach((field, key) ->
                                errors.put(place(field), seat.view().msg(key)));
            }
        }
        return form(seat, form, errors, model);
    }

    private static String place(String field) {
        return field.startsWith("attribute[")
                ? CounterForm.field(field.substring("attribute[".length(), field.length() - 1))
                : field.equals("service") ? "servicio" : field;
    }
}
