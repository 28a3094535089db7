// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.desk.settings;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.cabildo.complaints.catalogue.Catalogue;
import org.cabildo.complaints.catalogue.CatalogueRefused;
import org.cabildo.complaints.catalogue.Catalogues;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.web.Access;
import org.cabildo.platform.web.Breadcrumb;
import org.cabildo.platform.web.NavLink;
import org.cabildo.platform.web.Page;
import org.cabildo.platform.web.View;
import org.cabildo.platform.web.ViewFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where staff decide what can be reported, who solves it, by when, and through which states. */
@Controller
@Access(value = Access.Audience.STAFF, permission = "complaints.configure")
class CatalogueDesk {

    private static final String INBOX = "/gestion/reportes";
    private static final String PATH = INBOX + "/ajustes";
    private static final String LIST = PATH + "/{kind:[a-z]+}";
    private static final String NEW = LIST + "/nuevo";
    private static final String ITEM = LIST + "/{code:[A-Za-z0-9._~-]+}";

    private static final List<Kind<?>> KINDS = List.of(
            new Services(),
            new Questions(),
            new Groups(),
            new Agencies(),
            new Routes(),
            new Levels(),
            new Calendars(),
            new Statuses(),
            new Transitions(),
            new Reasons(),
            new Templates());

    private final Catalogues catalogues;
    private final ViewFactory views;

    CatalogueDesk(Catalogues catalogues, ViewFactory views) {
        this.catalogues = catalogues;
        this.views = views;
    }

