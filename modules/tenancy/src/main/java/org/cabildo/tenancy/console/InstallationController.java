// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy.console;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cabildo.platform.Audit;
import org.cabildo.platform.Site;
import org.cabildo.platform.SiteKind;
import org.cabildo.platform.SiteStatus;
import org.cabildo.platform.Sites;
import org.cabildo.platform.events.StuckEvents;
import org.cabildo.platform.web.Access;
import org.cabildo.platform.web.Page;
import org.cabildo.platform.web.Tile;
import org.cabildo.platform.web.Tone;
import org.cabildo.platform.web.View;
import org.cabildo.platform.web.ViewFactory;
import org.cabildo.tenancy.onboarding.Onboardings;
import org.cabildo.tenancy.workspace.Change;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The installation as a whole: the first page and its health. */
@Controller
@Access(value = Access.Audience.OPERATOR, on = SiteKind.CONSOLE)
public class InstallationController {

    private static final int LATEST = 8;

    private final Sites sites;
    private final Onboardings onboardings;
    private final InstallationHealth health;
    private final StuckEvents events;
    private final Audit audit;
    private final ViewFactory views;

    InstallationController(
            Sites sites,
            Onboardings onboardings,
            InstallationHealth health,
            StuckEvents events,
            Audit audit,
            ViewFactory views) {
        this.sites = sites;
        this.onboardings = onboardings;
        this.health = health;
        this.events = events;
        this.audit = audit;
        this.views = views;
    }

    /** A part of the installation in words. */
    public record Part(String name, String text, Tone tone) {}

    /** A change with the tenant that it happened to. */
    public record TenantChange(String tenant, String href, Change change) {}

    @GetMapping("/")
    String overview(HttpServletRequest request, Model model) {
        View v = views.of(request);
        model.addAttribute("page", Page.of(v.msg("console.overview.title")));
        model.addAttribute("tiles", tiles(v));
        model.addAttribute("drafts", onboardings.open());
        model.addAttribute("changes", changes(v, sites, audit.ofAllTenants(null, LATEST)));
        return "tenancy/console/overview";
    }

    private List<Tile> tiles(View v) {
        List<Tile> tiles = new ArrayList<>();
        tiles.add(tile(v, SiteStatus.LIVE, "building"));
        tiles.add(tile(v, SiteStatus.DRAFT, "pencil"));
        tiles.add(tile(v, SiteStatus.SUSPENDED, "pause"));
        int stuck = events.backlog().stuck();
        Tile waiting = Tile.of(v.msg("console.overview.stuck"), v.number(stuck, 0), "/eventos", "layers");
        tiles.add(stuck == 0 ? waiting : waiting.withChange(v.msg("console.overview.attention"), Tone.WARNING));
        return tiles;
    }

    private Tile tile(View v, SiteStatus status, String icon) {
        long count =
                sites.all().stream().filter(site -> site.status() == status).count();
        return Tile.of(
                v.msg("console.overview." + status), v.number(count, 0), "/municipios?estado=" + status.name(), icon);
    }

    static List<TenantChange> changes(View v, Sites sites, List<Audit.Entry> entries) {
        return entries.stream()
                .map(entry -> {
                    Optional<Site> site = sites.byTenant(entry.tenant());
                    return new TenantChange(
                            site.map(Site::name)
                                    .orElse(v.msg(
                                            "console.audit.gone", entry.tenant().value())),
                            site.map(one -> "/municipios/" + one.slug()).orElse(""),
                            Change.of(v, entry));
                })
                .toList();
    }

    @GetMapping("/salud")
    String health(HttpServletRequest request, Model model) {
        View v = views.of(request);
        List<Part> parts = health.readings().stream()
                .map(reading -> new Part(
                        v.msg("console.part." + reading.key()),
                        v.msg(
                                "console.part." + reading.key() + "."
                                        + reading.tone().css(),
                                reading.arguments().toArray()),
                        reading.tone()))
                .toList();
        model.addAttribute("page", Page.of(v.msg("console.nav.health")));
        model.addAttribute("parts", parts);
        model.addAttribute(
                "broken", parts.stream().filter(part -> part.tone() == Tone.BAD).count());
        return "tenancy/console/health";
    }
}
