// SPDX-License-Identifier: Apache-2.0
package org.cabildo.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.cabildo.identity.Accounts;
import org.cabildo.identity.Identified;
import org.cabildo.identity.Invitation;
import org.cabildo.identity.Invitations;
import org.cabildo.identity.signin.SignedIn;
import org.cabildo.platform.web.Access;
import org.cabildo.platform.web.Page;
import org.cabildo.platform.web.SiteContext;
import org.cabildo.platform.web.View;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Where the link of an invitation leads. Whoever has no account makes one at the identity provider, where they choose
 * their password; the link shows that the address is theirs, so it needs no further mail.
 */
@Controller
class AcceptanceController {

    private static final String PATH = "/invitacion/{token:[A-Za-z0-9_-]{20,100}}";

    /** What the reader of the link can do next. */
    public enum Next {
        SIGN_IN,
        REGISTER,
        EITHER,
        ACCEPT,
        CHANGE_ACCOUNT
    }

    private final Invitations invitations;
    private final Accounts accounts;
    private final PeoplePages pages;

    AcceptanceController(Invitations invitations, Accounts accounts, PeoplePages pages) {
        this.invitations = invitations;
        this.accounts = accounts;
        this.pages = pages;
    }

    @GetMapping(PATH)
    @Access(Access.Audience.PUBLIC)
    String show(HttpServletRequest request, HttpServletResponse response, Model model, @PathVariable String token) {
        View view = pages.view(request);
        response.setHeader("Cache-Control", "private, no-store");
        response.setHeader("Referrer-Policy", "same-origin");
        Invitation invitation = invitations
                .byToken(SiteContext.of(request).requireTenant(), token)
                .orElse(null);
        if (invitation == null) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
            model.addAttribute(
                    "page", Page.of(view.msg("identity.accept.goneTitle")).notIndexed());
            return "identity/invitation-gone";
        }
        Optional<Identified> who = SignedIn.who();
        model.addAttribute(
                "page",
                Page.of(view.msg("identity.accept.title", view.site().name())).notIndexed());
        model.addAttribute("invitation", invitation);
        model.addAttribute(
                "roles",
                pages.options(request).stream()
                        .filter(option -> invitation.roles().contains(option.value()))
                        .toList());
        model.addAttribute("who", who.map(Identified::email).orElse(""));
        model.addAttribute("next", next(invitation, who).name());
        model.addAttribute("here", "/invitacion/" + token);
        return "identity/invitation";
    }

    private Next next(Invitation invitation, Optional<Identified> who) {
        if (who.isPresent()) {
            return who.get().email().equalsIgnoreCase(invitation.email()) ? Next.ACCEPT : Next.CHANGE_ACCOUNT;
        }
        try {
            return accounts.byAddress(invitation.email()).isPresent() ? Next.SIGN_IN : Next.REGISTER;
        } catch (Accounts.Unreachable unreachable) {
            return Next.EITHER;
        }
    }

    @PostMapping(PATH)
    @Access(Access.Audience.SIGNED_IN)
    String accept(
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect,
            @PathVariable String token) {
        Identified who = SignedIn.who().orElseThrow();
        if (invitations.accept(SiteContext.of(request).requireTenant(), token, who)) {
            View view = pages.view(request);
            redirect.addFlashAttribute(
                    "flash", view.msg("identity.accept.done", view.site().officialName()));
            return "redirect:/gestion";
        }
        return show(request, response, model, token);
    }
}
