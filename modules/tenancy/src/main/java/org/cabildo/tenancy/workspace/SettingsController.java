// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy.workspace;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cabildo.platform.Actor;
import org.cabildo.platform.ModuleCatalogue;
import org.cabildo.platform.ModuleDescriptor;
import org.cabildo.platform.Site;
import org.cabildo.platform.web.Access;
import org.cabildo.platform.web.Actors;
import org.cabildo.platform.web.Breadcrumb;
import org.cabildo.platform.web.Page;
import org.cabildo.platform.web.View;
import org.cabildo.platform.web.ViewFactory;
import org.cabildo.tenancy.Outcome;
import org.cabildo.tenancy.Profile;
import org.cabildo.tenancy.Tenants;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a portal is called, how it is reached, which languages it speaks, its menu and its legal terms. */
@Controller
@Access(value = Access.Audience.STAFF, permission = Permissions.SETTINGS)
class SettingsController {

    private static final String SAVE = "guardar";

    private final Tenants tenants;
    private final ModuleCatalogue modules;
    private final ViewFactory views;
    private final Actors actors;
    private final Clock clock;

    SettingsController(Tenants tenants, ModuleCatalogue modules, ViewFactory views, Actors actors, Clock clock) {
        this.tenants = tenants;
        this.modules = modules;
        this.views = views;
        this.actors = actors;
        this.clock = clock;
    }

    @GetMapping(Paths.SETTINGS)
    String overview(HttpServletRequest request, Model model) {
        View view = views.of(request);
        Profile profile = profile(view);
        model.addAttribute("page", Page.of(view.msg("settings.title")));
        model.addAttribute("sections", SettingsSummary.of(view, profile, choices(view, profile)));
        return "tenancy/workspace/settings";
    }

    @GetMapping(Paths.SETTINGS + "/{section}")
    String form(HttpServletRequest request, Model model, @PathVariable String section) {
        View view = views.of(request);
        SettingsSection known = section(section);
        Profile profile = profile(view);
        return show(view, model, known, profile, known.part(profile), Map.of());
    }

    @PostMapping(Paths.SETTINGS + "/{section}")
    String save(
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect,
            @PathVariable String section,
            @RequestParam MultiValueMap<String, String> sent) {
        View view = views.of(request);
        SettingsSection known = section(section);
        Profile profile = profile(view);
        Profile.Part part = SettingsForm.part(known, profile, sent);
        String action = sent.getFirst("accion");
        if (part instanceof Profile.Menu menu && action != null && !action.equals(SAVE)) {
            return show(view, model, known, profile, rearranged(menu, action), Map.of());
        }
        Actor actor = actors.of(request).orElseThrow();
        Outcome outcome = tenants.change(profile.tenant(), part, actor);
        if (outcome.refused()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(view, model, known, profile, part, errors(view, known, outcome));
        }
        redirect.addFlashAttribute("flash", view.msg(outcome.changed() ? "settings.saved" : "settings.unchanged"));
        return "redirect:" + Paths.SETTINGS;
    }

    private String show(
            View view,
            Model model,
            SettingsSection section,
            Profile profile,
            Profile.Part part,
            Map<String, String> errors) {
        model.addAttribute(
                "page",
                Page.of(
                        view.msg("settings." + section.key()),
                        new Breadcrumb(view.msg("settings.title"), Paths.SETTINGS)));
        model.addAttribute("form", SettingsForm.of(part));
        model.addAttribute("errors", errors);
        model.addAttribute("summary", named(view, errors));
        model.addAttribute("choices", choices(view, profile));
        model.addAttribute("targets", section == SettingsSection.MENU ? targets(view) : Map.of());
        return "tenancy/workspace/settings-" + section.key();
    }

    /** Messages by field in the order of the form; what another section has to mend first is said as one. */
    private static Map<String, String> errors(View view, SettingsSection section, Outcome outcome) {
        Map<String, String> errors = new LinkedHashMap<>();
        for (Outcome.Problem problem : outcome.problems()) {
            if (section == SettingsSection.IDIOMAS && !problem.field().startsWith("locales")) {
                errors.put("locales.0", view.msg("settings.languageNeedsTexts"));
            } else {
                errors.put(problem.field(), view.msg(problem.key(), problem.arguments()));
            }
        }
        return errors;
    }

    /** The same messages with the names of their fields, for the list above the form. */
    private static Map<String, String> named(View view, Map<String, String> errors) {
        Map<String, String> named = new LinkedHashMap<>();
        errors.forEach((field, message) -> named.put(
                field,
                field.startsWith("locales")
                        ? message
                        : view.msg("settings.problem", Difference.label(view, "tenancy", field), message)));
        return named;
    }

    /** The menu after a button beside an entry was pressed; stored only when it is saved. */
    private static Profile.Menu rearranged(Profile.Menu menu, String action) {
        List<Site.MenuEntry> entries = new ArrayList<>(menu.entries());
        String[] words = action.split("\\.");
        int at = words.length > 1 && words[1].matches("\\d{1,2}") ? Integer.parseInt(words[1]) : -1;
        if (at < 0 || at >= entries.size()) {
            return menu;
        }
        switch (words[0]) {
            case "subir" -> Collections.swap(entries, at, Math.max(0, at - 1));
            case "bajar" -> Collections.swap(entries, at, Math.min(entries.size() - 1, at + 1));
            case "quitar" -> entries.remove(at);
            default -> {}
        }
        return new Profile.Menu(entries);
    }

    /** Addresses of the portal that a menu can lead to: path to name. */
    private Map<String, String> targets(View view) {
        Map<String, String> targets = new LinkedHashMap<>();
        modules.all().stream()
                .filter(module -> view.site().has(module.key()))
                .map(ModuleDescriptor::navigation)
                .flatMap(List::stream)
                .forEach(entry -> targets.put(entry.path(), view.msg(entry.label())));
        return targets;
    }

    private SettingsChoices choices(View view, Profile profile) {
        return new SettingsChoices(view, profile.languages().codes(), clock.instant());
    }

    private Profile profile(View view) {
        return tenants.profile(view.site().requireTenant()).orElseThrow();
    }

    private static SettingsSection section(String key) {
        return SettingsSection.of(key).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
