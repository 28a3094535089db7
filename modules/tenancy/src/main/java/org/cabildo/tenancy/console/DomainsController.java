// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy.console;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.cabildo.platform.PlatformProperties;
import org.cabildo.platform.Site;
import org.cabildo.platform.SiteKind;
import org.cabildo.platform.web.Access;
import org.cabildo.platform.web.View;
import org.cabildo.tenancy.domains.OwnDomains;
import org.cabildo.tenancy.domains.OwnDomains.Check;
import org.cabildo.tenancy.domains.OwnDomains.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A tenant's own host names: add, prove, prefer, remove. */
@Controller
@RequestMapping("/municipios/{slug:[a-z][a-z0-9-]*}/dominios")
@Access(value = Access.Audience.OPERATOR, on = SiteKind.CONSOLE)
class DomainsController {

    private static final String HOST = "{host:[a-z0-9.-]+}";

    private final TenantPages pages;
    private final OwnDomains domains;
    private final PlatformProperties properties;

    DomainsController(TenantPages pages, OwnDomains domains, PlatformProperties properties) {
        this.pages = pages;
        this.domains = domains;
        this.properties = properties;
    }

    @GetMapping
    String list(HttpServletRequest request, Model model, @PathVariable String slug) {
        return show(request, model, pages.site(slug), "", Map.of());
    }

    private String show(HttpServletRequest request, Model model, Site site, String typed, Map<String, String> errors) {
        pages.show(request, model, site, "dominios");
        model.addAttribute("domains", domains.of(site.requireTenant()));
        model.addAttribute("defaultHost", properties.defaultHost(site.slug()));
        model.addAttribute("typed", typed);
        model.addAttribute("errors", errors);
        return "tenancy/console/domains";
    }

    @PostMapping
    String add(
            HttpServletRequest request,
            Model model,
            @PathVariable String slug,
            @RequestParam(defaultValue = "") String host,
            RedirectAttributes redirect) {
        Site site = pages.site(slug);
        View v = pages.view(request);
        Optional<Refusal> refusal = domains.add(site.requireTenant(), host, pages.actor(request));
        if (refusal.isPresent()) {
            String word = v.msg("console.domain.refused." + refusal.get(), properties.baseDomain());
            return show(request, model, site, host, Map.of("host", word));
        }
        redirect.addFlashAttribute("flash", v.msg("console.domain.added"));
        return back(slug);
    }

    @PostMapping("/" + HOST + "/comprobar")
    String check(
            HttpServletRequest request,
            @PathVariable String slug,
            @PathVariable String host,
            RedirectAttributes redirect) {
        Check check = domains.check(pages.site(slug).requireTenant(), host, pages.actor(request));
        redirect.addFlashAttribute("flash", pages.view(request).msg("console.domain.check." + check, host));
        return back(slug);
    }

    @PostMapping("/" + HOST + "/preferir")
    String prefer(
            HttpServletRequest request,
            @PathVariable String slug,
            @PathVariable String host,
            RedirectAttributes redirect) {
        domains.prefer(pages.site(slug).requireTenant(), host, pages.actor(request));
        redirect.addFlashAttribute("flash", pages.view(request).msg("console.domain.preferred", host));
        return back(slug);
    }

    @GetMapping("/" + HOST + "/quitar")
    String removing(HttpServletRequest request, Model model, @PathVariable String slug, @PathVariable String host) {
        Site site = pages.site(slug);
        View v = pages.view(request);
        pages.below(request, model, site, v.msg("console.domain.removeTitle", host));
        model.addAttribute("text", v.msg("console.domain.removeText", host));
        model.addAttribute("label", v.msg("console.domain.remove"));
        model.addAttribute("back", "/municipios/" + slug + "/dominios");
        return "tenancy/console/question";
    }

    @PostMapping("/" + HOST + "/quitar")
    String remove(
            HttpServletRequest request,
            @PathVariable String slug,
            @PathVariable String host,
            RedirectAttributes redirect) {
        domains.remove(pages.site(slug).requireTenant(), host, pages.actor(request));
        redirect.addFlashAttribute("flash", pages.view(request).msg("console.domain.removed", host));
        return back(slug);
    }

    private static String back(String slug) {
        return "redirect:/municipios/" + slug + "/dominios";
    }
}
