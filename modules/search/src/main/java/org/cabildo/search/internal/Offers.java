// SPDX-License-Identifier: Apache-2.0
package org.cabildo.search.internal;

import java.util.List;
import java.util.Optional;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.UseCase;
import org.cabildo.platform.search.SearchDocument;
import org.cabildo.platform.search.SearchSource;
import org.springframework.beans.factory.ObjectProvider;

/** Takes into the store what sources offer, one transaction at a time. */
@UseCase
class Offers {

    private final Documents documents;
    private final ObjectProvider<SearchSource> sources;

    Offers(Documents documents, ObjectProvider<SearchSource> sources) {
        this.documents = documents;
        this.sources = sources;
    }

    /** Every source of the installation. */
    public List<SearchSource> sources() {
        return sources.orderedStream().toList();
    }

    /** Makes one thing in the store what its source says now. Answers with the number of rows that changed. */
    public int refresh(TenantId tenant, String type, String id) {
        Optional<SearchSource> source =
                sources().stream().filter(one -> one.type().equals(type)).findFirst();
        List<SearchDocument> offered = source.map(one -> one.one(tenant, id)).orElse(List.of());
        return documents.offer(tenant, source.map(SearchSource::module).orElse(""), type, id, offered);
    }

    /** Documents that the index lacks. */
    public List<Documents.Stored> pending(TenantId tenant, int atMost) {
        return documents.pending(tenant, atMost);
    }

    /** The index has these now. */
    public void indexed(TenantId tenant, List<Documents.Stored> written) {
        documents.indexed(tenant, written);
    }

    /** Everything of the tenant has to be brought to the index again. */
    public void forgetAll(TenantId tenant) {
        documents.forgetAll(tenant);
    }
}
