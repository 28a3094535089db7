// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy.console;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.cabildo.platform.ModuleCatalogue;
import org.cabildo.platform.Site;
import org.cabildo.platform.SiteKind;
import org.cabildo.platform.TenantContext;
import org.cabildo.platform.web.Access;
import org.cabildo.platform.web.View;
import org.cabildo.tenancy.Outcome;
import org.cabildo.tenancy.Profile;
import org.cabildo.tenancy.Tenants;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A tenant's module switches and quotas. */
@Controller("consoleModulesController")
@RequestMapping("/municipios/{slug:[a-z][a-z0-9-]*}")
@Access(value = Access.Audience.OPERATOR, on = SiteKind.CONSOLE)
class ModulesController {

    private final TenantPages pages;
    private final Tenants tenants;
    private final ModuleCatalogue modules;

    ModulesController(TenantPages pages, Tenants tenants, ModuleCatalogue modules) {
        this.pages = pages;
        this.tenants = tenants;
        this.modules = modules;
    }

    @GetMapping("/modulos")
    String show(HttpServletRequest request, Model model, @PathVariable String slug) {
        Site site = pages.site(slug);
        return switches(request, model, site, new TreeSet<>(site.modules()), Map.of());
    }

    private String switches(
            HttpServletRequest request, Model model, Site site, Set<String> chosen, Map<String, String> errors) {
        View v = pages.show(request, model, site, "modulos");
        model.addAttribute("chosen", chosen);
        model.addAttribute("errors", errors);
        model.addAttribute("options", ConsoleWords.switches(v, modules, site.kind()));
        return "tenancy/console/modules";
    }

    @PostMapping("/modulos")
    String change(
            HttpServletRequest request,
            Model model,
            @PathVariable String slug,
            @RequestParam(name = "modules", required = false, defaultValue = "") Set<String> chosen,
            RedirectAttributes redirect) {
        Site site = pages.site(slug);
        Outcome outcome = TenantContext.get(
                site.requireTenant(), () -> tenants.switchModules(site.requireTenant(), chosen, pages.actor(request)));
        if (outcome.refused()) {
            Map<String, String> errors = new LinkedHashMap<>();
            TenantPages.words(pages.view(request), outcome)
                    .values()
                    .forEach(word -> errors.merge("modules", word, (one, other) -> one + " " + other));
            return switches(request, model, site, chosen, errors);
        }
        redirect.addFlashAttribute("flash", pages.view(request).msg("console.modules.saved"));
        return "redirect:/municipios/" + slug + "/modulos";
    }

    @GetMapping("/cuotas")
    String quotas(HttpServletRequest request, Model model, @PathVariable String slug) {
        Site site = pages.site(slug);
        Profile.Quotas quotas =
                tenants.profile(site.requireTenant()).orElseThrow().quotas();
        Map<String, String> values = new LinkedHashMap<>();
        values.put("requestsPerMinute", String.valueOf(quotas.requestsPerMinute()));
        values.put("storageMb", String.valueOf(quotas.storageMb()));
        values.put("members", quotas.members() == null ? "" : quotas.members().toString());
        return quotas(request, model, site, values, Map.of());
    }

    private String quotas(
            HttpServletRequest request,
            Model model,
            Site site,
            Map<String, String> values,
            Map<String, String> errors) {
        pages.show(request, model, site, "cuotas");
        model.addAttribute("values", values);
        model.addAttribute("errors", errors);
        return "tenancy/console/quotas";
    }

    @PostMapping("/cuotas")
    String changeQuotas(
            HttpServletRequest request,
            Model model,
            @PathVariable String slug,
            @RequestParam Map<String, String> form,
            RedirectAttributes redirect) {
        Site site = pages.site(slug);
        View v = pages.view(request);
        Map<String, String> errors = new LinkedHashMap<>();
        int requests = number(v, form, "requestsPerMinute", errors);
        int storage = number(v, form, "storageMb", errors);
        boolean network = site.kind() == SiteKind.NETWORK;
        int members = network ? number(v, form, "members", errors) : 0;
        if (errors.isEmpty()) {
            Profile.Quotas wanted = new Profile.Quotas(requests, storage, network ? members : null);
            Outcome outcome = TenantContext.get(
                    site.requireTenant(), () -> tenants.change(site.requireTenant(), wanted, pages.actor(request)));
            TenantPages.words(v, outcome).forEach((field, word) -> errors.put(field.replace("quotas.", ""), word));
        }
        if (!errors.isEmpty()) {
            return quotas(request, model, site, form, errors);
        }
        redirect.addFlashAttribute("flash", v.msg("console.quotas.saved"));
        return "redirect:/municipios/" + slug + "/cuotas";
    }

    private static int number(View v, Map<String, String> form, String field, Map<String, String> errors) {
        String text = form.getOrDefault(field, "").strip();
        if (!text.matches("[0-9]{1,9}")) {
            errors.put(field, v.msg("console.quotas.number"));
            return 0;
        }
        return Integer.parseInt(text);
    }
}
