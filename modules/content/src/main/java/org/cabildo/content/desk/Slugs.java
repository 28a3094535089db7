// SPDX-License-Identifier: Apache-2.0
package org.cabildo.content.desk;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;
import org.cabildo.content.ArticleKind;

/** Proposes the last part of addresses. */
final class Slugs {

    private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}-.+");
    private static final int LONGEST = 90;

    private Slugs() {}

    /** The slug of a wish or title; news starts with its day. Empty when no letter is left. */
    static String of(ArticleKind kind, String wish, LocalDate day) {
        String slug = plain(wish);
        if (kind == ArticleKind.NEWS && !slug.isEmpty() && !DAY.matcher(slug).matches()) {
            slug = day + "-" + slug;
        }
        return slug;
    }

    static boolean valid(ArticleKind kind, String slug) {
        return SLUG.matcher(slug).matches()
                && slug.length() <= 120
                && (kind == ArticleKind.PAGE || DAY.matcher(slug).matches());
    }

    private static String plain(String text) {
        String slug = Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        if (slug.length() <= LONGEST) {
            return slug;
        }
        int end = slug.lastIndexOf('-', LONGEST);
        return slug.substring(0, end > LONGEST / 2 ? end : LONGEST).replaceAll("-$", "");
    }
}
