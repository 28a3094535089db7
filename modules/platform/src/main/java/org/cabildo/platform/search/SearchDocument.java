// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.search;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A page of a site as search knows it, in one language. Everybody may find it, so it holds nothing that the public may
 * not read. Texts are plain: no Markdown, no HTML.
 *
 * @param type kind of thing, for instance {@code news}; its name is the message {@code search.type.<type>}
 * @param id the thing's id, unique within the type; the same in all of its languages
 * @param locale language of the texts, one of the site's
 * @param title heading of the page
 * @param summary one or two sentences; may be empty
 * @param body everything else that can be searched for; may be empty
 * @param path where it is read, starting with a slash
 * @param date the day that people know it by, or null when it has none
 * @param territory code of the territory that it is about, or null for the whole municipality
 * @param facets further properties by name, for instance {@code theme}; kept with the document
 */
public record SearchDocument(
        String type,
        String id,
        Locale locale,
        String title,
        String summary,
        String body,
        String path,
        @Nullable LocalDate date,
        @Nullable String territory,
        Map<String, String> facets) {

    public SearchDocument {
        Objects.requireNonNull(summary);
        Objects.requireNonNull(body);
        if (type.isBlank() || id.isBlank() || title.isBlank() || !path.startsWith("/")) {
            throw new IllegalArgumentException("A document has type, id, title and a path that starts with a slash");
        }
        facets = Map.copyOf(facets);
    }

    /** A document without day, territory and further properties. */
    public static SearchDocument of(
            String type, String id, Locale locale, String title, String summary, String body, String path) {
        return new SearchDocument(type, id, locale, title, summary, body, path, null, null, Map.of());
    }

    /** The same with the day that people know it by. */
    public SearchDocument on(@Nullable LocalDate day) {
        return new SearchDocument(type, id, locale, title, summary, body, path, day, territory, facets);
    }

    /** The same, about one territory. */
    public SearchDocument about(@Nullable String code) {
        return new SearchDocument(type, id, locale, title, summary, body, path, date, code, facets);
    }
}
