// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy.console;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cabildo.platform.Site;
import org.cabildo.platform.SiteKind;
import org.cabildo.platform.SiteStatus;
import org.cabildo.platform.Sites;
import org.cabildo.platform.TenantContext;
import org.cabildo.platform.web.Access;
import org.cabildo.platform.web.Option;
import org.cabildo.platform.web.View;
import org.cabildo.tenancy.Outcome;
import org.cabildo.tenancy.Profile;
import org.cabildo.tenancy.Tenants;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The municipalities of a network, as its profile lists them. */
@Controller("consoleMembersController")
@RequestMapping("/municipios/{slug:[a-z][a-z0-9-]*}/miembros")
@Access(value = Access.Audience.OPERATOR, on = SiteKind.CONSOLE)
class MembersController {

    private final TenantPages pages;
    private final Tenants tenants;
    private final Sites sites;

    MembersController(TenantPages pages, Tenants tenants, Sites sites) {
        this.pages = pages;
        this.tenants = tenants;
        this.sites = sites;
    }

    private Site network(String slug) {
        Site site = pages.site(slug);
        if (site.kind() != SiteKind.NETWORK) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return site;
    }

    private List<String> members(Site network) {
        return tenants.profile(network.requireTenant()).orElseThrow().members().slugs();
    }

    @GetMapping
    String list(HttpServletRequest request, Model model, @PathVariable String slug) {
        return show(request, model, network(slug), Map.of());
    }

    private String show(HttpServletRequest request, Model model, Site site, Map<String, String> errors) {
        pages.show(request, model, site, "miembros");
        List<String> members = members(site);
        model.addAttribute(
                "members",
                members.stream().flatMap(one -> sites.bySlug(one).stream()).toList());
        model.addAttribute(
                "candidates",
                sites.all().stream()
                        .filter(one -> one.kind() == SiteKind.MUNICIPALITY && one.status() != SiteStatus.CLOSED)
                        .filter(one -> !members.contains(one.slug()))
                        .map(one -> Option.of(one.slug(), one.name() + " (" + one.country() + ")"))
                        .toList());
        model.addAttribute("errors", errors);
        return "tenancy/console/members";
    }

    @PostMapping
    String add(
            HttpServletRequest request,
            Model model,
            @PathVariable String slug,
            @RequestParam(defaultValue = "") String member,
            RedirectAttributes redirect) {
        Site site = network(slug);
        View v = pages.view(request);
        Site joining = sites.bySlug(member)
                .filter(one -> one.kind() == SiteKind.MUNICIPALITY)
                .orElse(null);
        if (joining == null) {
            return show(request, model, site, Map.of("member", v.msg("onboarding.error.choose")));
        }
        List<String> members = new ArrayList<>(members(site));
        if (!members.contains(member)) {
            members.add(member);
            Outcome outcome = change(request, site, members);
            if (outcome.refused()) {
                String word = TenantPages.words(v, outcome).values().iterator().next();
                return show(request, model, site, Map.of("member", word));
            }
        }
        redirect.addFlashAttribute("flash", v.msg("console.members.added", joining.name(), site.name()));
        return "redirect:/municipios/" + slug + "/miembros";
    }

    @GetMapping("/{member:[a-z][a-z0-9-]*}/quitar")
    String removing(HttpServletRequest request, Model model, @PathVariable String slug, @PathVariable String member) {
        Site site = network(slug);
        Site leaving = pages.site(member);
        View v = pages.view(request);
        pages.below(request, model, site, v.msg("console.members.removeTitle", leaving.name(), site.name()));
        model.addAttribute("text", v.msg("console.members.removeText", leaving.name(), site.name()));
        model.addAttribute("label", v.msg("console.members.remove"));
        model.addAttribute("back", "/municipios/" + slug + "/miembros");
        return "tenancy/console/question";
    }

    @PostMapping("/{member:[a-z][a-z0-9-]*}/quitar")
    String remove(
            HttpServletRequest request,
            @PathVariable String slug,
            @PathVariable String member,
            RedirectAttributes redirect) {
        Site site = network(slug);
        List<String> members = new ArrayList<>(members(site));
        if (members.remove(member)) {
            change(request, site, members);
        }
        redirect.addFlashAttribute("flash", pages.view(request).msg("console.members.removed", member, site.name()));
        return "redirect:/municipios/" + slug + "/miembros";
    }

    private Outcome change(HttpServletRequest request, Site network, List<String> members) {
        return TenantContext.get(
                network.requireTenant(),
                () -> tenants.change(
                        network.requireTenant(), new Profile.Members(List.copyOf(members)), pages.actor(request)));
    }
}
