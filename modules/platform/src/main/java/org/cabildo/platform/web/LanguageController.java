// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import org.cabildo.platform.SiteKind;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Remembers the language that somebody chooses, in a cookie of the site's host, and goes back to the page. */
@Controller
@Access(
        value = Access.Audience.PUBLIC,
        on = {SiteKind.MUNICIPALITY, SiteKind.NETWORK, SiteKind.CONSOLE})
class LanguageController {

    private static final Duration YEAR = Duration.ofDays(365);

    @GetMapping("/idioma/{tag:[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*}")
    String choose(
            @PathVariable String tag,
            @RequestParam(name = "ir", defaultValue = "/") String target,
            HttpServletRequest request,
            HttpServletResponse response) {
        Locale locale = SiteLocale.chosen(SiteContext.of(request), tag)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Cookie cookie = new Cookie(SiteLocale.NAME, locale.toLanguageTag());
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        cookie.setAttribute("SameSite", "Lax");
        cookie.setMaxAge(Math.toIntExact(YEAR.toSeconds()));
        response.addCookie(cookie);
        response.setHeader("Cache-Control", "private, no-store");
        String page = LocalPath.of(target);
        return "redirect:" + page + (page.contains("?") ? "&" : "?") + SiteLocale.NAME + "=" + locale.toLanguageTag();
    }
}
