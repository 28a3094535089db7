// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.cabildo.complaints.ServiceRequest;
import org.cabildo.complaints.Worklist;
import org.cabildo.complaints.Worklist.Filter;
import org.cabildo.complaints.Worklist.Part;
import org.cabildo.geography.Territories;
import org.cabildo.geography.Territory;
import org.cabildo.geography.TerritoryTree;
import org.cabildo.platform.web.Access;
import org.cabildo.platform.web.NavLink;
import org.cabildo.platform.web.Option;
import org.cabildo.platform.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What there is to do. */
@Controller
@Access(value = Access.Audience.STAFF, permission = Seat.WORK)
class WorklistDesk {

    private static final String CONFIDENTIAL = Seats.PATH + "/confidenciales";
    private static final int SIZE = 50;
    private static final int SAVED = 20;

    private final Seats seats;
    private final Worklist worklist;
    private final Territories territories;

    WorklistDesk(Seats seats, Worklist worklist, Territories territories) {
        this.seats = seats;
        this.worklist = worklist;
        this.territories = territories;
    }

    @GetMapping(Seats.PATH)
    String list(@RequestParam(defaultValue = "") String tras, HttpServletRequest request, Model model) {
        return list(seats.of(request), false, tras, request, model);
    }

    @GetMapping(CONFIDENTIAL)
    @Access(value = Access.Audience.STAFF, permission = Seat.CONFIDENTIAL)
    String confidential(@RequestParam(defaultValue = "") String tras, HttpServletRequest request, Model model) {
        return list(seats.of(request), true, tras, request, model);
    }

    private String list(Seat seat, boolean confidential, String after, HttpServletRequest request, Model model) {
        String base = confidential ? CONFIDENTIAL : Seats.PATH;
        FilterQuery query = FilterQuery.of(request);
        TerritoryTree tree = tree(seat);
        Part part =
                worklist.list(seat.tenant(), filter(seat, query, tree, confidential), FilterQuery.place(after), SIZE);
        model.addAttribute(
                "page",
                Page.of(seat.view().msg(confidential ? "complaints.desk.confidential" : "module.complaints.name")));
        model.addAttribute("tabs", seats.tabs(seat, base));
        model.addAttribute("base", base);
        model.addAttribute("confidential", confidential);
        model.addAttribute("query", query);
        model.addAttribute("rows", rows(seat, part.requests(), tree));
        model.addAttribute("views", views(seat, base, query));
        model.addAttribute("chips", chips(seat, query, tree, confidential));
        model.addAttribute("fields", fields(seat, tree, confidential));
        model.addAttribute("saved", confidential ? List.of() : saved(seat, query));
        model.addAttribute("first", after.isEmpty() ? "" : seat.view().with("tras", null));
        model.addAttribute("next", part.next() == null ? "" : seat.view().with("tras", FilterQuery.text(part.next())));
        model.addAttribute("csv", Seats.PATH + "/reportes.csv?" + query.query());
        model.addAttribute("mayTriage", seat.actor().can(Seat.TRIAGE));
        return "complaints/desk/inbox";
    }

    private TerritoryTree tree(Seat seat) {
        return territories.tree(
                seat.tenant(),
                LocalDate.ofInstant(seat.now(), seat.view().site().zone()));
    }

    private static Filter filter(Seat seat, FilterQuery query, TerritoryTree tree, boolean confidential) {
        return query.filter(
                seat.actor().person(),
                seat.view().site().zone(),
                tree.find(query.get("territorio")).map(one -> within(tree, one)).orElse(Set.of()),
                confidential);
    }

    private static Set<String> within(TerritoryTree tree, Territory territory) {
        Set<String> codes = new TreeSet<>(Set.of(territory.code()));
        tree.children(territory.code()).forEach(child -> codes.addAll(within(tree, child)));
        return codes;
    }

    static List<DeskRow> rows(Seat seat, List<ServiceRequest> requests, TerritoryTree tree) {
        return requests.stream()
                .map(one -> DeskRow.of(
                        seat,
                        one,
                        tree.find(one.territory()).map(Territory::name).orElse("")))
                .toList();
    }

    /** The lists that everybody needs, above the filters. */
    private static List<NavLink> views(Seat seat, String base, FilterQuery query) {
        List<NavLink> views = new ArrayList<>();
        for (String[] one : new String[][] {
            {"all", ""},
            {"mine", "persona=yo&orden=plazo"},
            {"unassigned", "asunto=sin-asignar&orden=antiguos"},
            {"soon", "asunto=por-vencer&orden=plazo"},
            {"late", "asunto=vencidos&orden=plazo"},
            {"reopened", "asunto=reabiertos"}
        }) {
            views.add(new NavLink(
                    seat.view().msg("complaints.desk.view." + one[0]),
                    one[1].isEmpty() ? base : base + "?" + one[1],
                    "",
                    sorted(query.query()).equals(sorted(one[1]))));
        }
        return views;
    }

