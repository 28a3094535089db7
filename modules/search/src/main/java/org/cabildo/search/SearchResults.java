// SPDX-License-Identifier: Apache-2.0
package org.cabildo.search;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a question.
 *
 * @param hits a page of hits, best first
 * @param total how many there are with the facets chosen
 * @param everywhere how many there would be without facets
 * @param types how many there are of each type, with the other facets chosen
 * @param years how many there are of each year, latest first
 * @param territories how many there are of each territory
 * @param similar whether nothing has all the words, so that these hits are only alike
 * @param correction the question with its words as the site spells them, or null
 * @param degraded whether the index could not be asked, so that the store answered
 * @param bounded whether the store stopped looking, so that there are at least as many as the numbers say
 */
public record SearchResults(
        List<Hit> hits,
        long total,
        long everywhere,
        List<Count> types,
        List<Count> years,
        List<Count> territories,
        boolean similar,
        @Nullable String correction,
        boolean degraded,
        boolean bounded) {

    /** Whether there is another page. */
    public boolean more(int page) {
        return page < Search.PAGES && total > (long) page * Search.SIZE;
    }

    /** A document that was found; the words asked for are marked in title and excerpt. */
    public record Hit(
            String type,
            String module,
            String id,
            Locale locale,
            Marked title,
            Marked excerpt,
            String path,
            @Nullable LocalDate day,
            String territory) {}

    /** How many documents have a value of a facet. */
    public record Count(String value, long documents) {}

    /** A page to go to straight away. */
    public record Suggestion(String title, String path, String type) {}
}
