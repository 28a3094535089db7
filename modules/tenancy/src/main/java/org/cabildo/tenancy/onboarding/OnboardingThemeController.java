// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy.onboarding;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.cabildo.platform.Actor;
import org.cabildo.platform.SiteKind;
import org.cabildo.platform.files.FileRefused;
import org.cabildo.platform.files.IncomingFile;
import org.cabildo.platform.web.Access;
import org.cabildo.platform.web.Actors;
import org.cabildo.platform.web.View;
import org.cabildo.platform.web.ViewFactory;
import org.cabildo.tenancy.theme.PaletteForm;
import org.cabildo.tenancy.theme.colour.Palette;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** The wizard's step about the look: a logo, a palette proposed from it, or colours of one's own. */
@Controller
@RequestMapping("/municipios/nuevo/{id:[0-9a-f-]{36}}/aspecto")
@Access(value = Access.Audience.OPERATOR, on = SiteKind.CONSOLE)
class OnboardingThemeController {

    private final Onboardings onboardings;
    private final OnboardingPages pages;
    private final ThemeStep theme;
    private final ViewFactory views;
    private final Actors actors;

    OnboardingThemeController(
            Onboardings onboardings, OnboardingPages pages, ThemeStep theme, ViewFactory views, Actors actors) {
        this.onboardings = onboardings;
        this.pages = pages;
        this.theme = theme;
        this.views = views;
        this.actors = actors;
    }

    @PostMapping("/logo")
    String logo(
            HttpServletRequest request,
            Model model,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable MultipartFile logo) {
        View v = views.of(request);
        Onboarding onboarding = find(id);
        if (logo == null || logo.isEmpty()) {
            return again(v, model, onboarding, Map.of("logo", v.msg("onboarding.error.logo")));
        }
        try {
            theme.logo(onboarding, IncomingFile.of(logo), actor(request));
        } catch (FileRefused refused) {
            return again(v, model, onboarding, Map.of("logo", v.msg(refused.messageKey(), refused.arguments())));
        }
        return back(id);
    }

    @PostMapping("/paleta")
    String proposal(HttpServletRequest request, @PathVariable UUID id, @RequestParam(defaultValue = "0") int number) {
        Onboarding onboarding = find(id);
        theme.proposals(onboarding.answers()).stream()
                .skip(Math.max(0, number))
                .findFirst()
                .ifPresent(palette -> theme.colours(onboarding.requireTenant(), palette, actor(request)));
        return back(id);
    }

    @PostMapping
    String colours(
            HttpServletRequest request,
            Model model,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "true") boolean next) {
        View v = views.of(request);
        Onboarding onboarding = find(id);
        PaletteForm form = PaletteForm.of(request.getParameterMap());
        Map<String, String> errors = new LinkedHashMap<>(form.messages(v));
        Palette palette = form.palette();
        if (!errors.isEmpty()) {
            return again(v, model, onboarding, errors);
        }
        if (!next) {
            theme.colours(onboarding.requireTenant(), palette, actor(request));
            return back(id);
        }
        if (!theme.publish(onboarding.requireTenant(), palette, actor(request))) {
            palette.failing().stream()
                    .limit(1)
                    .forEach(pair -> errors.put(
                            "",
                            v.msg("onboarding.error.contrast", palette.failing().size())));
            return again(v, model, onboarding, errors);
        }
        onboardings.passed(onboarding, OnboardingStep.THEME);
        return "redirect:/municipios/nuevo/" + id + "/" + OnboardingStep.PEOPLE.path();
    }

    private String again(View v, Model model, Onboarding onboarding, Map<String, String> errors) {
        return pages.show(v, model, OnboardingStep.THEME, onboarding, onboarding.answers(), errors);
    }

    private Onboarding find(UUID id) {
        return onboardings
                .find(id)
                .filter(onboarding -> onboarding.tenant() != null)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Actor actor(HttpServletRequest request) {
        return actors.of(request).orElseThrow();
    }

    private static String back(UUID id) {
        return "redirect:/municipios/nuevo/" + id + "/" + OnboardingStep.THEME.path();
    }
}
