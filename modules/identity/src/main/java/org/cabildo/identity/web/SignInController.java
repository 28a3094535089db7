// SPDX-License-Identifier: Apache-2.0
package org.cabildo.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.cabildo.identity.signin.SignInRequests;
import org.cabildo.platform.SiteKind;
import org.cabildo.platform.web.Access;
import org.cabildo.platform.web.Actors;
import org.cabildo.platform.web.LocalPath;
import org.cabildo.platform.web.Page;
import org.cabildo.platform.web.View;
import org.cabildo.platform.web.ViewFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What happens when signing in did not work. Signing in itself is answered by the filter chain. */
@Controller
class SignInController {

    private final ViewFactory views;
    private final Actors actors;

    SignInController(ViewFactory views, Actors actors) {
        this.views = views;
        this.actors = actors;
    }

    @GetMapping("/entrar")
    @Access(
            value = Access.Audience.PUBLIC,
            on = {SiteKind.MUNICIPALITY, SiteKind.NETWORK, SiteKind.CONSOLE})
    String signIn(
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            @RequestParam(name = "ir", required = false) @Nullable String target,
            @RequestParam(name = "fallo", required = false) @Nullable String failure) {
        boolean unreachable = request.getAttribute(SignInRequests.UNREACHABLE) != null;
        if (actors.of(request).isPresent() || (failure == null && !unreachable)) {
            return "redirect:" + LocalPath.of(target);
        }
        View view = views.of(request);
        String reason = failure != null && view.hasMsg("identity.failure." + failure) ? failure : "servicio";
        if (reason.equals("servicio")) {
            response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
            response.setHeader("Retry-After", "30");
        }
        model.addAttribute("page", Page.of(view.msg("identity.failure.title")).notIndexed());
        model.addAttribute("reason", reason);
        model.addAttribute("target", LocalPath.of(target));
        return "identity/failure";
    }
}
