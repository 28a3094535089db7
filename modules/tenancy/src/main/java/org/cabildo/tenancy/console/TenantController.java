// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.cabildo.platform.Site;
import org.cabildo.platform.SiteKind;
import org.cabildo.platform.SiteStatus;
import org.cabildo.platform.TenantContext;
import org.cabildo.platform.files.SafeDownload;
import org.cabildo.platform.manifest.Folder;
import org.cabildo.platform.web.Access;
import org.cabildo.platform.web.Action;
import org.cabildo.platform.web.View;
import org.cabildo.tenancy.Manifests;
import org.cabildo.tenancy.Outcome;
import org.cabildo.tenancy.Tenants;
import org.cabildo.tenancy.onboarding.Onboardings;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A tenant at a glance, the steps of its life, and its manifest. */
@Controller
@RequestMapping("/municipios/{slug:[a-z][a-z0-9-]*}")
@Access(value = Access.Audience.OPERATOR, on = SiteKind.CONSOLE)
class TenantController {

    private final TenantPages pages;
    private final Tenants tenants;
    private final Manifests manifests;
    private final TenantHealth health;
    private final Onboardings onboardings;

    TenantController(
            TenantPages pages, Tenants tenants, Manifests manifests, TenantHealth health, Onboardings onboardings) {
        this.pages = pages;
        this.tenants = tenants;
        this.manifests = manifests;
        this.health = health;
        this.onboardings = onboardings;
    }

    @GetMapping
    String overview(HttpServletRequest request, Model model, @PathVariable String slug) {
        Site site = pages.site(slug);
        View v = pages.show(request, model, site, "resumen");
        model.addAttribute("facts", facts(v, site));
        model.addAttribute("findings", health.of(v, site, manifests.export(slug)));
        model.addAttribute(
                "steps",
                Tenants.stepsFrom(site.status()).stream()
                        .sorted()
                        .map(step -> Action.of(
                                v.msg("console.step." + step),
                                "/municipios/" + slug + "/estado/" + step.name().toLowerCase(java.util.Locale.ROOT),
                                ""))
                        .toList());
        model.addAttribute("draft", onboardings.of(site.requireTenant()).orElse(null));
        return "tenancy/console/tenant";
    }

    private static Map<String, String> facts(View v, Site site) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(v.msg("console.tenant.officialName"), site.officialName());
        facts.put(v.msg("console.tenant.kind"), ConsoleWords.kind(v, site.kind()));
        facts.put(v.msg("console.tenant.country"), ConsoleWords.country(v, site.country()));
        put(facts, v.msg("console.tenant.territoryCode"), site.territoryCode());
        facts.put(v.msg("console.tenant.host"), String.join(", ", site.hosts()));
        facts.put(v.msg("console.tenant.zone"), site.zone().getId());
        facts.put(
                v.msg("console.tenant.languages"),
                String.join(
                        ", ",
                        site.locales().stream()
                                .map(locale -> ConsoleWords.language(v, locale))
                                .toList()));
        put(facts, v.msg("console.tenant.email"), site.contact().getOrDefault("email", ""));
        put(facts, v.msg("console.tenant.phone"), site.contact().getOrDefault("phone", ""));
        facts.put(v.msg("console.tenant.version"), v.number(site.version(), 0));
        return facts;
    }

    private static void put(Map<String, String> facts, String label, String value) {
        if (!value.isEmpty()) {
            facts.put(label, value);
        }
    }

    @GetMapping("/estado/{status:live|suspended|closed}")
    String changing(HttpServletRequest request, Model model, @PathVariable String slug, @PathVariable String status) {
        Site site = pages.site(slug);
        SiteStatus wanted = SiteStatus.valueOf(status.toUpperCase(java.util.Locale.ROOT));
        View v = pages.view(request);
        pages.below(request, model, site, v.msg("console.step.title." + wanted, site.name()));
        model.addAttribute("status", wanted);
        return "tenancy/console/status";
    }

    @PostMapping("/estado/{status:live|suspended|closed}")
    String change(
            HttpServletRequest request,
            @PathVariable String slug,
            @PathVariable String status,
            RedirectAttributes redirect) {
        Site site = pages.site(slug);
        View v = pages.view(request);
        SiteStatus wanted = SiteStatus.valueOf(status.toUpperCase(java.util.Locale.ROOT));
        Outcome outcome = TenantContext.get(
                site.requireTenant(), () -> tenants.changeStatus(site.requireTenant(), wanted, pages.actor(request)));
        redirect.addFlashAttribute(
                "flash",
                outcome.refused()
                        ? TenantPages.words(v, outcome).values().iterator().next()
                        : v.msg("console.step.done." + wanted, site.name()));
        return "redirect:/municipios/" + slug;
    }

    /** What an operator sees after the wizard. */
    @GetMapping("/bienvenida")
    String welcome(HttpServletRequest request, Model model, @PathVariable String slug) {
        Site site = pages.site(slug);
        View v = pages.show(request, model, site, "");
        pages.below(
                request,
                model,
                site,
                v.msg(
                        site.status() == SiteStatus.LIVE ? "onboarding.welcome.title" : "onboarding.welcome.draftTitle",
                        site.name()));
        String base = "/municipios/" + slug;
        model.addAttribute(
                "actions",
                List.of(
                        next(v, "people", base + "/personas", "users"),
                        next(v, "domain", base + "/dominios", "globe"),
                        next(v, "modules", base + "/modulos", "puzzle"),
                        next(v, "another", "/municipios/nuevo", "plus")));
        return "tenancy/onboarding/welcome";
    }

    private static Action next(View v, String key, String href, String icon) {
        return new Action(
                v.msg("onboarding.welcome.next." + key), href, v.msg("onboarding.welcome.next." + key + ".text"), icon);
    }

    /** The tenant's folder, as the command line would write it. */
    @GetMapping("/manifiesto.zip")
    void manifest(HttpServletResponse response, @PathVariable String slug) throws IOException {
        Folder folder = manifests.export(pages.site(slug).slug());
        SafeDownload.headers(
                        "application/zip", "attachment; filename=\"" + slug + ".zip\"", SafeDownload.Caching.PRIVATE)
                .forEach((header, values) -> values.forEach(value -> response.setHeader(header, value)));
        try (ZipOutputStream zip = new ZipOutputStream(response.getOutputStream())) {
            for (Map.Entry<String, byte[]> file : folder.all().entrySet()) {
                zip.putNextEntry(new ZipEntry(slug + "/" + file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        }
    }
}
