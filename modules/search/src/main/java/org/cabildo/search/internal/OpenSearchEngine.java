// SPDX-License-Identifier: Apache-2.0
package org.cabildo.search.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.cabildo.search.Marked;
import org.cabildo.search.SearchQuery;
import org.cabildo.search.SearchResults.Count;
import org.cabildo.search.internal.Found.Place;
import org.cabildo.search.internal.OpenSearchConnection.Answer;
import org.cabildo.search.internal.OpenSearchConnection.Unavailable;
import tools.jackson.databind.JsonNode;

/** Finds documents in OpenSearch. */
class OpenSearchEngine implements SearchEngine {

    private final OpenSearchConnection connection;
    private final String alias;

    OpenSearchEngine(OpenSearchConnection connection, String alias) {
        this.connection = connection;
        this.alias = alias;
    }

    @Override
    public Found find(Scope scope, String words, SearchQuery query, boolean similar) {
        JsonNode body = ask(scope, IndexQuery.find(scope, words, query, similar));
        List<Place> places = new ArrayList<>();
        for (JsonNode hit : body.path("hits").path("hits")) {
            places.add(place(hit));
        }
        JsonNode counts = body.path("aggregations");
        List<Count> years = new ArrayList<>(counts(counts, "year"));
        years.sort(Comparator.comparing(Count::value).reversed());
        long total = body.path("hits").path("total").path("value").asLong();
        return new Found(
                places,
                total,
                counts.path("everywhere").path("doc_count").asLong(total),
                counts(counts, "type"),
                years,
                counts(counts, "territory"),
                similar,
                false);
    }

    @Override
    public List<Key> beginning(Scope scope, String typed, int atMost) {
        List<Key> keys = new ArrayList<>();
        for (JsonNode hit : ask(scope, IndexQuery.beginning(scope, typed, atMost))
                .path("hits")
                .path("hits")) {
            keys.add(key(hit));
        }
        return keys;
    }

    private JsonNode ask(Scope scope, Object body) {
        Answer answer = connection.send("POST", "/" + alias + "/_search?routing=" + scope.tenant(), body);
        if (!answer.ok()) {
            throw new Unavailable("OpenSearch refused: " + answer.status() + " " + answer.body(), null);
        }
        return answer.body();
    }

    private static Key key(JsonNode hit) {
        JsonNode source = hit.path("_source");
        return new Key(
                source.path("type").asString(),
                source.path("id").asString(),
                source.path("locale").asString());
    }

    private static Place place(JsonNode hit) {
        JsonNode marks = hit.path("highlight");
        return new Place(key(hit), marked(marks, ".title"), marked(marks, ".summary"), marked(marks, ".body"));
    }

    /** The highlight with most words marked, of the fields that hold this text. */
    private static Optional<Marked> marked(JsonNode marks, String text) {
        return marks.properties().stream()
                .filter(field -> field.getKey().contains(text))
                .map(field -> Marked.of(field.getValue().path(0).asString("")))
                .filter(Marked::any)
                .max(Comparator.comparingLong(marked ->
                        marked.parts().stream().filter(Marked.Part::marked).count()));
    }

    private static List<Count> counts(JsonNode counts, String facet) {
        List<Count> values = new ArrayList<>();
        JsonNode filtered = counts.path(facet).path("values");
        for (JsonNode bucket : (filtered.isMissingNode() ? counts.path(facet) : filtered).path("buckets")) {
            values.add(new Count(
                    bucket.path("key").asString(), bucket.path("doc_count").asLong()));
        }
        return values;
    }
}
