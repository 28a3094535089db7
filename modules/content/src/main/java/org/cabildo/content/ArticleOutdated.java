// SPDX-License-Identifier: Apache-2.0
package org.cabildo.content;

/** Somebody else changed the article since the version that a change is based on; nothing was stored. */
public class ArticleOutdated extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ArticleOutdated(ArticleId id) {
        super(id.name() + " was changed in the meantime");
    }
}
