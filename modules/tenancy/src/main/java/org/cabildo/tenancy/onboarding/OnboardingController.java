// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy.onboarding;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.cabildo.platform.Actor;
import org.cabildo.platform.SiteKind;
import org.cabildo.platform.TenantContext;
import org.cabildo.platform.web.Access;
import org.cabildo.platform.web.Actors;
import org.cabildo.platform.web.View;
import org.cabildo.platform.web.ViewFactory;
import org.cabildo.tenancy.Outcome;
import org.cabildo.tenancy.Outcome.Problem;
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

/** The wizard: each step is a page of its own, can be left and come back to, and works without JavaScript. */
@Controller
@Access(value = Access.Audience.OPERATOR, on = SiteKind.CONSOLE)
class OnboardingController {

    private static final String ID = "{id:[0-9a-f-]{36}}";

    private final Onboardings onboardings;
    private final OnboardingChecks checks;
    private final OnboardingPages pages;
    private final Draft drafts;
    private final Tenants tenants;
    private final ViewFactory views;
    private final Actors actors;

    OnboardingController(
            Onboardings onboardings,
            OnboardingChecks checks,
            OnboardingPages pages,
            Draft drafts,
            Tenants tenants,
            ViewFactory views,
            Actors actors) {
        this.onboardings = onboardings;
        this.checks = checks;
        this.pages = pages;
        this.drafts = drafts;
        this.tenants = tenants;
        this.views = views;
        this.actors = actors;
    }

    @GetMapping("/municipios/nuevo")
    String begin(HttpServletRequest request, Model model) {
        Answers first = Answers.NONE.with("kind", "MUNICIPALITY").with("country", "BO");
        return pages.show(views.of(request), model, OnboardingStep.IDENTITY, null, first, Map.of());
    }

    @PostMapping("/municipios/nuevo")
    String started(HttpServletRequest request, Model model, @RequestParam MultiValueMap<String, String> form) {
        View v = views.of(request);
        Answers given = Answers.NONE.with(OnboardingStep.IDENTITY, flat(form));
        Answers answers = drafts.completed(given, onboardings::taken);
        Map<String, String> errors = checks.errors(v, OnboardingStep.IDENTITY, null, answers);
        if (!errors.isEmpty()) {
            return pages.show(v, model, OnboardingStep.IDENTITY, null, answers, errors);
        }
        UUID id = onboardings.start(answers, actor(request));
        return redirect(id, OnboardingStep.TERRITORY);
    }

    @GetMapping("/municipios/nuevo/" + ID + "/{step:identidad|territorio|modulos|aspecto|personas|revisar}")
    String step(HttpServletRequest request, Model model, @PathVariable UUID id, @PathVariable String step) {
        Onboarding onboarding = find(id);
        OnboardingStep wanted = OnboardingStep.ofPath(step).orElseThrow();
        if (wanted.ordinal() > onboarding.reached().ordinal()) {
            return redirect(id, onboarding.reached());
        }
        return pages.show(views.of(request), model, wanted, onboarding, onboarding.answers(), Map.of());
    }

    @PostMapping("/municipios/nuevo/" + ID + "/{step:identidad|territorio|personas}")
    String save(
            HttpServletRequest request,
            Model model,
            @PathVariable UUID id,
            @PathVariable String step,
            @RequestParam MultiValueMap<String, String> form) {
        View v = views.of(request);
        Onboarding onboarding = find(id);
        OnboardingStep done = OnboardingStep.ofPath(step).orElseThrow();
        Answers answers = answers(onboarding, done, flat(form));
        Map<String, String> errors = checks.errors(v, done, onboarding, answers);
        if (errors.isEmpty()) {
            errors = words(v, onboardings.save(onboarding, done, answers, actor(request)));
        }
        return errors.isEmpty() ? redirect(id, done.next()) : pages.show(v, model, done, onboarding, answers, errors);
    }

    @PostMapping("/municipios/nuevo/" + ID + "/modulos")
    String modules(
            HttpServletRequest request,
            Model model,
            @PathVariable UUID id,
            @RequestParam(name = "modules", required = false, defaultValue = "") Set<String> chosen) {
        View v = views.of(request);
        Onboarding onboarding = find(id);
        Outcome outcome = TenantContext.get(
                onboarding.requireTenant(),
                () -> tenants.switchModules(onboarding.requireTenant(), chosen, actor(request)));
        if (outcome.refused()) {
            Map<String, String> errors = new LinkedHashMap<>();
            outcome.problems().forEach(problem -> errors.merge("modules", word(v, problem), (a, b) -> a + " " + b));
            model.addAttribute("chosen", chosen);
            return pages.show(v, model, OnboardingStep.MODULES, onboarding, onboarding.answers(), errors);
        }
        onboardings.passed(onboarding, OnboardingStep.MODULES);
        return redirect(id, OnboardingStep.THEME);
    }

    @PostMapping("/municipios/nuevo/" + ID + "/revisar")
    String finish(
            HttpServletRequest request, @PathVariable UUID id, @RequestParam(defaultValue = "true") boolean open) {
        Onboarding onboarding = find(id);
        if (onboarding.reached() != OnboardingStep.REVIEW) {
            return redirect(id, onboarding.reached());
        }
        onboardings.finish(onboarding, open, actor(request));
        return "redirect:/municipios/" + onboarding.answers().get("slug") + "/bienvenida";
    }

    @GetMapping("/municipios/nuevo/" + ID + "/cancelar")
    String cancelling(HttpServletRequest request, Model model, @PathVariable UUID id) {
        return pages.cancel(views.of(request), model, find(id));
    }

    @PostMapping("/municipios/nuevo/" + ID + "/cancelar")
    String cancel(HttpServletRequest request, @PathVariable UUID id, RedirectAttributes redirect) {
        Onboarding onboarding = find(id);
        onboardings.cancel(onboarding, actor(request));
        redirect.addFlashAttribute("flash", views.of(request).msg("onboarding.cancelled", onboarding.name()));
        return "redirect:/municipios";
    }

    private Answers answers(Onboarding onboarding, OnboardingStep step, Map<String, String> form) {
        Answers before = onboarding.answers();
        Answers answers = before.with(step, form);
        if (onboarding.tenant() != null) {
            // short name, kind and country are settled once the draft is there
            answers = answers.with("slug", before.get("slug"))
                    .with("kind", before.get("kind"))
                    .with("country", before.get("country"));
        }
        return step == OnboardingStep.IDENTITY
                ? drafts.completed(answers, slug -> !slug.equals(before.get("slug")) && onboardings.taken(slug))
                : answers;
    }

    private static Map<String, String> words(View v, List<Problem> problems) {
        Map<String, String> errors = new LinkedHashMap<>();
        problems.forEach(problem -> errors.put(problem.field(), word(v, problem)));
        return errors;
    }

    private static String word(View v, Problem problem) {
        return v.msg(problem.key(), problem.arguments());
    }

    private static Map<String, String> flat(MultiValueMap<String, String> form) {
        Map<String, String> flat = new HashMap<>();
        form.forEach((field, values) -> flat.put(field, String.join(" ", values)));
        return flat;
    }

    private Onboarding find(UUID id) {
        return onboardings.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Actor actor(HttpServletRequest request) {
        return actors.of(request).orElseThrow();
    }

    private static String redirect(UUID id, OnboardingStep step) {
        return "redirect:/municipios/nuevo/" + id + "/" + step.path();
    }
}