    private static Set<String> sorted(String query) {
        return new TreeSet<>(List.of(query.split("&")));
    }

    private Map<String, List<Option>> fields(Seat seat, TerritoryTree tree, boolean confidential) {
        Map<String, List<Option>> fields = new HashMap<>();
        fields.put("etapa", options(seat, "stage", "abiertos", "cerrados", "todos"));
        fields.put(
                "asunto",
                options(
                        seat,
                        "matter",
                        "sin-asignar",
                        "por-vencer",
                        "vencidos",
                        "reabiertos",
                        "sin-confirmar",
                        "ocultos"));
        fields.put("orden", options(seat, "order", "nuevos", "antiguos", "plazo"));
        fields.put("canal", options(seat, "channel", "web", "counter", "phone", "open311", "import"));
        fields.put("estado", seat.statuses());
        fields.put("servicio", seat.services(confidential));
        fields.put("oficina", seat.agencies());
        fields.put(
                "territorio",
                tree.all().stream()
                        .map(one ->
                                Option.of(one.code(), "– ".repeat(tree.way(one).size()) + one.name()))
                        .toList());
        List<Option> people = new ArrayList<>();
        people.add(Option.of("yo", seat.view().msg("complaints.desk.me")));
        people.addAll(seats.people(seat, confidential));
        fields.put("persona", people);
        return fields;
    }

    static List<Option> options(Seat seat, String kind, String... values) {
        return java.util.Arrays.stream(values)
                .map(value -> Option.of(value, seat.view().msg("complaints.desk." + kind + "." + value)))
                .toList();
    }

    private List<NavLink> chips(Seat seat, FilterQuery query, TerritoryTree tree, boolean confidential) {
        Map<String, List<Option>> fields = fields(seat, tree, confidential);
        List<NavLink> chips = new ArrayList<>();
        for (String name : query.names()) {
            String value = query.get(name);
            String label = fields.getOrDefault(name, List.of()).stream()
                    .filter(option -> option.value().equals(value))
                    .map(Option::label)
                    .findFirst()
                    .orElse(value);
            String words = switch (name) {
                case "desde" -> seat.view().msg("complaints.desk.since", value);
                case "hasta" -> seat.view().msg("complaints.desk.until", value);
                case "q" -> "“" + value + "”";
                default -> label.replaceFirst("^(– )+", "");
            };
            chips.add(new NavLink(words, without(seat, name), "", false));
        }
        return chips;
    }

    /** The address of the list without one filter, from its beginning. */
    private static String without(Seat seat, String name) {
        String address = seat.view().with(name, null);
        return address.replaceAll("([?&])tras=[^&]*&?", "$1").replaceAll("[?&]$", "");
    }

    private List<NavLink> saved(Seat seat, FilterQuery query) {
        return worklist.saved(seat.tenant(), seat.actor().person()).stream()
                .map(one -> new NavLink(
                        one.name(),
                        Seats.PATH + "?" + one.query(),
                        one.id().toString(),
                        one.query().equals(query.query())))
                .toList();
    }

    @PostMapping(Seats.PATH + "/filtros")
    String save(
            @RequestParam(defaultValue = "") String nombre, HttpServletRequest request, RedirectAttributes redirect) {
        Seat seat = seats.of(request);
        String name = nombre.replaceAll("[\\p{Cc}\\s]+", " ").strip();
        String query = FilterQuery.of(request).query();
        int known = worklist.saved(seat.tenant(), seat.actor().person()).size();
        if (!name.isEmpty() && name.length() <= 60 && !query.isEmpty() && query.length() <= 1_000 && known < SAVED) {
            worklist.save(seat.tenant(), seat.actor().person(), name, query);
            redirect.addFlashAttribute("flash", seat.view().msg("complaints.desk.filterSaved", name));
        }
        return "redirect:" + Seats.PATH + (query.isEmpty() ? "" : "?" + query);
    }

    @PostMapping(Seats.PATH + "/filtros/quitar")
    String forget(@RequestParam(defaultValue = "") String id, HttpServletRequest request, RedirectAttributes redirect) {
        Seat seat = seats.of(request);
        if (id.matches("[0-9a-f-]{36}")) {
            worklist.forget(seat.tenant(), seat.actor().person(), UUID.fromString(id));
            redirect.addFlashAttribute("flash", seat.view().msg("complaints.desk.filterGone"));
        }
        return "redirect:" + Seats.PATH;
    }

    @GetMapping(Seats.PATH + "/reportes.csv")
    void csv(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Seat seat = seats.of(request);
        Filter filter = filter(seat, FilterQuery.of(request), tree(seat), false);
        new InboxTable(seat, worklist).send(filter, response);
    }
}
