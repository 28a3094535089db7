// SPDX-License-Identifier: Apache-2.0
package org.cabildo.search.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cabildo.testkit.EmbeddedDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.cabildo.platform.Site;
import org.cabildo.platform.TenantContext;
import org.cabildo.platform.search.SearchDocument;
import org.cabildo.platform.search.SearchDocumentChanged;
import org.cabildo.search.Search;
import org.cabildo.search.SearchQuery;
import org.cabildo.search.SearchResults;
import org.cabildo.search.SearchResults.Hit;
import org.cabildo.search.SearchResults.Suggestion;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/** Two towns of its own for each test, and what to publish and ask there. */
@EmbeddedDatabase(migrated = "search")
@SpringBootTest(classes = SearchApplication.class)
abstract class SearchTest {

    @Autowired
    Search search;

    @Autowired
    Towns towns;

    @Autowired
    Library news;

    @Autowired
    Library pages;

    @Autowired
    Reconciliation reconciliation;

    @Autowired
    StoreEngine store;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    ApplicationEventPublisher events;

    Site here;
    Site there;

    @BeforeEach
    void foundTwoTowns() {
        here = towns.found();
        there = towns.found();
    }

    /** Whether the answers of this engine carry the notice. */
    abstract boolean degraded();

    static SearchDocument text(String type, String id, String title, String body) {
        return SearchDocument.of(type, id, Towns.SPANISH, title, "", body, "/" + type + "/" + id);
    }

    void publish(Site site, SearchDocument document) {
        (document.type().equals("news") ? news : pages).put(site.requireTenant(), document);
        announce(site, document.type(), document.id());
    }

    void announce(Site site, String type, String id) {
        TenantContext.run(
                site.requireTenant(),
                () -> transactions.executeWithoutResult(
                        status -> events.publishEvent(new SearchDocumentChanged(site.requireTenant(), type, id))));
    }

    SearchResults ask(Site site, String text) {
        return ask(site, SearchQuery.of(text), Towns.SPANISH);
    }

    SearchResults ask(Site site, SearchQuery query, Locale reader) {
        return TenantContext.get(site.requireTenant(), () -> search.find(site, reader, query));
    }

    List<Suggestion> typed(Site site, String text) {
        return TenantContext.get(site.requireTenant(), () -> search.suggest(site, Towns.SPANISH, text));
    }

    /** Waits until the engine that is meant to answer does so: a new index has nothing to say before its first text. */
    void awaitFound(Site site, String text, String... ids) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            SearchResults results = ask(site, text);
            assertThat(ids(results)).containsExactlyInAnyOrder(ids);
            assertThat(results.degraded()).isEqualTo(degraded());
        });
    }

    static List<String> ids(SearchResults results) {
        return results.hits().stream().map(Hit::id).toList();
    }
}
