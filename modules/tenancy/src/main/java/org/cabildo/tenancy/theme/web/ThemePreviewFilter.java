// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy.theme.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.cabildo.platform.Site;
import org.cabildo.platform.web.SiteContext;
import org.cabildo.tenancy.theme.ThemePreviews;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.WebUtils;

/**
 * Shows the portal with its draft to people who opened a preview link. Such pages are neither kept nor listed by
 * anybody. Right after the site was found, so that every page, also of errors, wears the draft.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 15)
class ThemePreviewFilter extends OncePerRequestFilter {

    static final String COOKIE = "cabildo-preview";

    private final ThemePreviews previews;

    ThemePreviewFilter(ThemePreviews previews) {
        this.previews = previews;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        String path = failed == null ? request.getRequestURI() : failed.toString();
        return WebUtils.getCookie(request, COOKIE) == null || !aboutPages(path);
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    private static boolean aboutPages(String path) {
        return !path.startsWith("/assets/")
                && !path.startsWith("/tema/")
                && !path.startsWith("/api/")
                && !path.equals("/gestion")
                && !path.startsWith("/gestion/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Site site = SiteContext.of(request);
        Optional<ThemePreviews.Opened> opened = site.tenant() == null ? Optional.empty() : opened(request, site);
        if (opened.isPresent()) {
            SiteContext.bind(request, site.wearing(opened.get().theme()));
            response.setHeader("X-Robots-Tag", "noindex, nofollow");
            response.setHeader("Cache-Control", "private, no-store");
        } else {
            response.addCookie(gone(request));
        }
        chain.doFilter(request, response);
    }

    private Optional<ThemePreviews.Opened> opened(HttpServletRequest request, Site site) {
        return previews.open(site.requireTenant(), value(WebUtils.getCookie(request, COOKIE)));
    }

    private static String value(@Nullable Cookie cookie) {
        return cookie == null ? "" : cookie.getValue();
    }

    /** A cookie without a domain stays with its host, so the browser shows it to no other portal. */
    static Cookie cookie(HttpServletRequest request, String token, int seconds) {
        Cookie cookie = new Cookie(COOKIE, token);
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        cookie.setAttribute("SameSite", "Lax");
        cookie.setMaxAge(seconds);
        return cookie;
    }

    static Cookie gone(HttpServletRequest request) {
        return cookie(request, "", 0);
    }
}
