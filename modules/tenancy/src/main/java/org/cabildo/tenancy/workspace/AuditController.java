// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy.workspace;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.cabildo.platform.Audit;
import org.cabildo.platform.ModuleCatalogue;
import org.cabildo.platform.ModuleDescriptor;
import org.cabildo.platform.Site;
import org.cabildo.platform.web.Access;
import org.cabildo.platform.web.NavLink;
import org.cabildo.platform.web.Option;
import org.cabildo.platform.web.Page;
import org.cabildo.platform.web.SiteContext;
import org.cabildo.platform.web.Trail;
import org.cabildo.platform.web.View;
import org.cabildo.platform.web.ViewFactory;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who changed what, when, from what to what; to read, to filter and to take along. */
@Controller
@Access(value = Access.Audience.STAFF, permission = Permissions.AUDIT)
class AuditController {

    private static final int PAGE = 25;

    private final Audit audit;
    private final ModuleCatalogue modules;
    private final ViewFactory views;

    AuditController(Audit audit, ModuleCatalogue modules, ViewFactory views) {
        this.audit = audit;
        this.modules = modules;
        this.views = views;
    }

    @GetMapping(Paths.AUDIT)
    String list(
            HttpServletRequest request,
            Model model,
            @RequestParam(name = "quien", defaultValue = "") String who,
            @RequestParam(name = "area", defaultValue = "") String area,
            @RequestParam(name = "desde", defaultValue = "") String from,
            @RequestParam(name = "hasta", defaultValue = "") String until,
            @RequestParam(name = "antes", defaultValue = "") String olderThan) {
        View view = views.of(request);
        Site site = SiteContext.of(request);
        AuditQuery query = AuditQuery.of(who, area, from, until);
        Trail trail = Trail.of(view, "antes", olderThan);
        List<Audit.Entry> found = audit.ofTenant(
                site.requireTenant(), query.filter(site.zone()), trail.at().orElse(null), PAGE + 1);
        List<Audit.Entry> entries = found.subList(0, Math.min(PAGE, found.size()));
        model.addAttribute("page", Page.of(view.msg("audit.title")));
        model.addAttribute("query", query);
        model.addAttribute(
                "changes", entries.stream().map(entry -> Change.of(view, entry)).toList());
        model.addAttribute("areas", areas(view));
        model.addAttribute("chips", chips(view, query));
        model.addAttribute("first", trail.first());
        model.addAttribute("prev", trail.previous());
        model.addAttribute(
                "next", found.size() > PAGE ? trail.next(entries.getLast().id()) : "");
        model.addAttribute("csv", trail.elsewhere(Paths.AUDIT + ".csv"));
        return "tenancy/workspace/audit";
    }

    /** The same changes as a table, one line for each field. */
    @GetMapping(Paths.AUDIT + ".csv")
    void table(
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(name = "quien", defaultValue = "") String who,
            @RequestParam(name = "area", defaultValue = "") String area,
            @RequestParam(name = "desde", defaultValue = "") String from,
            @RequestParam(name = "hasta", defaultValue = "") String until)
            throws IOException {
        View view = views.of(request);
        Site site = SiteContext.of(request);
        Audit.Filter filter = AuditQuery.of(who, area, from, until).filter(site.zone());
        new AuditTable(view, null)
                .send(
                        response,
                        site.slug() + "-" + view.msg("audit.fileName"),
                        (olderThan, most) -> audit.ofTenant(site.requireTenant(), filter, olderThan, most));
    }

    private List<Option> areas(View view) {
        Stream<Option> named = modules.all().stream()
                .filter(module -> module.kinds().contains(view.site().kind()))
                .map(ModuleDescriptor::key)
                .filter(key -> view.hasMsg("module." + key + ".name"))
                .map(key -> Option.of(key, view.msg("module." + key + ".name")));
        return Stream.concat(named, Stream.of(Option.of("theme", view.msg("audit.area.theme"))))
                .sorted(java.util.Comparator.comparing(Option::label))
                .toList();
    }

    private List<NavLink> chips(View view, AuditQuery query) {
        List<NavLink> chips = new ArrayList<>();
        if (!query.who().isEmpty()) {
            chips.add(chip(view, "quien", view.msg("audit.who"), query.who()));
        }
        if (!query.area().isEmpty()) {
            String name = areas(view).stream()
                    .filter(area -> area.value().equals(query.area()))
                    .map(Option::label)
                    .findFirst()
                    .orElse(query.area());
            chips.add(chip(view, "area", view.msg("audit.area"), name));
        }
        if (query.from() != null) {
            chips.add(chip(view, "desde", view.msg("audit.from"), view.date(query.from())));
        }
        if (query.until() != null) {
            chips.add(chip(view, "hasta", view.msg("audit.until"), view.date(query.until())));
        }
        return chips;
    }

    private static NavLink chip(View view, String parameter, String name, String value) {
        String href = view.with(parameter, null).replaceFirst("antes=[^&]*&?", "");
        return new NavLink(name + ": " + value, href, "", false);
    }
}
