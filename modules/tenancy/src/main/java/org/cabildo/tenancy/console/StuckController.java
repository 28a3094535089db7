// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy.console;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.cabildo.platform.Site;
import org.cabildo.platform.SiteKind;
import org.cabildo.platform.Sites;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.events.StuckEvent;
import org.cabildo.platform.events.StuckEvents;
import org.cabildo.platform.mail.UndeliveredMail;
import org.cabildo.platform.mail.UndeliveredMails;
import org.cabildo.platform.web.Access;
import org.cabildo.platform.web.Actors;
import org.cabildo.platform.web.Breadcrumb;
import org.cabildo.platform.web.Page;
import org.cabildo.platform.web.Trail;
import org.cabildo.platform.web.View;
import org.cabildo.platform.web.ViewFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Events and mail that were given up on: to be tried again or discarded. */
@Controller
@Access(value = Access.Audience.OPERATOR, on = SiteKind.CONSOLE)
public class StuckController {

    private static final int PAGE = 25;
    private static final int MAILS = 50;

    private final StuckEvents events;
    private final UndeliveredMails mails;
    private final Sites sites;
    private final ViewFactory views;
    private final Actors actors;

    StuckController(StuckEvents events, UndeliveredMails mails, Sites sites, ViewFactory views, Actors actors) {
        this.events = events;
        this.mails = mails;
        this.sites = sites;
        this.views = views;
        this.actors = actors;
    }

    /** A stuck event with the name of its tenant. */
    public record StuckRow(StuckEvent event, String tenant) {}

    /** A mail that was given up on, with the name of its tenant. */
    public record MailRow(UndeliveredMail mail, String tenant) {}

    @GetMapping("/eventos")
    String stuck(HttpServletRequest request, Model model, @RequestParam(defaultValue = "") String antes) {
        View v = views.of(request);
        Trail trail = Trail.of(v, "antes", antes);
        List<StuckEvent> found = events.newest(trail.at().orElse(null), PAGE + 1);
        List<StuckEvent> rows = found.subList(0, Math.min(PAGE, found.size()));
        model.addAttribute("page", Page.of(v.msg("console.nav.events")));
        model.addAttribute("backlog", events.backlog());
        model.addAttribute(
                "rows",
                rows.stream()
                        .map(event -> new StuckRow(event, name(v, event.tenant())))
                        .toList());
        model.addAttribute("prev", trail.previous());
        model.addAttribute(
                "next", found.size() > PAGE ? trail.next(rows.getLast().id()) : "");
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

    /** What discarding means, before it is done. */
    @GetMapping({"/eventos/{id}/descartar", "/eventos/correos/{id}/descartar"})
    String discarding(HttpServletRequest request, Model model, @PathVariable UUID id) {
        View v = views.of(request);
        boolean mail = request.getRequestURI().startsWith("/eventos/correos/");
        model.addAttribute(
                "page",
                Page.of(
                        v.msg(mail ? "console.mails.discardTitle" : "console.events.discardTitle"),
                        new Breadcrumb(v.msg("console.nav.events"), "/eventos")));
        model.addAttribute("text", v.msg(mail ? "console.mails.discardText" : "console.events.discardText"));
        model.addAttribute("label", v.msg("console.events.discard"));
        model.addAttribute("back", "/eventos");
        return "tenancy/console/question";
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
