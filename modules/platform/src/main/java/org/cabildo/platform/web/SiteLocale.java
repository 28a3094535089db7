// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import org.cabildo.platform.Site;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.LocaleResolver;

/**
 * The language of a page: the query's {@code lang}, else the cookie that an earlier choice left, else the site's
 * first. What the browser prefers is not asked, so that a page's address alone says its language.
 */
public class SiteLocale implements LocaleResolver {

    static final String NAME = "lang";

    /** The language of the request's page, one of the site's. */
    public static Locale of(HttpServletRequest request) {
        Site site = SiteContext.of(request);
        return chosen(site, request.getParameter(NAME))
                .or(() -> chosen(site, cookie(request)))
                .orElse(site.defaultLocale());
    }

    static Optional<Locale> chosen(Site site, @Nullable String tag) {
        return site.locales().stream()
                .filter(locale -> tag != null
                        && (locale.toLanguageTag().equalsIgnoreCase(tag)
                                || locale.getLanguage().equalsIgnoreCase(tag)))
                .findFirst();
    }

    private static @Nullable String cookie(HttpServletRequest request) {
        if (request.getCookies() != null) {
            for (Cookie cookie : request.getCookies()) {
                if (cookie.getName().equals(NAME)) {
                    return cookie.getValue();
                }
            }
        }
        return null;
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return SiteContext.known(request) ? of(request) : Locale.of("es");
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        throw new UnsupportedOperationException("The language is chosen by the query parameter " + NAME);
    }
}
