// SPDX-License-Identifier: Apache-2.0
package org.cabildo.content;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An article as staff see it.
 *
 * @param version grows with every change; a save names the version that it is based on
 * @param changed when it last changed
 * @param changedBy who changed it; may be empty
 * @param removed since when it lies in the bin, or null
 */
public record Edition(
        Article article,
        int version,
        Instant changed,
        String changedBy,
        @Nullable Instant removed) {

    public ArticleState state(Instant now) {
        if (removed != null) {
            return ArticleState.REMOVED;
        }
        if (article.published() == null) {
            return ArticleState.DRAFT;
        }
        return article.visible(now) ? ArticleState.PUBLISHED : ArticleState.SCHEDULED;
    }
}
