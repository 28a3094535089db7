// SPDX-License-Identifier: Apache-2.0
package org.cabildo.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import org.cabildo.identity.signin.LocalPath;
import org.cabildo.platform.SiteKind;
import org.cabildo.platform.web.Access;
import org.cabildo.platform.web.Actors;
import org.cabildo.platform.web.Page;
import org.cabildo.platform.web.View;
import org.cabildo.platform.web.ViewFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who somebody is on this site, and what happens when signing in did not work. */
@Controller
class AccountController {

    private final ViewFactory views;
    private final Actors actors;

    AccountController(ViewFactory views, Actors actors) {
        this.views = views;
        this.actors = actors;
    }

    /** Signing in itself is answered by the filter chain; this is for those who have, and for failures. */
    @GetMapping("/entrar")
    @Access(
            value = Access.Audience.PUBLIC,
            on = {SiteKind.MUNICIPALITY, SiteKind.NETWORK, SiteKind.CONSOLE})
    String signIn(
            HttpServletRequest request,
            Model model,
            @RequestParam(name = "ir", required = false) @Nullable String target,
            @RequestParam(name = "fallo", required = false) @Nullable String failure) {
        if (actors.of(request).isPresent() || failure == null) {
            return "redirect:" + LocalPath.of(target);
        }
        View view = views.of(request);
        String reason = view.hasMsg("identity.failure." + failure) ? failure : "servicio";
        model.addAttribute("page", Page.of(view.msg("identity.failure.title")).notIndexed());
        model.addAttribute("reason", reason);
        return "identity/failure";
    }

    @GetMapping("/cuenta")
    @Access(
            value = Access.Audience.SIGNED_IN,
            on = {SiteKind.MUNICIPALITY, SiteKind.NETWORK, SiteKind.CONSOLE})
    String account(HttpServletRequest request, Model model) {
        View view = views.of(request);
        model.addAttribute("page", Page.of(view.msg("identity.account.title")).notIndexed());
        return "identity/account";
    }
}
