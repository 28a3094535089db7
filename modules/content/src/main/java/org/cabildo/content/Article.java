// SPDX-License-Identifier: Apache-2.0
package org.cabildo.content;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A text in one language. The same slug in several languages is one item.
 *
 * @param slug last part of its address; of news it starts with the day, {@code 2026-11-03-}
 * @param title heading
 * @param summary one sentence for lists and search engines
 * @param body Markdown
 * @param menu whether lists of pages show it
 * @param order its place in them
 * @param published from when on it is public; null for a draft, in the future for a scheduled one
 * @param updated when it last changed after it was published, as readers are told, or null
 * @param image name of its picture among the files, or null
 * @param attachments files to download
 */
public record Article(
        ArticleKind kind,
        String slug,
        Locale locale,
        String title,
        String summary,
        String body,
        boolean menu,
        int order,
        @Nullable Instant published,
        @Nullable Instant updated,
        @Nullable String image,
        List<Attached> attachments) {

    /** A file of the tenant that belongs to an article. */
    public record Attached(String file, String title) {}

    public boolean visible(Instant now) {
        return published != null && !published.isAfter(now);
    }

    /** The same with other times. */
    public Article publishedAt(@Nullable Instant when, @Nullable Instant corrected) {
        return new Article(kind, slug, locale, title, summary, body, menu, order, when, corrected, image, attachments);
    }

    public ArticleId id() {
        return new ArticleId(kind, slug, locale);
    }

    /** Its public address. */
    public String path() {
        return kind.path() + "/" + slug;
    }
}
