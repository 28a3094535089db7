// SPDX-License-Identifier: Apache-2.0
package org.cabildo.geography.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.cabildo.geography.Boundary;
import org.cabildo.geography.Level;
import org.cabildo.geography.Territories;
import org.cabildo.geography.Territory;
import org.cabildo.geography.TerritoryEditing;
import org.cabildo.geography.TerritoryTree;
import org.cabildo.platform.Audit;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.web.Access;
import org.cabildo.platform.web.Breadcrumb;
import org.cabildo.platform.web.Moment;
import org.cabildo.platform.web.NavLink;
import org.cabildo.platform.web.Option;
import org.cabildo.platform.web.Page;
import org.cabildo.platform.web.Tone;
import org.cabildo.platform.web.View;
import org.cabildo.platform.web.ViewFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where staff keep the list of territories. */
@Controller
@Access(value = Access.Audience.STAFF, permission = "territories.edit")
class TerritoryDesk {

    static final String PATH = "/gestion/territorios";
    private static final String ITEM = PATH + "/{code:" + Territory.CODE + "}/editar";
    private static final int SIZE = 100;

    private final Territories territories;
    private final TerritoryEditing editing;
    private final Audit audit;
    private final ViewFactory views;
    private final Clock clock;

    TerritoryDesk(Territories territories, TerritoryEditing editing, Audit audit, ViewFactory views, Clock clock) {
        this.territories = territories;
        this.editing = editing;
        this.audit = audit;
        this.views = views;
        this.clock = clock;
    }

    @GetMapping(PATH)
    String list(
            @RequestParam(name = "q", defaultValue = "") String words,
            @RequestParam(name = "nivel", defaultValue = "") String level,
            @RequestParam(name = "desde", defaultValue = "0") String from,
            HttpServletRequest request,
            Model model) {
        View view = views.of(request);
        TenantId tenant = view.site().requireTenant();
        List<Level> levels = territories.levels(tenant);
        List<DeskRow> rows = rows(view, tenant, levels, words, level);
        int start = Math.clamp(from.matches("[0-9]{1,6}") ? Integer.parseInt(from) : 0, 0, rows.size());
        model.addAttribute("page", Page.of(view.msg("module.geography.name")));
        model.addAttribute("base", PATH);
        model.addAttribute("tabs", MapDesk.tabs(view, PATH));
        model.addAttribute("rows", rows.stream().skip(start).limit(SIZE).toList());
        model.addAttribute("count", rows.size());
        model.addAttribute("levels", options(view, levels));
        model.addAttribute("words", words);
        model.addAttribute("level", level);
        model.addAttribute("chips", chips(view, levels, words, level));
        model.addAttribute("newer", start == 0 ? "" : view.with("desde", start <= SIZE ? null : "" + (start - SIZE)));
        model.addAttribute("older", start + SIZE < rows.size() ? view.with("desde", "" + (start + SIZE)) : "");
        return "geography/desk/list";
    }

    private List<DeskRow> rows(View view, TenantId tenant, List<Level> levels, String words, String level) {
        LocalDate today = LocalDate.now(clock.withZone(view.site().zone()));
        Set<String> drawn = territories.boundaries(tenant, today).stream()
                .map(Boundary::territory)
                .collect(Collectors.toSet());
        Map<String, String> kinds =
                levels.stream().collect(Collectors.toMap(Level::code, one -> view.localised(one.name())));
        TerritoryTree tree = TerritoryTree.of(territories.all(tenant));
        String sought = words.strip().toLowerCase(view.locale());
        return tree.all().stream()
                .filter(one -> level.isEmpty() || one.level().equals(level))
                .filter(one -> (one.name() + " " + one.code())
                        .toLowerCase(view.locale())
                        .contains(sought))
                .map(one -> new DeskRow(
                        one,
                        kinds.getOrDefault(one.level(), one.level()),
                        tree.way(one).isEmpty() ? "" : tree.way(one).getLast().name(),
                        drawn.contains(one.code()),
                        one.validUntil() != null && one.validUntil().isBefore(today)))
                .toList();
    }

