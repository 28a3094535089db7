// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.cabildo.platform.Audit;
import org.cabildo.platform.Site;
import org.cabildo.platform.SiteKind;
import org.cabildo.platform.Sites;
import org.cabildo.platform.TenantContext;
import org.cabildo.platform.web.Access;
import org.cabildo.platform.web.NavLink;
import org.cabildo.platform.web.Option;
import org.cabildo.platform.web.Page;
import org.cabildo.platform.web.Trail;
import org.cabildo.platform.web.View;
import org.cabildo.platform.web.ViewFactory;
import org.cabildo.tenancy.console.InstallationController.TenantChange;
import org.cabildo.tenancy.workspace.AuditQuery;
import org.cabildo.tenancy.workspace.AuditTable;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What staff and operators changed, in all tenants or one. */
@Controller
@Access(value = Access.Audience.OPERATOR, on = SiteKind.CONSOLE)
class ConsoleAuditController {

    private static final int PAGE = 25;
    private static final int BATCH = 500;
    private static final int MOST_BATCHES = 40;

    private final Audit audit;
    private final Sites sites;
    private final ViewFactory views;

    ConsoleAuditController(Audit audit, Sites sites, ViewFactory views) {
        this.audit = audit;
        this.sites = sites;
        this.views = views;
    }

    /** What the address asks for. */
    private record Query(String tenant, Audit.Filter filter) {

        static Query of(String tenant, String who, String from, String until, ZoneId zone) {
            return new Query(tenant, AuditQuery.of(who, "", from, until).filter(zone));
        }

        boolean fits(Audit.Entry entry) {
            return entry.actorName()
                            .toLowerCase(Locale.ROOT)
                            .contains(filter.actor().toLowerCase(Locale.ROOT))
                    && (filter.from() == null || !entry.at().isBefore(filter.from()))
                    && (filter.until() == null || entry.at().isBefore(filter.until()));
        }
    }

    @GetMapping("/auditoria")
    String list(
            HttpServletRequest request,
            Model model,
            @RequestParam(defaultValue = "") String portal,
            @RequestParam(defaultValue = "") String quien,
            @RequestParam(defaultValue = "") String desde,
            @RequestParam(defaultValue = "") String hasta,
            @RequestParam(defaultValue = "") String antes) {
        View v = views.of(request);
        Trail trail = Trail.of(v, "antes", antes);
        Query query = Query.of(portal, quien, desde, hasta, v.site().zone());
        List<Audit.Entry> found = entries(query, trail.at().orElse(null), PAGE + 1);
        List<Audit.Entry> shown = found.subList(0, Math.min(PAGE, found.size()));
        List<TenantChange> changes = InstallationController.changes(v, sites, shown);
        model.addAttribute("page", Page.of(v.msg("console.nav.audit")));
        model.addAttribute("changes", changes);
        model.addAttribute("portal", portal);
        model.addAttribute("who", quien);
        model.addAttribute("from", desde);
        model.addAttribute("until", hasta);
        model.addAttribute("chips", chips(v, portal, quien, desde, hasta));
        model.addAttribute(
                "portals",
                sites.all().stream()
                        .map(site -> Option.of(site.slug(), site.name()))
                        .toList());
        model.addAttribute("first", trail.first());
        model.addAttribute("prev", trail.previous());
        model.addAttribute(
                "next", found.size() > PAGE ? trail.next(shown.getLast().id()) : "");
        model.addAttribute("csv", trail.elsewhere("/auditoria.csv"));
        return "tenancy/console/audit";
    }

    private List<NavLink> chips(View v, String portal, String who, String from, String until) {
        List<NavLink> chips = new ArrayList<>();
        if (!portal.isEmpty()) {
            String name = sites.bySlug(portal).map(Site::name).orElse(portal);
            chips.add(new NavLink(name, v.with("portal", null), "", false));
        }
        if (!who.isBlank()) {
            chips.add(new NavLink(who, v.with("quien", null), "", false));
        }
        if (!from.isBlank()) {
            chips.add(new NavLink(v.msg("audit.from") + " " + from, v.with("desde", null), "", false));
        }
        if (!until.isBlank()) {
            chips.add(new NavLink(v.msg("audit.until") + " " + until, v.with("hasta", null), "", false));
        }
        return chips;
    }

    @GetMapping("/auditoria.csv")
    void table(
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String portal,
            @RequestParam(defaultValue = "") String quien,
            @RequestParam(defaultValue = "") String desde,
            @RequestParam(defaultValue = "") String hasta)
            throws IOException {
        View v = views.of(request);
        Query query = Query.of(portal, quien, desde, hasta, v.site().zone());
        new AuditTable(
                        v,
                        entry -> sites.byTenant(entry.tenant()).map(Site::slug).orElse(""))
                .send(response, v.msg("audit.fileName"), (olderThan, most) -> entries(query, olderThan, most));
    }

    /** One tenant's entries are filtered by the database; those of all tenants are read in batches. */
    private List<Audit.Entry> entries(Query query, @Nullable UUID olderThan, int atMost) {
        Optional<Site> one = sites.bySlug(query.tenant());
        if (one.isPresent()) {
            return TenantContext.get(
                    one.get().requireTenant(),
                    () -> audit.ofTenant(one.get().requireTenant(), query.filter(), olderThan, atMost));
        }
        List<Audit.Entry> found = new ArrayList<>();
        UUID last = olderThan;
        for (int batches = 0; batches < MOST_BATCHES && found.size() < atMost; batches++) {
            List<Audit.Entry> batch = audit.ofAllTenants(last, BATCH);
            batch.stream().filter(query::fits).limit(atMost - found.size()).forEach(found::add);
            if (batch.size() < BATCH) {
                break;
            }
            last = batch.getLast().id();
        }
        return found;
    }
}