    private static Kind<?> kind(String path) {
        return KINDS.stream()
                .filter(kind -> kind.path().equals(path))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Words words(View view) {
        return new Words(view, catalogues.of(tenant(view)));
    }

    private static TenantId tenant(View view) {
        return view.site().requireTenant();
    }

    /** What there is to decide, with how many there are of each. */
    @GetMapping(PATH)
    String overview(HttpServletRequest request, Model model) {
        View view = views.of(request);
        Catalogue catalogue = catalogues.of(tenant(view));
        model.addAttribute("page", Page.of(view.msg("complaints.settings.title"), new Breadcrumb(name(view), INBOX)));
        model.addAttribute(
                "kinds",
                KINDS.stream()
                        .map(kind -> new Overview(
                                view.msg("complaints.settings.kind." + kind.path()),
                                view.msg("complaints.settings.lead." + kind.path()),
                                PATH + "/" + kind.path(),
                                kind.items(catalogue).size()))
                        .toList());
        return "complaints/desk/settings/overview";
    }

    private static String name(View view) {
        return view.msg("module.complaints.name");
    }

    private static Breadcrumb[] way(View view, @Nullable Kind<?> kind) {
        Breadcrumb inbox = new Breadcrumb(name(view), INBOX);
        Breadcrumb settings = new Breadcrumb(view.msg("complaints.settings.title"), PATH);
        return kind == null
                ? new Breadcrumb[] {inbox, settings}
                : new Breadcrumb[] {
                    inbox,
                    settings,
                    new Breadcrumb(view.msg("complaints.settings.kind." + kind.path()), PATH + "/" + kind.path())
                };
    }

    @GetMapping(LIST)
    String list(@PathVariable String kind, HttpServletRequest request, Model model) {
        View view = views.of(request);
        return list(view, kind(kind), Map.of(), model);
    }

    private <T> String list(View view, Kind<T> kind, Map<String, String> errors, Model model) {
        Words words = words(view);
        model.addAttribute("page", Page.of(view.msg("complaints.settings.kind." + kind.path()), way(view, null)));
        model.addAttribute("lead", view.msg("complaints.settings.lead." + kind.path()));
        model.addAttribute("base", PATH + "/" + kind.path());
        model.addAttribute("heads", kind.heads().stream().map(view::msg).toList());
        model.addAttribute("ordered", kind.ordered());
        model.addAttribute("errors", errors);
        model.addAttribute(
                "lines",
                kind.items(words.catalogue()).stream()
                        .map(item -> new Line(kind.code(item), kind.title(words, item), kind.cells(words, item)))
                        .toList());
        model.addAttribute("tabs", tabs(view, kind));
        return "complaints/desk/settings/list";
    }

    private static List<NavLink> tabs(View view, Kind<?> current) {
        return KINDS.stream()
                .map(kind -> new NavLink(
                        view.msg("complaints.settings.kind." + kind.path()),
                        PATH + "/" + kind.path(),
                        "",
                        kind == current))
                .toList();
    }

    @GetMapping(NEW)
    String blank(@PathVariable String kind, HttpServletRequest request, Model model) {
        View view = views.of(request);
        Kind<?> of = kind(kind);
        return form(view, of, null, of.fields(words(view), null), Map.of(), model);
    }

    @PostMapping(NEW)
    String add(@PathVariable String kind, HttpServletRequest request, Model model, RedirectAttributes redirect) {
        return save(views.of(request), kind(kind), null, request, model, redirect);
    }

    @GetMapping(ITEM + "/editar")
    String edit(@PathVariable String kind, @PathVariable String code, HttpServletRequest request, Model model) {
        View view = views.of(request);
        return edit(view, kind(kind), code, model);
    }

    private <T> String edit(View view, Kind<T> kind, String code, Model model) {
        T item = find(view, kind, code);
        return form(view, kind, code, kind.fields(words(view), item), Map.of(), model);
    }

    private <T> T find(View view, Kind<T> kind, String code) {
        return kind.find(catalogues.of(tenant(view)), code)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private String form(
            View view,
            Kind<?> kind,
            @Nullable String code,
            List<FormField> fields,
            Map<String, String> errors,
            Model model) {
        Kind<?> of = kind;
        model.addAttribute(
                "page",
                Page.of(code == null ? view.msg("complaints.settings.add") : title(view, of, code), way(view, kind)));
        model.addAttribute("base", PATH + "/" + kind.path());
        model.addAttribute("code", code);
        model.addAttribute("fields", fields);
        model.addAttribute("errors", errors);
        return "complaints/desk/settings/form";
    }

    private <T> String title(View view, Kind<T> kind, String code) {
        return kind.title(words(view), find(view, kind, code));
    }

    @PostMapping(ITEM + "/editar")
    String change(
            @PathVariable String kind,
            @PathVariable String code,
            HttpServletRequest request,
            Model model,
            RedirectAttributes redirect) {
        View view = views.of(request);
        Kind<?> of = kind(kind);
        find(view, of, code);
        return save(view, of, code, request, model, redirect);
    }

    private <T> String save(
            View view,
            Kind<T> kind,
            @Nullable String code,
            HttpServletRequest request,
            Model model,
            RedirectAttributes redirect) {
        T before = code == null ? null : find(view, kind, code);
        Values values = new Values(request, view);
        T item = kind.read(values, before);
        Map<String, String> errors = new LinkedHashMap<>(values.errors());
        if (errors.isEmpty()) {
            errors.putAll(change(view, kind, kind.code(item), catalogue -> kind.put(catalogue, code, item)));
        }
        if (errors.isEmpty()) {
            redirect.addFlashAttribute("flash", view.msg("complaints.settings.saved"));
            return "redirect:" + PATH + "/" + kind.path();
        }
        List<FormField> fields = kind.fields(words(view), before).stream()
                .map(field -> field.typed(values))
                .toList();
        return form(view, kind, code, fields, errors, model);
    }

    /** Changes the catalogue; says what speaks against it. */
    private Map<String, String> change(
            View view, Kind<?> kind, String code, java.util.function.UnaryOperator<Catalogue> change) {
        Map<String, String> errors = new LinkedHashMap<>();
        try {
            catalogues.change(tenant(view), Objects.requireNonNull(view.actor()), kind.path() + " " + code, change);
        } catch (CatalogueRefused refused) {
            errors.put(
                    "",
                    String.join(
                            " ",
                            refused.problems().stream()
                                    .map(one -> Problems.words(view, one))
                                    .toList()));
        }
        return errors;
    }

    @PostMapping(ITEM + "/subir")
    String raise(
            @PathVariable String kind,
            @PathVariable String code,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        View view = views.of(request);
        Kind<?> of = kind(kind);
        find(view, of, code);
        change(view, of, code, catalogue -> of.raised(catalogue, code));
        redirect.addFlashAttribute("flash", view.msg("complaints.settings.saved"));
        return "redirect:" + PATH + "/" + kind;
    }

    @GetMapping(ITEM + "/quitar")
    String question(@PathVariable String kind, @PathVariable String code, HttpServletRequest request, Model model) {
        View view = views.of(request);
        return question(view, kind(kind), code, "", model);
    }

    private String question(View view, Kind<?> kind, String code, String refused, Model model) {
        model.addAttribute(
                "page", Page.of(view.msg("complaints.settings.remove", title(view, kind, code)), way(view, kind)));
        model.addAttribute("base", PATH + "/" + kind.path());
        model.addAttribute("code", code);
        model.addAttribute("refused", refused);
        return "complaints/desk/settings/remove";
    }

    @PostMapping(ITEM + "/quitar")
    String remove(
            @PathVariable String kind,
            @PathVariable String code,
            HttpServletRequest request,
            Model model,
            RedirectAttributes redirect) {
        View view = views.of(request);
        Kind<?> of = kind(kind);
        find(view, of, code);
        Map<String, String> errors = change(view, of, code, catalogue -> of.without(catalogue, code));
        if (!errors.isEmpty()) {
            return question(view, of, code, String.join(" ", errors.values()), model);
        }
        redirect.addFlashAttribute("flash", view.msg("complaints.settings.removed"));
        return "redirect:" + PATH + "/" + kind;
    }
}
