// SPDX-License-Identifier: Apache-2.0
package org.cabildo.content;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cabildo.platform.Site;
import org.jspecify.annotations.Nullable;

/**
 * What the public may read: articles whose time has come. Lists show each item once, in the language wanted or else in
 * the site's first language.
 */
public interface Articles {

    /** One item in the language wanted, else in the site's first language, else in any. */
    Optional<Article> find(Site site, ArticleKind kind, String slug, Locale wanted);

    /** All pages in their order. */
    List<Article> pages(Site site, Locale wanted);

    /** A part of the news, newest first. */
    Slice news(Site site, Locale wanted, NewsQuery query);

    /** The years in which there is news, latest first. */
    List<Integer> newsYears(Site site);

    /** How many news items were published in the last 365 days. */
    int newsOfLastYear(Site site);

    /** When the next scheduled article appears by itself; empty when none is scheduled. */
    Optional<Instant> nextChange(Site site);

    /** Every item of a kind with the languages that it is written in, for site maps. */
    List<Listed> listed(Site site, ArticleKind kind);

    /**
     * What part of the news is wanted.
     *
     * @param year only this year, in the site's zone; null for all
     * @param older start after this item; null for the newest
     * @param newer end before this item, when going back; null otherwise
     */
    record NewsQuery(
            @Nullable Integer year,
            @Nullable Cursor older,
            @Nullable Cursor newer,
            int size) {

        public static NewsQuery newest(int size) {
            return new NewsQuery(null, null, null, size);
        }
    }

    /** The place of an item in the order of news. */
    record Cursor(Instant published, String slug) {

        public static Cursor of(Article article) {
            return new Cursor(java.util.Objects.requireNonNull(article.published()), article.slug());
        }
    }

    /** A part of a list and whether there is more on either side. */
    record Slice(List<Article> items, boolean newer, boolean older) {}

    /** An item for a site map. */
    record Listed(String slug, Locale locale, Instant changed) {}
}
