// SPDX-License-Identifier: Apache-2.0
package org.cabildo.networks.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.cabildo.networks.comparison.Comparisons;
import org.cabildo.networks.comparison.Edition;
import org.cabildo.networks.comparison.EditionRefused;
import org.cabildo.networks.comparison.Figure;
import org.cabildo.platform.SiteKind;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.web.Access;
import org.cabildo.platform.web.Page;
import org.cabildo.platform.web.View;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where a network makes its editions: list, one of them, its words, and what becomes of it. */
@Controller
@Access(value = Access.Audience.STAFF, permission = "comparisons.edit", on = SiteKind.NETWORK)
class EditionDesk {

    private static final String ACT = Desk.ONE + "/{act:congelar|publicar|ocultar|quitar}";

    private final Desk desk;
    private final Comparisons comparisons;

    EditionDesk(Desk desk, Comparisons comparisons) {
        this.desk = desk;
        this.comparisons = comparisons;
    }

    @GetMapping(Desk.PATH)
    String list(HttpServletRequest request, Model model) {
        View view = desk.views().of(request);
        TenantId network = Desk.tenant(view);
        model.addAttribute("page", Page.of(view.msg("networks.editions.title")));
        model.addAttribute(
                "editions",
                desk.editions().all(network).stream()
                        .map(edition -> new EditionCard(
                                edition,
                                desk.editions()
                                        .measures(network, edition.slug())
                                        .size(),
                                edition.fromMembers() ? members(network, edition) : 0))
                        .toList());
        return "networks/desk/editions";
    }

    private int members(TenantId network, Edition edition) {
        return (int) comparisons.allFigures(network, edition.slug()).stream()
                .map(Figure::entity)
                .distinct()
                .count();
    }

    @GetMapping(Desk.PATH + "/nueva")
    String fresh(@RequestParam(defaultValue = "") String de, HttpServletRequest request, Model model) {
        View view = desk.views().of(request);
        EditionForm form = desk.editions()
                .find(Desk.tenant(view), de)
                .map(edition -> new EditionForm("", Map.of(), edition.method(), ""))
                .orElse(EditionForm.blank());
        return form(view, null, form, de, Map.of(), model);
    }

    @PostMapping(Desk.PATH + "/nueva")
    String create(
            @RequestParam(defaultValue = "") String de,
            HttpServletRequest request,
            Model model,
            RedirectAttributes redirect) {
        View view = desk.views().of(request);
        EditionForm form = EditionForm.of(request, view, "");
        Map<String, String> errors = form.errors(view);
        String copyOf =
                desk.editions().find(Desk.tenant(view), de).map(Edition::slug).orElse(null);
        if (errors.isEmpty()) {
            try {
                desk.editions().create(Desk.tenant(view), form.edition(), copyOf, Desk.actor(view));
                redirect.addFlashAttribute("flash", view.msg("networks.edition.created"));
                return "redirect:" + Desk.path(form.edition());
            } catch (EditionRefused refused) {
                errors.put("slug", Desk.refusal(view, refused));
            }
        }
        return form(view, null, form, de, errors, model);
    }

    @GetMapping(Desk.ONE)
    String show(@PathVariable("edition") String slug, HttpServletRequest request, Model model) {
        View view = desk.views().of(request);
        Edition edition = desk.edition(view, slug);
        model.addAttribute("page", Page.of(view.localised(edition.name()), Desk.way(view)));
        model.addAttribute("edition", edition);
        model.addAttribute("base", Desk.path(edition));
        model.addAttribute("measures", desk.editions().measures(Desk.tenant(view), slug));
        model.addAttribute("changeable", edition.fromMembers() && !edition.frozen());
        return "networks/desk/edition";
    }

    @GetMapping(Desk.ONE + "/editar")
    String edit(@PathVariable("edition") String slug, HttpServletRequest request, Model model) {
        View view = desk.views().of(request);
        Edition edition = desk.edition(view, slug);
        return form(view, edition, EditionForm.of(edition), "", Map.of(), model);
    }

    @PostMapping(Desk.ONE + "/editar")
    String save(
            @PathVariable("edition") String slug,
            HttpServletRequest request,
            Model model,
            RedirectAttributes redirect) {
        View view = desk.views().of(request);
        Edition edition = desk.edition(view, slug);
        EditionForm form = EditionForm.of(request, view, slug);
        Map<String, String> errors = form.errors(view);
        if (!errors.isEmpty()) {
            return form(view, edition, form, "", errors, model);
        }
        Desk.tried(
                view,
                redirect,
                () -> desk.editions().change(Desk.tenant(view), form.edition(), Desk.actor(view)),
                view.msg("networks.edition.saved"));
        return "redirect:" + Desk.path(edition);
    }

    private String form(
            View view,
            @Nullable Edition edition,
            EditionForm form,
            String copyOf,
            Map<String, String> errors,
            Model model) {
        model.addAttribute(
                "page",
                edition == null
                        ? Page.of(view.msg("networks.edition.new"), Desk.way(view))
                        : Page.of(view.msg("networks.edition.edit"), Desk.way(view, edition)));
        model.addAttribute("form", form);
        model.addAttribute("fresh", edition == null);
        model.addAttribute("published", edition != null && edition.published());
        model.addAttribute("copyOf", copyOf);
        model.addAttribute("action", edition == null ? Desk.PATH + "/nueva" : Desk.path(edition) + "/editar");
        model.addAttribute("back", edition == null ? Desk.PATH : Desk.path(edition));
        model.addAttribute("errors", errors);
        return "networks/desk/editionForm";
    }

    @GetMapping(ACT)
    String question(
            @PathVariable("edition") String slug, @PathVariable String act, HttpServletRequest request, Model model) {
        View view = desk.views().of(request);
        Edition edition = desk.edition(view, slug);
        String name = view.localised(edition.name());
        model.addAttribute("page", Page.of(view.msg("networks.edition.ask." + act, name), Desk.way(view, edition)));
        model.addAttribute("action", Desk.path(edition) + "/" + act);
        model.addAttribute("text", view.msg("networks.edition.means." + act));
        model.addAttribute("label", view.msg("networks.edition.act." + act));
        model.addAttribute("back", Desk.path(edition));
        model.addAttribute("danger", !act.equals("publicar"));
        return "networks/desk/question";
    }

    @PostMapping(ACT)
    String act(
            @PathVariable("edition") String slug,
            @PathVariable String act,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        View view = desk.views().of(request);
        Edition edition = desk.edition(view, slug);
        boolean done = Desk.tried(
                view,
                redirect,
                () -> act(Desk.tenant(view), slug, act, view),
                view.msg("networks.edition.done." + act, view.localised(edition.name())));
        return "redirect:" + (done && act.equals("quitar") ? Desk.PATH : Desk.path(edition));
    }

    private void act(TenantId network, String slug, String act, View view) {
        switch (act) {
            case "congelar" -> desk.editions().freeze(network, slug, Desk.actor(view));
            case "quitar" -> desk.editions().remove(network, slug, Desk.actor(view));
            default -> desk.editions().publish(network, slug, act.equals("publicar"), Desk.actor(view));
        }
    }
}
