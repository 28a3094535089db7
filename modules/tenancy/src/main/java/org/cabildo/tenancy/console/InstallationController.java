// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy.console;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cabildo.platform.Audit;
import org.cabildo.platform.Site;
import org.cabildo.platform.SiteKind;
import org.cabildo.platform.SiteStatus;
import org.cabildo.platform.Sites;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.events.StuckEvent;
import org.cabildo.platform.events.StuckEvents;
import org.cabildo.platform.mail.UndeliveredMail;
import org.cabildo.platform.mail.UndeliveredMails;
import org.cabildo.platform.web.Access;
import org.cabildo.platform.web.Actors;
import org.cabildo.platform.web.Page;
import org.cabildo.platform.web.Tile;
import org.cabildo.platform.web.Tone;
import org.cabildo.platform.web.View;
import org.cabildo.platform.web.ViewFactory;
import org.cabildo.tenancy.onboarding.Onboardings;
import org.cabildo.tenancy.workspace.Change;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The installation as a whole: the first page, its health, and what got stuck. */
@Controller
@Access(value = Access.Audience.OPERATOR, on = SiteKind.CONSOLE)
public class InstallationController {

    private static final int PAGE = 25;
    private static final int LATEST = 8;
    private static final int MAILS = 50;

    private final Sites sites;
    private final Onboardings onboardings;
    private final InstallationHealth health;
    private final StuckEvents events;
    private final UndeliveredMails mails;
    private final Audit audit;
    private final ViewFactory views;
    private final Actors actors;

    InstallationController(
            Sites sites,
            Onboardings onboardings,
            InstallationHealth health,
            StuckEvents events,
            UndeliveredMails mails,
            Audit audit,
            ViewFactory views,
            Actors actors) {
        this.sites = sites;
        this.onboardings = onboardings;
        this.health = health;
        this.events = events;
        this.mails = mails;
        this.audit = audit;
        this.views = views;
        this.actors = actors;
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

    /** A stuck event with the name of its tenant. */
    public record StuckRow(StuckEvent event, String tenant) {}

    /** A mail that was given up on, with the name of its tenant. */
    public record MailRow(UndeliveredMail mail, String tenant) {}

    @GetMapping("/eventos")
    String stuck(HttpServletRequest request, Model model, @RequestParam(required = false) @Nullable UUID antes) {
        View v = views.of(request);
        List<StuckEvent> found = events.newest(antes, PAGE + 1);
        List<StuckEvent> rows = found.subList(0, Math.min(PAGE, found.size()));
        model.addAttribute("page", Page.of(v.msg("console.nav.events")));
        model.addAttribute("backlog", events.backlog());
        model.addAttribute(
                "rows",
                rows.stream()
                        .map(event -> new StuckRow(event, name(v, event.tenant())))
                        .toList());
        model.addAttribute(
                "next",
                found.size() > PAGE ? v.with("antes", rows.getLast().id().toString()) : "");
        model.addAttribute(
                "mails",
                mails.newest(MAILS).stream()
                        .map(mail -> new MailRow(mail, name(v, mail.tenant())))
                        .toList());
        return "tenancy/console/events";
    }

    private String name(View v, @Nullable TenantId tenant) {
        return tenant == null
                ? v.msg("console.events.noTenant")
                : sites.byTenant(tenant).map(Site::name).orElse(v.msg("console.audit.gone", tenant.value()));
    }

    @PostMapping("/eventos/{id}/{act:reintentar|descartar}")
    String settle(
            HttpServletRequest request, @PathVariable UUID id, @PathVariable String act, RedirectAttributes redirect) {
        boolean again = act.equals("reintentar");
        boolean there = again
                ? events.retry(id, actors.of(request).orElseThrow())
                : events.discard(id, actors.of(request).orElseThrow());
        return told(request, redirect, there, again);
    }

    @PostMapping("/eventos/correos/{id}/{act:reintentar|descartar}")
    String settleMail(
            HttpServletRequest request,
            @PathVariable UUID id,
            @PathVariable String act,
            @RequestParam(defaultValue = "0") int tenant,
            RedirectAttributes redirect) {
        TenantId owner = tenant > 0 ? new TenantId(tenant) : null;
        boolean again = act.equals("reintentar");
        boolean there = again
                ? mails.retry(owner, id, actors.of(request).orElseThrow())
                : mails.discard(owner, id, actors.of(request).orElseThrow());
        return told(request, redirect, there, again);
    }

    private String told(HttpServletRequest request, RedirectAttributes redirect, boolean there, boolean again) {
        String key = !there ? "console.events.notThere" : again ? "console.events.retried" : "console.events.discarded";
        redirect.addFlashAttribute("flash", views.of(request).msg(key));
        return "redirect:/eventos";
    }
}
