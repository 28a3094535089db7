// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.search;

import java.util.List;
import org.cabildo.platform.TenantId;

/**
 * Where the documents of one type come from: a bean of the module that owns them. Called as the tenant, in a
 * transaction. It answers with what the public may read at this moment: no drafts, nothing scheduled, nothing removed,
 * whatever the module's switch says.
 */
public interface SearchSource {

    /** The type of its documents, also named in its module's {@code searchTypes}. */
    String type();

    /** Key of the module by whose switch its documents can be found. */
    String module();

    /** One thing in each of its languages; empty when there is nothing that the public may read. */
    List<SearchDocument> one(TenantId tenant, String id);

    /**
     * The next things in the order of their ids (by code point, as {@code COLLATE "C"} orders), each in all of its
     * languages; empty at the end. Everything is read this way to rebuild search and to compare it with the store.
     *
     * @param after start after this id; empty from the beginning
     * @param things how many things at most, each counted once
     */
    List<SearchDocument> all(TenantId tenant, String after, int things);
}
