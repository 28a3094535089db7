// SPDX-License-Identifier: Apache-2.0
package org.cabildo.search;

import org.jspecify.annotations.Nullable;

/**
 * A question and the facets chosen.
 *
 * @param text the words, as typed; cut after 200 characters
 * @param type only this type; empty for all
 * @param year only this year; null for all
 * @param territory only this territory; empty for all
 * @param page which ten, from 1
 */
public record SearchQuery(
        String text, String type, @Nullable Integer year, String territory, int page) {

    private static final int LONGEST = 200;

    public SearchQuery {
        String plain = text.replaceAll("[\\p{Cntrl}\\p{Co}\\s]+", " ").strip();
        text = plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST);
        page = Math.clamp(page, 1, Search.PAGES);
    }

    /** Everything that has these words, first page. */
    public static SearchQuery of(String text) {
        return new SearchQuery(text, "", null, "", 1);
    }

    /** Whether a facet narrows it. */
    public boolean narrowed() {
        return !type.isEmpty() || year != null || !territory.isEmpty();
    }
}
