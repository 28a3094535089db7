// SPDX-License-Identifier: Apache-2.0
package org.cabildo.content.internal;

import org.cabildo.content.Article;
import org.cabildo.content.ArticleId;
import org.cabildo.platform.Sites;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.search.SearchDocumentChanged;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells caches and search, in the transaction of a change, that what the public sees is or will be another. */
@Component
class Announcements {

    private final Sites sites;
    private final ApplicationEventPublisher events;

    Announcements(Sites sites, ApplicationEventPublisher events) {
        this.sites = sites;
        this.events = events;
    }

    /** An article was changed, made (no before) or removed (no after). Drafts concern nobody. */
    void changed(TenantId tenant, @Nullable Article before, @Nullable Article after) {
        if (dated(before) || dated(after)) {
            search(tenant, before, after);
            sites.touch(tenant);
        }
    }

    /** The same for search only, where the site's version grows anyway. */
    void search(TenantId tenant, @Nullable Article before, @Nullable Article after) {
        Article article = after != null ? after : before;
        if (article != null && (dated(before) || dated(after))) {
            published(tenant, article.id());
        }
    }

    /** The time of scheduled articles has come. */
    void due(TenantId tenant, Iterable<ArticleId> articles) {
        articles.forEach(id -> published(tenant, id));
        sites.touch(tenant);
    }

    private void published(TenantId tenant, ArticleId id) {
        events.publishEvent(new SearchDocumentChanged(tenant, id.kind().code(), id.slug()));
    }

    private static boolean dated(@Nullable Article article) {
        return article != null && article.published() != null;
    }
}
