// SPDX-License-Identifier: Apache-2.0
package org.cabildo.search.internal;

import org.cabildo.platform.TenantContext;
import org.cabildo.platform.search.SearchDocumentChanged;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Hears that something changed, after the change is safe. The publication stays in the registry until the store has
 * taken it in; the index is brought up to date at once where it answers, and else by {@link Indexing} later.
 */
@Component
class ChangedDocuments {

    private final Offers offers;
    private final Indexing indexing;

    ChangedDocuments(Offers offers, Indexing indexing) {
        this.offers = offers;
        this.indexing = indexing;
    }

    @Async
    @TransactionalEventListener(id = "search.changed-documents")
    void on(SearchDocumentChanged changed) {
        TenantContext.run(changed.tenant(), () -> {
            offers.refresh(changed.tenant(), changed.type(), changed.id());
            indexing.bring(changed.tenant());
        });
    }
}
