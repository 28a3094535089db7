// SPDX-License-Identifier: Apache-2.0
package org.cabildo.search.internal;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.cabildo.platform.Site;
import org.cabildo.platform.search.SearchDocument;
import org.cabildo.search.Marked;
import org.cabildo.search.Search;
import org.cabildo.search.SearchQuery;
import org.cabildo.search.SearchResults;
import org.cabildo.search.SearchResults.Hit;
import org.cabildo.search.SearchResults.Suggestion;
import org.cabildo.search.internal.Documents.Stored;
import org.cabildo.search.internal.Found.Place;
import org.cabildo.search.internal.OpenSearchConnection.Unavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Asks OpenSearch, or PostgreSQL when that does not answer. What an engine found is read again under row security before
 * anybody sees it; what is not the tenant's there is left out and counted as a stray.
 */
@Component
class PortalSearch implements Search {

    private static final Logger LOG = LoggerFactory.getLogger(PortalSearch.class);
    private static final int EXCERPT = 220;
    private static final int SUGGESTIONS = 8;

    private final Optional<OpenSearchEngine> index;
    private final StoreEngine store;
    private final Documents documents;
    private final TransactionTemplate transactions;
    private final MeterRegistry meters;

    PortalSearch(
            Optional<OpenSearchEngine> index,
            StoreEngine store,
            Documents documents,
            TransactionTemplate transactions,
            MeterRegistry meters) {
        this.index = index;
        this.store = store;
        this.documents = documents;
        this.transactions = transactions;
        this.meters = meters;
    }

    /** An answer and whether the store gave it because the index did not. */
    private record Asked<T>(T answer, boolean degraded) {}

    @Override
    public SearchResults find(Site site, Locale reader, SearchQuery query) {
        Scope scope = Scope.of(site, reader);
        String words = Question.essential(query.text());
        if (words.isBlank()) {
            return results(scope, query, Found.NOTHING, false);
        }
        Asked<Found> asked = ask(engine -> twice(engine, scope, words, query));
        return results(scope, query, asked.answer(), asked.degraded());
    }

    /** All words first; when nothing has them, some words and slips of the pen. */
    static Found twice(SearchEngine engine, Scope scope, String words, SearchQuery query) {
        Found exact = engine.find(scope, words, query, false);
        return exact.everywhere() > 0 ? exact : engine.find(scope, words, query, true);
    }

    @Override
    public List<Suggestion> suggest(Site site, Locale reader, String typed) {
        Scope scope = Scope.of(site, reader);
        String words = SearchQuery.of(typed).text();
        if (words.isBlank()) {
            return List.of();
        }
        List<Key> keys =
                ask(engine -> engine.beginning(scope, words, SUGGESTIONS)).answer();
        Map<Key, Stored> stored = read(scope, keys);
        return keys.stream()
                .map(stored::get)
                .filter(found -> found != null)
                .map(Stored::document)
                .map(found -> new Suggestion(found.title(), found.path(), found.type()))
                .toList();
    }

    private <T> Asked<T> ask(Function<SearchEngine, T> question) {
        if (index.isPresent()) {
            try {
                return new Asked<>(question.apply(index.get()), false);
            } catch (Unavailable exception) {
                meters.counter("cabildo.search.fallback").increment();
                LOG.warn("PostgreSQL answers a search: {}", exception.getMessage());
            }
        }
        return new Asked<>(transactions.execute(status -> question.apply(store)), index.isPresent());
    }

    private SearchResults results(Scope scope, SearchQuery query, Found found, boolean degraded) {
        Map<Key, Stored> stored =
                read(scope, found.places().stream().map(Place::key).toList());
        List<Hit> hits = new ArrayList<>();
        List<SearchDocument> read = new ArrayList<>();
        for (Place place : found.places()) {
            Stored document = stored.get(place.key());
            if (document != null) {
                hits.add(hit(place, document));
                read.add(document.document());
            }
        }
        return new SearchResults(
                hits,
                found.total(),
                found.everywhere(),
                found.types(),
                found.years(),
                found.territories(),
                found.similar(),
                found.similar() ? Spelling.corrected(query.text(), read).orElse(null) : null,
                degraded,
                found.bounded());
    }

    private Map<Key, Stored> read(Scope scope, List<Key> keys) {
        if (keys.isEmpty()) {
            return Map.of();
        }
        Map<Key, Stored> found =
                new java.util.HashMap<>(transactions.execute(status -> documents.read(scope.tenant(), keys)));
        found.values().removeIf(stored -> !scope.modules().contains(stored.module()));
        if (found.size() < keys.size()) {
            meters.counter("cabildo.search.strays").increment(keys.size() - (double) found.size());
            LOG.warn(
                    "{} of {} hits of tenant {} are not in the store",
                    keys.size() - found.size(),
                    keys.size(),
                    scope.tenant());
        }
        return found;
    }

    private static Hit hit(Place place, Stored stored) {
        SearchDocument document = stored.document();
        return new Hit(
                document.type(),
                stored.module(),
                document.id(),
                document.locale(),
                place.title().orElseGet(() -> Marked.of(document.title())),
                excerpt(place, document),
                document.path(),
                document.date(),
                document.territory() == null ? "" : document.territory());
    }

    /** The summary when it has the words, else the place in the text that has them, else the beginning. */
    private static Marked excerpt(Place place, SearchDocument document) {
        return place.summary().or(place::body).orElseGet(() -> {
            String text = document.summary().isBlank() ? document.body() : document.summary();
            if (text.length() <= EXCERPT) {
                return Marked.of(text);
            }
            int end = text.lastIndexOf(' ', EXCERPT);
            return Marked.of(text.substring(0, end > 0 ? end : EXCERPT) + "…");
        });
    }
}