    static List<Option> options(View view, List<Level> levels) {
        return levels.stream()
                .map(level -> Option.of(level.code(), view.localised(level.name())))
                .toList();
    }

    private static List<NavLink> chips(View view, List<Level> levels, String words, String level) {
        List<NavLink> chips = new ArrayList<>();
        if (!words.isBlank()) {
            chips.add(new NavLink("“" + words.strip() + "”", view.with("q", null), "", false));
        }
        levels.stream()
                .filter(one -> one.code().equals(level))
                .forEach(
                        one -> chips.add(new NavLink(view.localised(one.name()), view.with("nivel", null), "", false)));
        return chips;
    }

    @GetMapping(PATH + "/nuevo")
    String blank(HttpServletRequest request, Model model) {
        return form(views.of(request), TerritoryForm.EMPTY, true, Map.of(), model);
    }

    @PostMapping(PATH + "/nuevo")
    String add(HttpServletRequest request, Model model, RedirectAttributes redirect) {
        return save(views.of(request), TerritoryForm.of(request, ""), true, model, redirect);
    }

    @GetMapping(ITEM)
    String edit(@PathVariable String code, HttpServletRequest request, Model model) {
        View view = views.of(request);
        return form(view, TerritoryForm.of(find(view, code)), false, Map.of(), model);
    }

    @PostMapping(ITEM)
    String change(@PathVariable String code, HttpServletRequest request, Model model, RedirectAttributes redirect) {
        View view = views.of(request);
        find(view, code);
        return save(view, TerritoryForm.of(request, code), false, model, redirect);
    }

    private Territory find(View view, String code) {
        return territories
                .byCode(view.site().requireTenant(), code)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private String save(View view, TerritoryForm form, boolean fresh, Model model, RedirectAttributes redirect) {
        TenantId tenant = view.site().requireTenant();
        Map<String, String> errors = form.errors(
                view,
                fresh,
                territories.all(tenant).stream().map(Territory::code).collect(Collectors.toSet()),
                territories.levels(tenant).stream().map(Level::code).collect(Collectors.toSet()));
        if (errors.isEmpty()) {
            try {
                editing.save(tenant, form.territory(), Objects.requireNonNull(view.actor()));
                redirect.addFlashAttribute("flash", view.msg("geography.desk.saved", form.name()));
                return "redirect:" + PATH;
            } catch (IllegalArgumentException circle) {
                errors.put("parent", view.msg("geography.problem.circle"));
            }
        }
        return form(view, form, fresh, errors, model);
    }

    private String form(View view, TerritoryForm form, boolean fresh, Map<String, String> errors, Model model) {
        TenantId tenant = view.site().requireTenant();
        model.addAttribute(
                "page",
                Page.of(
                        fresh ? view.msg("geography.desk.add") : form.name(),
                        new Breadcrumb(view.msg("module.geography.name"), PATH)));
        model.addAttribute("form", form);
        model.addAttribute("fresh", fresh);
        model.addAttribute("errors", errors);
        model.addAttribute("levels", options(view, territories.levels(tenant)));
        model.addAttribute(
                "parents",
                TerritoryTree.of(territories.all(tenant)).all().stream()
                        .filter(one -> !one.code().equals(form.code()))
                        .map(one -> Option.of(one.code(), one.name()))
                        .toList());
        model.addAttribute("history", fresh ? List.of() : history(view, tenant, form.code()));
        return "geography/desk/form";
    }

    private List<Moment> history(View view, TenantId tenant, String code) {
        return audit.ofTenant(tenant, new Audit.Filter("geography.", "", "territory", code), null, 20).stream()
                .map(entry -> moment(view, entry))
                .toList();
    }

    private static Moment moment(View view, Audit.Entry entry) {
        String action = view.msg("audit.action." + entry.action());
        return new Moment(
                action.substring(0, 1).toUpperCase(view.locale()) + action.substring(1),
                entry.at(),
                "",
                entry.actorName().equals("system") ? view.msg("geography.desk.system") : entry.actorName(),
                Tone.NEUTRAL);
    }
}
