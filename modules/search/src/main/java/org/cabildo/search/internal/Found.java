// SPDX-License-Identifier: Apache-2.0
package org.cabildo.search.internal;

import java.util.List;
import java.util.Optional;
import org.cabildo.search.Marked;
import org.cabildo.search.SearchResults.Count;

/**
 * What an engine answers; the documents themselves are read from the store.
 *
 * @param bounded whether the engine stopped looking, so that there are at least as many as its numbers say
 */
record Found(
        List<Place> places,
        long total,
        long everywhere,
        List<Count> types,
        List<Count> years,
        List<Count> territories,
        boolean similar,
        boolean bounded) {

    /** A document and where it has the words; an empty title stands for the document's own. */
    record Place(Key key, Optional<Marked> title, Optional<Marked> summary, Optional<Marked> body) {}

    static final Found NOTHING = new Found(List.of(), 0, 0, List.of(), List.of(), List.of(), false, false);
}
