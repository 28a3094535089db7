// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.cabildo.platform.Actor;
import org.cabildo.platform.Site;
import org.jspecify.annotations.Nullable;

/**
 * What every template gets: the site, the language, who is signed in, and the words and formats of both. Bound to one
 * request.
 */
public interface View {

    Site site();

    /** The language of the page. */
    Locale locale();

    /** The text of a message key in the page's language; an unknown key fails the page in tests and shows the key else. */
    String msg(String key, Object... arguments);

    /** Whether a message key exists, for keys that are put together from data. */
    boolean hasMsg(String key);

    /** A short text of the theme ({@code tagline}, {@code heroTitle}, {@code heroText}) in the page's language, or empty. */
    String text(String key);

    /** The text of the page's language out of texts by language, else the site's first language's, else empty. */
    String localised(java.util.Map<String, String> texts);

    /** A day in words, for instance "21 de noviembre de 2026". */
    String date(LocalDate date);

    /** A day in words in the site's zone. */
    String date(Instant instant);

    /** Day and time in the site's zone, for instance "21 de noviembre de 2026, 14:05". */
    String dateTime(Instant instant);

    /** Machine form of an instant for {@code <time datetime>}. */
    String iso(Instant instant);

    /** A number with the given decimals and the separators of the site's country. */
    String number(Number value, int decimals);

    /** A size for people, for instance "1,2 MB". */
    String bytes(long size);

    /** URL of a static file with a content hash, for instance {@code asset("platform/site.css")}. */
    String asset(String path);

    /** The path of this request without its query. */
    String path();

    /** This request's path and query with one parameter set, or removed when the value is null. */
    String with(String parameter, @Nullable String value);

    /** The address that changes the language, remembers it and comes back to this page. */
    default String language(java.util.Locale language) {
        return "/idioma/" + language.toLanguageTag() + "?ir="
                + java.net.URLEncoder.encode(with(SiteLocale.NAME, null), java.nio.charset.StandardCharsets.UTF_8);
    }

    /** Whether an address may be shown: not one of a module that is off here. */
    default boolean leads(String href) {
        return true;
    }

    /** Main menu of the site: modules that are on, then staff-made entries. */
    List<NavLink> navigation();

    /** Menu of the staff workspace or of the console for what the actor may do. */
    List<NavLink> workspace();

    @Nullable
    Actor actor();

    default boolean signedIn() {
        return actor() != null;
    }

    default boolean can(String permission) {
        Actor actor = actor();
        return actor != null && actor.can(permission);
    }

    /** Name of the hidden field that carries the CSRF token. */
    String csrfName();

    /** The CSRF token; asking for it sets a cookie, which keeps the page out of the cache. */
    String csrfToken();

    /** A fresh value for the hidden field {@code _once}, which makes a submission idempotent. */
    String onceToken();

    /** The absolute address of a path on the site's canonical host. */
    String absolute(String path);

    /** The languages to offer, empty when there is only one. */
    List<Locale> languages();

    /**
     * A message to show once at the top of the page after a redirect, already translated; null when there is none.
     * Handlers leave it by {@code RedirectAttributes.addFlashAttribute("flash", text)}, which needs a session.
     */
    @Nullable
    String flash();
}
