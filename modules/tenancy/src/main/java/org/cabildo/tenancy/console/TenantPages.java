// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy.console;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cabildo.platform.Actor;
import org.cabildo.platform.Site;
import org.cabildo.platform.SiteKind;
import org.cabildo.platform.Sites;
import org.cabildo.platform.web.Actors;
import org.cabildo.platform.web.Breadcrumb;
import org.cabildo.platform.web.NavLink;
import org.cabildo.platform.web.Page;
import org.cabildo.platform.web.View;
import org.cabildo.platform.web.ViewFactory;
import org.cabildo.tenancy.Administrators;
import org.cabildo.tenancy.ConsoleTab;
import org.cabildo.tenancy.Outcome;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.server.ResponseStatusException;

/** What the pages of one tenant share: finding it, its heading and tabs, who acts, and problems in words. */
@Component
class TenantPages {

    private final Sites sites;
    private final ViewFactory views;
    private final Actors actors;
    private final ObjectProvider<Administrators> administrators;
    private final ObjectProvider<ConsoleTab> more;

    TenantPages(
            Sites sites,
            ViewFactory views,
            Actors actors,
            ObjectProvider<Administrators> administrators,
            ObjectProvider<ConsoleTab> more) {
        this.more = more;
        this.sites = sites;
        this.views = views;
        this.actors = actors;
        this.administrators = administrators;
    }

    /** The tenant's site, or 404. */
    Site site(String slug) {
        return sites.bySlug(slug).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    Actor actor(HttpServletRequest request) {
        return actors.of(request).orElseThrow();
    }

    View view(HttpServletRequest request) {
        return views.of(request);
    }

    /** Fills the model for the page of one of the tabs. */
    View show(HttpServletRequest request, Model model, Site site, String tab) {
        View v = views.of(request);
        model.addAttribute("page", Page.of(site.name(), new Breadcrumb(v.msg("console.tenants.title"), "/municipios")));
        model.addAttribute("site", site);
        model.addAttribute("portal", sites.url(site, "/"));
        model.addAttribute("tabs", tabs(v, site, tab));
        return v;
    }

    /** Fills the model for a page below a tenant's, for instance a question. */
    View below(HttpServletRequest request, Model model, Site site, String title) {
        View v = views.of(request);
        model.addAttribute(
                "page",
                Page.of(
                        title,
                        new Breadcrumb(v.msg("console.tenants.title"), "/municipios"),
                        new Breadcrumb(site.name(), "/municipios/" + site.slug())));
        model.addAttribute("site", site);
        return v;
    }

    private List<NavLink> tabs(View v, Site site, String current) {
        List<String> keys = new ArrayList<>(List.of("resumen", "modulos", "dominios"));
        if (administrators.getIfAvailable() != null) {
            keys.add("personas");
        }
        if (site.kind() == SiteKind.NETWORK) {
            keys.add("miembros");
        }
        keys.add("cuotas");
        String base = "/municipios/" + site.slug();
        List<NavLink> tabs = new ArrayList<>();
        for (String key : keys) {
            String href = key.equals("resumen") ? base : base + "/" + key;
            tabs.add(new NavLink(v.msg("console.tab." + key), href, "", key.equals(current)));
        }
        more.orderedStream().forEach(tab -> tab.of(v, site).ifPresent(tabs::add));
        return tabs;
    }

    /** Problems of a change in words, by field. */
    static Map<String, String> words(View v, Outcome outcome) {
        Map<String, String> words = new LinkedHashMap<>();
        outcome.problems().forEach(problem -> words.put(problem.field(), v.msg(problem.key(), problem.arguments())));
        return words;
    }
}
