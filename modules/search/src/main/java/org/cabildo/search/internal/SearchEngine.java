// SPDX-License-Identifier: Apache-2.0
package org.cabildo.search.internal;

import java.util.List;
import org.cabildo.search.SearchQuery;

/** Something that finds documents: the index, or the store itself. */
interface SearchEngine {

    /**
     * Documents that have all words of a question; with {@code similar}, those that have some of them or words that are
     * spelt alike.
     *
     * @param words the words that matter, see {@link Question}
     */
    Found find(Scope scope, String words, SearchQuery query, boolean similar);

    /** Documents whose titles have words that start with what was typed. */
    List<Key> beginning(Scope scope, String typed, int atMost);
}
