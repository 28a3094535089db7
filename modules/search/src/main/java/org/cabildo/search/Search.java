// SPDX-License-Identifier: Apache-2.0
package org.cabildo.search;

import java.util.List;
import java.util.Locale;
import org.cabildo.platform.Site;
import org.cabildo.search.SearchResults.Suggestion;

/**
 * Finds what the modules of a site offer to its readers. Only documents of the site's tenant and of modules that are
 * switched on count for anything: hits, facets, totals, suggestions, corrections. A thing that is written in several
 * languages is found once, in the reader's language, else in the site's first.
 */
public interface Search {

    /** How many hits a page has. */
    int SIZE = 10;

    /** The last page; who has not found it by then needs other words. */
    int PAGES = 10;

    /** Answers a question. Without words it counts what there is and finds nothing. */
    SearchResults find(Site site, Locale reader, SearchQuery query);

    /** Pages whose titles have a word that starts with each of the words typed so far. */
    List<Suggestion> suggest(Site site, Locale reader, String typed);
}
