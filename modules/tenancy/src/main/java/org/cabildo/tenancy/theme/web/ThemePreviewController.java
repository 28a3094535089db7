// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy.theme.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.cabildo.platform.web.Access;
import org.cabildo.platform.web.Page;
import org.cabildo.platform.web.SiteContext;
import org.cabildo.platform.web.View;
import org.cabildo.platform.web.ViewFactory;
import org.cabildo.tenancy.theme.ThemePreviews;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Where preview links lead, and the way out of a preview. */
@Controller
@Access(Access.Audience.PUBLIC)
class ThemePreviewController {

    private final ThemePreviews previews;
    private final ViewFactory views;
    private final Clock clock;

    ThemePreviewController(ThemePreviews previews, ViewFactory views, Clock clock) {
        this.previews = previews;
        this.views = views;
        this.clock = clock;
    }

    @GetMapping("/tema/vista/{token:[A-Za-z0-9_-]{60,100}}")
    String enter(@PathVariable String token, HttpServletRequest request, HttpServletResponse response, Model model) {
        response.setHeader("Cache-Control", "private, no-store");
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
        response.setHeader("Referrer-Policy", "no-referrer");
        Optional<ThemePreviews.Opened> opened =
                previews.open(SiteContext.of(request).requireTenant(), token);
        if (opened.isEmpty()) {
            View v = views.of(request);
            response.setStatus(HttpServletResponse.SC_GONE);
            model.addAttribute("page", Page.of(v.msg("theme.preview.gone")).notIndexed());
            return "tenancy/theme/preview-gone";
        }
        long left = Duration.between(clock.instant(), opened.get().expires()).toSeconds();
        response.addCookie(ThemePreviewFilter.cookie(request, token, Math.toIntExact(left)));
        return "redirect:/";
    }

    @PostMapping("/tema/vista/salir")
    String leave(HttpServletRequest request, HttpServletResponse response) {
        response.addCookie(ThemePreviewFilter.gone(request));
        return "redirect:/";
    }
}
