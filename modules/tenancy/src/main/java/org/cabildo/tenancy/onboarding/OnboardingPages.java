// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy.onboarding;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.cabildo.platform.ModuleCatalogue;
import org.cabildo.platform.PlatformProperties;
import org.cabildo.platform.Site;
import org.cabildo.platform.SiteKind;
import org.cabildo.platform.SiteStatus;
import org.cabildo.platform.Sites;
import org.cabildo.platform.web.Breadcrumb;
import org.cabildo.platform.web.Option;
import org.cabildo.platform.web.Page;
import org.cabildo.platform.web.Step;
import org.cabildo.platform.web.View;
import org.cabildo.tenancy.console.ConsoleWords;
import org.cabildo.tenancy.onboarding.CountryRules.Country;
import org.cabildo.tenancy.theme.ThemeChoices;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Puts the pages of the wizard together. */
@Component
class OnboardingPages {

    private final CountryRules countries;
    private final Draft drafts;
    private final Onboardings onboardings;
    private final ModuleCatalogue modules;
    private final Sites sites;
    private final PlatformProperties properties;
    private final ThemeStep theme;

    OnboardingPages(
            CountryRules countries,
            Draft drafts,
            Onboardings onboardings,
            ModuleCatalogue modules,
            Sites sites,
            PlatformProperties properties,
            ThemeStep theme) {
        this.countries = countries;
        this.drafts = drafts;
        this.onboardings = onboardings;
        this.modules = modules;
        this.sites = sites;
        this.properties = properties;
        this.theme = theme;
    }

    String show(
            View v,
            Model model,
            OnboardingStep step,
            @Nullable Onboarding onboarding,
            Answers answers,
            Map<String, String> errors) {
        String title = onboarding == null ? v.msg("onboarding.title") : v.msg("onboarding.titleOf", onboarding.name());
        model.addAttribute("page", Page.of(title, tenants(v)));
        model.addAttribute("steps", steps(v, step, onboarding));
        model.addAttribute("errors", errors);
        model.addAttribute("action", onboarding == null ? "/municipios/nuevo" : href(onboarding, step));
        model.addAttribute(
                "back",
                onboarding == null
                        ? ""
                        : step.previous().map(one -> href(onboarding, one)).orElse(""));
        model.addAttribute("cancel", onboarding == null ? "" : "/municipios/nuevo/" + onboarding.id() + "/cancelar");
        model.addAttribute("a", answers);
        switch (step) {
            case IDENTITY -> identity(v, model, onboarding);
            case TERRITORY -> territory(v, model, answers);
            case MODULES -> modules(v, model, onboarding);
            case THEME -> theme(model, onboarding, answers);
            case PEOPLE -> model.addAttribute("invites", onboardings.invites());
            case REVIEW -> review(v, model, onboarding, answers);
        }
        return "tenancy/onboarding/" + step.name().toLowerCase(Locale.ROOT);
    }

    String cancel(View v, Model model, Onboarding onboarding) {
        model.addAttribute("page", Page.of(v.msg("onboarding.cancelTitle", onboarding.name()), tenants(v)));
        model.addAttribute("onboarding", onboarding);
        return "tenancy/onboarding/cancel";
    }

    private static Breadcrumb tenants(View v) {
        return new Breadcrumb(v.msg("console.tenants.title"), "/municipios");
    }

    private static List<Step> steps(View v, OnboardingStep current, @Nullable Onboarding onboarding) {
        int reached = onboarding == null ? 0 : onboarding.reached().ordinal();
        List<Step> steps = new ArrayList<>();
        for (OnboardingStep step : OnboardingStep.values()) {
            Step.State state =
                    step == current ? Step.State.CURRENT : step.ordinal() < reached ? Step.State.DONE : Step.State.TODO;
            boolean open = onboarding != null && step.ordinal() <= reached;
            steps.add(new Step(v.msg("onboarding.step." + step), open ? href(onboarding, step) : "", state));
        }
        return steps;
    }

    private static String href(Onboarding onboarding, OnboardingStep step) {
        return "/municipios/nuevo/" + onboarding.id() + "/" + step.path();
    }

