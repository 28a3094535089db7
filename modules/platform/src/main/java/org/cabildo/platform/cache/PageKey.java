// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.cache;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.cabildo.platform.Site;
import org.cabildo.platform.SiteStatus;
import org.cabildo.platform.web.SiteContext;
import org.cabildo.platform.web.SiteLocale;
import org.jspecify.annotations.Nullable;

/**
 * Everything that an anonymous page depends on. The host is the site's own and not the request's word; the version
 * grows with every published change, so an older page is never found again.
 */
record PageKey(
        int tenant,
        String host,
        String stylesheet,
        long version,
        Locale locale,
        String path,
        String query,
        boolean html) {

    private static final int LONGEST = 512;

    /** The key of a request that may be answered from the cache; empty for all others. */
    static Optional<PageKey> of(HttpServletRequest request) {
        if (!request.getMethod().equals("GET") && !request.getMethod().equals("HEAD")) {
            return Optional.empty();
        }
        Site site = SiteContext.of(request);
        String path = request.getRequestURI();
        String query = canonical(request.getQueryString());
        if (site.tenant() == null
                || site.status() != SiteStatus.LIVE
                || personal(request)
                || elsewhere(path)
                || path.length() + query.length() > LONGEST) {
            return Optional.empty();
        }
        String accept = request.getHeader("Accept");
        boolean html = accept == null || accept.contains("text/html") || accept.contains("*/*");
        if (!html && accept.contains("json")) {
            return Optional.empty();
        }
        return Optional.of(new PageKey(
                site.tenant().value(),
                site.canonicalHost(),
                site.theme().stylesheet(),
                site.version(),
                SiteLocale.of(request),
                path,
                query,
                html));
    }

    /** Staff, accounts, machines and files have answers of their own. */
    private static boolean elsewhere(String path) {
        return path.startsWith("/gestion")
                || path.startsWith("/api/")
                || path.startsWith("/assets/")
                || path.startsWith("/entrar")
                || path.startsWith("/salir")
                || path.startsWith("/cuenta")
                || path.startsWith("/login");
    }

    /** Any cookie may mean somebody, except those that are known to mean nobody. */
    private static boolean personal(HttpServletRequest request) {
        return request.getHeader("Authorization") != null
                || request.getHeader("Range") != null
                || request.getHeader("HX-Request") != null
                || (request.getCookies() != null
                        && Arrays.stream(request.getCookies()).anyMatch(cookie -> !nobodys(cookie)));
    }

    private static boolean nobodys(Cookie cookie) {
        return cookie.getName().equals("lang") || cookie.getName().endsWith("cabildo-form");
    }

    /** The parameters by name; several values of one keep their order. */
    private static String canonical(@Nullable String query) {
        if (query == null || query.isEmpty()) {
            return "";
        }
        String[] parameters = query.split("&");
        Arrays.sort(parameters, (one, other) -> name(one).compareTo(name(other)));
        return String.join("&", parameters);
    }

    private static String name(String parameter) {
        int equals = parameter.indexOf('=');
        return equals < 0 ? parameter : parameter.substring(0, equals);
    }
}
