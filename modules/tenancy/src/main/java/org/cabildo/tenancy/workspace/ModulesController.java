// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy.workspace;

import jakarta.servlet.http.HttpServletRequest;
import org.cabildo.platform.Actor;
import org.cabildo.platform.web.Access;
import org.cabildo.platform.web.Actors;
import org.cabildo.platform.web.Breadcrumb;
import org.cabildo.platform.web.Page;
import org.cabildo.platform.web.View;
import org.cabildo.platform.web.ViewFactory;
import org.cabildo.tenancy.Outcome;
import org.cabildo.tenancy.Tenants;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the portal offers: each module with its explanation and its switch. */
@Controller
@Access(value = Access.Audience.STAFF, permission = Permissions.MODULES)
class ModulesController {

    private final Tenants tenants;
    private final ModuleCards cards;
    private final ViewFactory views;
    private final Actors actors;

    ModulesController(Tenants tenants, ModuleCards cards, ViewFactory views, Actors actors) {
        this.tenants = tenants;
        this.cards = cards;
        this.views = views;
        this.actors = actors;
    }

    @GetMapping(Paths.MODULES)
    String list(HttpServletRequest request, Model model) {
        View view = views.of(request);
        model.addAttribute("page", Page.of(view.msg("modules.title")));
        model.addAttribute("switchable", cards.switchable(view));
        model.addAttribute("always", cards.always(view));
        return "tenancy/workspace/modules";
    }

    /** What turning the switch would mean, before it is turned. */
    @GetMapping(Paths.MODULES + "/{key}")
    String ask(HttpServletRequest request, Model model, @PathVariable String key) {
        return question(views.of(request), model, key, "");
    }

    @PostMapping(Paths.MODULES + "/{key}")
    String turn(
            HttpServletRequest request,
            Model model,
            RedirectAttributes redirect,
            @PathVariable String key,
            @RequestParam("encender") boolean on) {
        View view = views.of(request);
        ModuleCard card = card(view, key);
        Actor actor = actors.of(request).orElseThrow();
        Outcome outcome = tenants.switchModule(view.site().requireTenant(), key, on, actor);
        if (outcome.refused()) {
            Outcome.Problem problem = outcome.problems().getFirst();
            return question(view, model, key, view.msg(problem.key(), problem.arguments()));
        }
        redirect.addFlashAttribute("flash", view.msg(on ? "modules.isOn" : "modules.isOff", card.name()));
        return "redirect:" + Paths.MODULES;
    }

    private String question(View view, Model model, String key, String refusal) {
        ModuleCard card = card(view, key);
        String title = view.msg(card.on() ? "modules.turnOff" : "modules.turnOn", card.name());
        model.addAttribute("page", Page.of(title, new Breadcrumb(view.msg("modules.title"), Paths.MODULES)));
        model.addAttribute("card", card);
        model.addAttribute("refusal", refusal);
        return "tenancy/workspace/module";
    }

    private ModuleCard card(View view, String key) {
        return cards.one(view, key).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
