// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A page announced on another one: a card or a row of a list.
 *
 * @param title the page's heading
 * @param summary one or two sentences; may be empty
 * @param kicker its section, type or status in a word or two; may be empty
 * @param at when it was published, or null
 * @param image URL of a picture, or null; the picture is decoration, so it has no text alternative
 */
public record Teaser(
        String title,
        String href,
        String summary,
        String kicker,
        @Nullable Instant at,
        @Nullable String image) {

    public static Teaser of(String title, String href, String summary) {
        return new Teaser(title, href, summary, "", null, null);
    }

    public Teaser under(String word) {
        return new Teaser(title, href, summary, word, at, image);
    }

    public Teaser at(@Nullable Instant instant) {
        return new Teaser(title, href, summary, kicker, instant, image);
    }

    public Teaser withImage(@Nullable String url) {
        return new Teaser(title, href, summary, kicker, at, url);
    }
}
