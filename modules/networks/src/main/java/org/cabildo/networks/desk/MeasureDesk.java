// SPDX-License-Identifier: Apache-2.0
package org.cabildo.networks.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.cabildo.networks.comparison.Edition;
import org.cabildo.networks.comparison.EditionRefused;
import org.cabildo.networks.comparison.Measure;
import org.cabildo.platform.SiteKind;
import org.cabildo.platform.web.Access;
import org.cabildo.platform.web.Page;
import org.cabildo.platform.web.View;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The measures of an edition. */
@Controller
@Access(value = Access.Audience.STAFF, permission = "comparisons.edit", on = SiteKind.NETWORK)
class MeasureDesk {

    private static final String LIST = Desk.ONE + "/indicadores";
    private static final String ITEM = LIST + "/{code:[a-z0-9][a-z0-9._-]*}";

    private final Desk desk;

    MeasureDesk(Desk desk) {
        this.desk = desk;
    }

    @GetMapping(LIST + "/nuevo")
    String fresh(@PathVariable("edition") String slug, HttpServletRequest request, Model model) {
        View view = desk.views().of(request);
        return form(view, desk.edition(view, slug), "", MeasureForm.blank(), Map.of(), model);
    }

    @PostMapping(LIST + "/nuevo")
    String add(
            @PathVariable("edition") String slug,
            HttpServletRequest request,
            Model model,
            RedirectAttributes redirect) {
        View view = desk.views().of(request);
        Edition edition = desk.edition(view, slug);
        MeasureForm form = MeasureForm.of(request, view, "");
        Map<String, String> errors = form.errors(view);
        if (find(view, slug, form.code()).isPresent()) {
            errors.put("code", view.msg("networks.edition.refused." + EditionRefused.Reason.CODE_TAKEN));
        }
        return errors.isEmpty() ? store(view, edition, form, redirect) : form(view, edition, "", form, errors, model);
    }

    @GetMapping(ITEM)
    String edit(
            @PathVariable("edition") String slug, @PathVariable String code, HttpServletRequest request, Model model) {
        View view = desk.views().of(request);
        Measure measure = find(view, slug, code).orElseThrow(Desk::nothing);
        return form(view, desk.edition(view, slug), code, MeasureForm.of(measure), Map.of(), model);
    }

    @PostMapping(ITEM)
    String save(
            @PathVariable("edition") String slug,
            @PathVariable String code,
            HttpServletRequest request,
            Model model,
            RedirectAttributes redirect) {
        View view = desk.views().of(request);
        Edition edition = desk.edition(view, slug);
        find(view, slug, code).orElseThrow(Desk::nothing);
        MeasureForm form = MeasureForm.of(request, view, code);
        Map<String, String> errors = form.errors(view);
        return errors.isEmpty() ? store(view, edition, form, redirect) : form(view, edition, code, form, errors, model);
    }

    private String store(View view, Edition edition, MeasureForm form, RedirectAttributes redirect) {
        Desk.tried(
                view,
                redirect,
                () -> desk.editions().put(Desk.tenant(view), edition.slug(), form.measure(), Desk.actor(view)),
                view.msg("networks.measure.saved", view.localised(form.name())));
        return "redirect:" + Desk.path(edition);
    }

    @PostMapping(ITEM + "/orden")
    String move(
            @PathVariable("edition") String slug,
            @PathVariable String code,
            @RequestParam(defaultValue = "0") int lugares,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        View view = desk.views().of(request);
        Edition edition = desk.edition(view, slug);
        Measure measure = find(view, slug, code).orElseThrow(Desk::nothing);
        Desk.tried(
                view,
                redirect,
                () -> desk.editions().move(Desk.tenant(view), slug, code, Math.clamp(lugares, -1, 1), Desk.actor(view)),
                view.msg("networks.measure.moved", view.localised(measure.name())));
        return "redirect:" + Desk.path(edition) + "#m-" + code;
    }

    @GetMapping(ITEM + "/quitar")
    String question(
            @PathVariable("edition") String slug, @PathVariable String code, HttpServletRequest request, Model model) {
        View view = desk.views().of(request);
        Edition edition = desk.edition(view, slug);
        Measure measure = find(view, slug, code).orElseThrow(Desk::nothing);
        model.addAttribute(
                "page",
                Page.of(view.msg("networks.measure.ask", view.localised(measure.name())), Desk.way(view, edition)));
        model.addAttribute("action", Desk.path(edition) + "/indicadores/" + code + "/quitar");
        model.addAttribute("text", view.msg("networks.measure.means"));
        model.addAttribute("label", view.msg("networks.measure.remove"));
        model.addAttribute("back", Desk.path(edition));
        model.addAttribute("danger", true);
        return "networks/desk/question";
    }

    @PostMapping(ITEM + "/quitar")
    String remove(
            @PathVariable("edition") String slug,
            @PathVariable String code,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        View view = desk.views().of(request);
        Edition edition = desk.edition(view, slug);
        Measure measure = find(view, slug, code).orElseThrow(Desk::nothing);
        Desk.tried(
                view,
                redirect,
                () -> desk.editions().removeMeasure(Desk.tenant(view), slug, code, Desk.actor(view)),
                view.msg("networks.measure.removed", view.localised(measure.name())));
        return "redirect:" + Desk.path(edition);
    }

    private Optional<Measure> find(View view, String edition, String code) {
        return desk.editions().measures(Desk.tenant(view), edition).stream()
                .filter(measure -> measure.code().equals(code))
                .findFirst();
    }

    private String form(
            View view, Edition edition, String code, MeasureForm form, Map<String, String> errors, Model model) {
        String title = code.isEmpty() ? view.msg("networks.measure.new") : view.localised(form.name());
        model.addAttribute("page", Page.of(title, Desk.way(view, edition)));
        model.addAttribute("form", form);
        model.addAttribute("fresh", code.isEmpty());
        model.addAttribute("action", Desk.path(edition) + "/indicadores/" + (code.isEmpty() ? "nuevo" : code));
        model.addAttribute("back", Desk.path(edition));
        model.addAttribute("published", edition.published());
        model.addAttribute("changeable", edition.fromMembers() && !edition.frozen());
        model.addAttribute("directions", MeasureForm.directions(view));
        model.addAttribute("topics", form.topics(view));
        model.addAttribute("errors", errors);
        return "networks/desk/measureForm";
    }
}
