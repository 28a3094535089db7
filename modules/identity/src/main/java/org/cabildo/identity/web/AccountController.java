// SPDX-License-Identifier: Apache-2.0
package org.cabildo.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cabildo.identity.Accounts;
import org.cabildo.identity.Identified;
import org.cabildo.identity.Member;
import org.cabildo.identity.People;
import org.cabildo.identity.signin.Provider;
import org.cabildo.identity.signin.Sessions;
import org.cabildo.identity.signin.SignedIn;
import org.cabildo.platform.Actor;
import org.cabildo.platform.SiteKind;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.web.Access;
import org.cabildo.platform.web.Actors;
import org.cabildo.platform.web.Option;
import org.cabildo.platform.web.Page;
import org.cabildo.platform.web.SiteContext;
import org.cabildo.platform.web.View;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who somebody is on this site, where they are signed in, and what is kept about them. */
@Controller
@Access(
        value = Access.Audience.SIGNED_IN,
        on = {SiteKind.MUNICIPALITY, SiteKind.NETWORK, SiteKind.CONSOLE})
class AccountController {

    private static final Logger log = LoggerFactory.getLogger(AccountController.class);

    private final PeoplePages pages;
    private final Actors actors;
    private final People people;
    private final Sessions sessions;
    private final Accounts accounts;
    private final Provider provider;

    AccountController(
            PeoplePages pages, Actors actors, People people, Sessions sessions, Accounts accounts, Provider provider) {
        this.pages = pages;
        this.actors = actors;
        this.people = people;
        this.sessions = sessions;
        this.accounts = accounts;
        this.provider = provider;
    }

    @GetMapping("/cuenta")
    String account(HttpServletRequest request, Model model) {
        View view = pages.view(request);
        Actor actor = actors.of(request).orElseThrow();
        Identified who = SignedIn.who().orElseThrow();
        List<Option> roles = SiteContext.of(request).tenant() == null
                ? List.of()
                : pages.options(request).stream()
                        .filter(option -> actor.roles().contains(option.value()))
                        .toList();
        model.addAttribute("page", Page.of(view.msg("identity.account.title")).notIndexed());
        model.addAttribute("who", who);
        model.addAttribute("roles", roles);
        model.addAttribute("sessions", sessions.of(who.subject(), request));
        model.addAttribute("accountPage", provider.accountPage());
        return "identity/account";
    }

    @PostMapping("/cuenta/sesiones/{handle:[0-9a-f]{32}}/cerrar")
    String end(HttpServletRequest request, RedirectAttributes redirect, @PathVariable String handle) {
        sessions.end(SignedIn.who().orElseThrow().subject(), handle);
        redirect.addFlashAttribute("flash", pages.view(request).msg("identity.sessions.ended"));
        return "redirect:/cuenta";
    }

    /** Signs out everywhere: at the provider, and on all sites and devices. */
    @PostMapping("/cuenta/sesiones/cerrar")
    String endAll(HttpServletRequest request) {
        String subject = SignedIn.who().orElseThrow().subject();
        try {
            accounts.endSessions(subject);
        } catch (Accounts.Unreachable unreachable) {
            log.warn("Somebody's sessions at the identity provider could not be ended: it does not answer");
        }
        sessions.endAll(subject);
        HttpSession current = request.getSession(false);
        if (current != null) {
            current.invalidate();
        }
        return "redirect:/";
    }

    /** What this site and the sign-in keep about somebody. */
    @GetMapping("/cuenta/mis-datos.json")
    ResponseEntity<Map<String, Object>> data(HttpServletRequest request) {
        Identified who = SignedIn.who().orElseThrow();
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("site", SiteContext.of(request).officialName());
        data.put("name", who.name());
        data.put("email", who.email());
        data.put("emailVerified", who.verified());
        member(request).ifPresent(member -> {
            data.put("roles", member.roles());
            data.put("memberSince", member.since());
        });
        data.put(
                "sessions",
                sessions.of(who.subject(), request).stream()
                        .map(session -> Map.of(
                                "site", session.site(),
                                "device", session.device(),
                                "began", session.began(),
                                "lastUsed", session.used()))
                        .toList());
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"mis-datos.json\"")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .body(data);
    }

    private Optional<Member> member(HttpServletRequest request) {
        TenantId tenant = SiteContext.of(request).tenant();
        return tenant == null
                ? Optional.empty()
                : actors.of(request).flatMap(actor -> people.find(tenant, actor.person()));
    }
}
