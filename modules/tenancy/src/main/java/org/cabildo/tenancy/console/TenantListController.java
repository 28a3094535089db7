// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.cabildo.platform.ModuleCatalogue;
import org.cabildo.platform.Site;
import org.cabildo.platform.SiteKind;
import org.cabildo.platform.Sites;
import org.cabildo.platform.files.SafeDownload;
import org.cabildo.platform.tabular.Column;
import org.cabildo.platform.tabular.Download;
import org.cabildo.platform.tabular.Table;
import org.cabildo.platform.tabular.TabularFormat;
import org.cabildo.platform.web.Access;
import org.cabildo.platform.web.NavLink;
import org.cabildo.platform.web.Page;
import org.cabildo.platform.web.View;
import org.cabildo.platform.web.ViewFactory;
import org.cabildo.tenancy.onboarding.Onboardings;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The tenants of the installation, to find one and to take the list along. */
@Controller
@Access(value = Access.Audience.OPERATOR, on = SiteKind.CONSOLE)
class TenantListController {

    private static final int PAGE = 25;

    private final Sites sites;
    private final ModuleCatalogue modules;
    private final Onboardings onboardings;
    private final ViewFactory views;

    TenantListController(Sites sites, ModuleCatalogue modules, Onboardings onboardings, ViewFactory views) {
        this.sites = sites;
        this.modules = modules;
        this.onboardings = onboardings;
        this.views = views;
    }

    @GetMapping("/municipios")
    String list(
            HttpServletRequest request,
            Model model,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String tipo,
            @RequestParam(defaultValue = "") String estado,
            @RequestParam(defaultValue = "") String pais,
            @RequestParam(defaultValue = "") String modulo,
            @RequestParam(defaultValue = "") String desde) {
        View v = views.of(request);
        TenantFilter filter = new TenantFilter(q.strip(), tipo, estado, pais, modulo);
        List<Site> found = filter.of(sites.all());
        List<Site> rest =
                found.stream().filter(site -> site.slug().compareTo(desde) >= 0).toList();
        model.addAttribute("page", Page.of(v.msg("console.tenants.title")));
        model.addAttribute("q", filter.q());
        model.addAttribute("kind", filter.kind());
        model.addAttribute("status", filter.status());
        model.addAttribute("country", filter.country());
        model.addAttribute("module", filter.module());
        model.addAttribute("drafts", filter.isEmpty() && desde.isEmpty() ? onboardings.open() : List.of());
        model.addAttribute("total", found.size());
        model.addAttribute("rows", rest.subList(0, Math.min(PAGE, rest.size())));
        model.addAttribute(
                "next", rest.size() > PAGE ? v.with("desde", rest.get(PAGE).slug()) : "");
        model.addAttribute("first", desde.isEmpty() ? "" : v.with("desde", null));
        model.addAttribute("csv", csv(request));
        model.addAttribute("chips", chips(v, filter));
        model.addAttribute("statuses", ConsoleWords.statuses(v));
        model.addAttribute("kinds", ConsoleWords.kinds(v));
        model.addAttribute("countries", ConsoleWords.countries(v, sites.all()));
        model.addAttribute("choices", ConsoleWords.modules(v, modules));
        model.addAttribute("catalogue", modules);
        return "tenancy/console/tenants";
    }

    private static String csv(HttpServletRequest request) {
        return "/municipios.csv" + (request.getQueryString() == null ? "" : "?" + request.getQueryString());
    }

    private static List<NavLink> chips(View v, TenantFilter filter) {
        List<NavLink> chips = new ArrayList<>();
        chip(v, chips, "q", filter.q(), filter.q());
        chip(v, chips, "tipo", filter.kind(), v.msg("console.kind." + filter.kind()));
        chip(v, chips, "estado", filter.status(), v.msg("console.status." + filter.status()));
        chip(v, chips, "pais", filter.country(), ConsoleWords.country(v, filter.country()));
        chip(v, chips, "modulo", filter.module(), ConsoleWords.moduleName(v, filter.module()));
        return chips;
    }

    private static void chip(View v, List<NavLink> chips, String parameter, String value, String label) {
        if (!value.isEmpty()) {
            chips.add(new NavLink(label, v.with(parameter, null), "", false));
        }
    }

    @GetMapping("/municipios.csv")
    void csv(
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String tipo,
            @RequestParam(defaultValue = "") String estado,
            @RequestParam(defaultValue = "") String pais,
            @RequestParam(defaultValue = "") String modulo)
            throws IOException {
        View v = views.of(request);
        List<Site> found = new TenantFilter(q.strip(), tipo, estado, pais, modulo).of(sites.all());
        new Download(table(v), TabularFormat.CSV, "municipios")
                .writeTo(response, SafeDownload.Caching.PRIVATE, sink -> {
                    for (Site site : found) {
                        sink.row(
                                site.slug(),
                                site.name(),
                                site.officialName(),
                                site.kind(),
                                site.status(),
                                site.country(),
                                site.territoryCode(),
                                site.canonicalHost(),
                                String.join(" ", ConsoleWords.modules(v, modules, site)));
                    }
                });
    }

    private static Table table(View v) {
        return Table.of(
                v.msg("console.tenants.title"),
                v.site().zone(),
                Column.text("slug", v.msg("console.tenant.slug")),
                Column.text("name", v.msg("console.tenant.name")),
                Column.text("official_name", v.msg("console.tenant.officialName")),
                Column.text("kind", v.msg("console.tenant.kind")),
                Column.text("status", v.msg("console.tenant.status")),
                Column.text("country", v.msg("console.tenant.country")),
                Column.text("territory_code", v.msg("console.tenant.territoryCode")),
                Column.text("host", v.msg("console.tenant.host")),
                Column.text("modules", v.msg("console.tenant.modules")));
    }
}