    private void identity(View v, Model model, @Nullable Onboarding onboarding) {
        model.addAttribute("settled", onboarding != null && onboarding.tenant() != null);
        model.addAttribute("base", properties.baseDomain());
        model.addAttribute(
                "countries",
                countries.all().stream()
                        .map(country -> Option.of(country.code(), ConsoleWords.country(v, country.code())))
                        .toList());
    }

    private void territory(View v, Model model, Answers answers) {
        Country country = countries.of(answers.get("country")).orElseThrow();
        Answers shown = drafts.withDefaults(answers);
        model.addAttribute("a", shown);
        model.addAttribute("help", v.msg("onboarding.territoryCode." + country.code(), country.example()));
        model.addAttribute("codes", country.codes());
        model.addAttribute("office", country.office());
        model.addAttribute("region", v.msg("onboarding.region." + country.code()));
        model.addAttribute("currency", country.currency());
        model.addAttribute(
                "zones",
                country.zones().stream()
                        .map(zone ->
                                Option.of(zone, zone.replaceFirst("^.*/", "").replace('_', ' ')))
                        .toList());
        model.addAttribute(
                "languages",
                country.languages().stream()
                        .map(code -> Option.of(code, ConsoleWords.language(v, Locale.of(code))))
                        .toList());
        model.addAttribute(
                "municipalities",
                answers.isNetwork()
                        ? sites.all().stream()
                                .filter(site -> site.kind() == SiteKind.MUNICIPALITY)
                                .filter(site -> site.status() != SiteStatus.CLOSED)
                                .map(site -> new Option(site.slug(), site.name(), site.officialName()))
                                .toList()
                        : List.of());
    }

    private void modules(View v, Model model, @Nullable Onboarding onboarding) {
        Site site = site(onboarding);
        model.addAttribute("options", ConsoleWords.switches(v, modules, site.kind()));
        if (!model.containsAttribute("chosen")) {
            model.addAttribute("chosen", new TreeSet<>(site.modules()));
        }
    }

    private void theme(Model model, @Nullable Onboarding onboarding, Answers answers) {
        Site site = site(onboarding);
        ThemeChoices choices = theme.choices(site.requireTenant());
        model.addAttribute("choices", choices);
        model.addAttribute("palette", choices.palette());
        model.addAttribute("proposals", theme.proposals(answers));
        model.addAttribute("logo", theme.hasLogo(site.requireTenant()));
        model.addAttribute("name", site.name());
    }

    private void review(View v, Model model, @Nullable Onboarding onboarding, Answers answers) {
        Site site = site(onboarding);
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(v.msg("console.tenant.kind"), ConsoleWords.kind(v, site.kind()));
        facts.put(v.msg("console.tenant.officialName"), site.officialName());
        facts.put(v.msg("console.tenant.host"), site.canonicalHost());
        facts.put(v.msg("console.tenant.country"), ConsoleWords.country(v, site.country()));
        if (!site.territoryCode().isEmpty()) {
            facts.put(v.msg("console.tenant.territoryCode"), site.territoryCode());
        }
        facts.put(v.msg("console.tenant.zone"), site.zone().getId());
        facts.put(
                v.msg("console.tenant.languages"),
                site.locales().stream()
                        .map(locale -> ConsoleWords.language(v, locale))
                        .collect(Collectors.joining(", ")));
        facts.put(v.msg("console.tenant.modules"), String.join(", ", ConsoleWords.modules(v, modules, site)));
        facts.put(v.msg("console.tenant.email"), answers.get("email"));
        List<String> invited = answers.all("invited");
        facts.put(
                v.msg("onboarding.invited"),
                invited.isEmpty() ? v.msg("onboarding.nobodyInvited") : String.join(", ", invited));
        model.addAttribute("facts", facts);
        model.addAttribute("site", site);
        model.addAttribute("portal", sites.url(site, "/"));
    }

    private Site site(@Nullable Onboarding onboarding) {
        return Optional.ofNullable(onboarding)
                .flatMap(one -> sites.byTenant(one.requireTenant()))
                .orElseThrow();
    }
}
