// SPDX-License-Identifier: Apache-2.0
package org.cabildo.search.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cabildo.search.Marked;
import org.cabildo.search.Search;
import org.cabildo.search.SearchQuery;

/**
 * Questions in OpenSearch's query language. Each has the filter of its scope, whatever else it asks; routing only says
 * where to look.
 */
final class IndexQuery {

    private static final int FACET_VALUES = 50;

    private IndexQuery() {}

    static Map<String, Object> find(Scope scope, String words, SearchQuery query, boolean similar) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("size", Search.SIZE);
        body.put("from", (query.page() - 1) * Search.SIZE);
        body.put("track_total_hits", true);
        body.put("_source", List.of("type", "id", "locale"));
        Map<String, Object> bool = new LinkedHashMap<>();
        bool.put("filter", filters(scope));
        bool.put("must", List.of(similar ? alike(scope, words) : allWords(scope, words)));
        if (!similar) {
            bool.put("should", closer(scope, words));
        }
        body.put("query", Map.of("bool", bool));
        body.put("post_filter", Map.of("bool", Map.of("filter", chosen(query, ""))));
        body.put("aggs", counts(query));
        body.put("sort", List.of("_score", Map.of("day", Map.of("order", "desc", "missing", "_last")), "type", "id"));
        body.put("highlight", highlight(scope, similar));
        return body;
    }

    static Map<String, Object> beginning(Scope scope, String typed, int atMost) {
        return Map.of(
                "size",
                atMost,
                "_source",
                List.of("type", "id", "locale"),
                "query",
                Map.of(
                        "bool",
                        Map.of(
                                "filter",
                                filters(scope),
                                "must",
                                List.of(Map.of(
                                        "match", Map.of("beginning", Map.of("query", typed, "operator", "and")))))));
    }

    /** The wall: the tenant's documents, of modules that are on, each thing in one language. */
    static List<Object> filters(Scope scope) {
        List<Object> languages = new ArrayList<>(List.of(term("locale", scope.reader())));
        List<Object> others = new ArrayList<>(List.of(term("translations", scope.reader())));
        if (!scope.fallback().equals(scope.reader())) {
            languages.add(Map.of(
                    "bool",
                    Map.of("filter", List.of(term("locale", scope.fallback())), "must_not", List.copyOf(others))));
            others.add(term("translations", scope.fallback()));
        }
        languages.add(Map.of("bool", Map.of("must_not", others)));
        return List.of(
                Map.of("term", Map.of("tenant", scope.tenant().value())),
                Map.of("terms", Map.of("module", List.copyOf(scope.modules()))),
                Map.of("bool", Map.of("should", languages, "minimum_should_match", 1)));
    }

    private static Map<String, Object> term(String field, Object value) {
        return Map.of("term", Map.of(field, value));
    }

    static Set<String> languages(Scope scope) {
        Set<String> languages = new LinkedHashSet<>();
        languages.add(IndexMapping.language(scope.reader()));
        languages.add(IndexMapping.language(scope.fallback()));
        languages.addAll(List.of("es", "en"));
        return languages;
    }

    private static Map<String, Object> allWords(Scope scope, String words) {
        if (words.contains("\"")) {
            return phrase(scope, words.replace('"', ' '));
        }
        List<Object> each = new ArrayList<>();
        for (String language : languages(scope)) {
            each.add(together(words, language, "", 1));
            if (language.equals("es")) {
                each.add(together(words, language, ".root", 0.7));
            }
        }
        return Map.of("dis_max", Map.of("queries", each));
    }

    private static Map<String, Object> together(String words, String language, String form, double boost) {
        Map<String, Object> match = new LinkedHashMap<>();
        match.put("query", words);
        match.put("type", "cross_fields");
        match.put("minimum_should_match", "4<80%");
        match.put("fields", fields(language, form));
        match.put("tie_breaker", 0.3);
        match.put("boost", boost);
        return Map.of("multi_match", match);
    }

    private static List<String> fields(String language, String form) {
        return List.of(
                language + ".title" + form + "^4",
                language + ".summary" + form + "^2",
                language + ".address" + form + "^2",
                language + ".body" + form);
    }

    private static Map<String, Object> phrase(Scope scope, String words) {
        List<String> fields = new ArrayList<>();
        for (String language : languages(scope)) {
            fields.addAll(
                    List.of(language + ".title.plain^4", language + ".summary.plain^2", language + ".body.plain"));
        }
        return Map.of("multi_match", Map.of("query", words, "type", "phrase", "fields", fields));
    }

    /** What puts one document with all the words before another: the words together, or as they are written. */
    private static List<Object> closer(Scope scope, String words) {
        List<Object> closer = new ArrayList<>();
        for (String language : languages(scope)) {
            if (words.contains(" ")) {
                closer.add(Map.of(
                        "multi_match",
                        Map.of(
                                "query",
                                words,
                                "type",
                                "phrase",
                                "slop",
                                2,
                                "fields",
                                List.of(language + ".title^3", language + ".summary^2", language + ".body"))));
            }
            closer.add(Map.of(
                    "multi_match",
                    Map.of(
                            "query",
                            words,
                            "type",
                            "most_fields",
                            "fields",
                            List.of(language + ".title.plain^2", language + ".summary.plain"),
                            "boost",
                            0.5)));
        }
        return closer;
    }

    /** Some of the words, or words with a slip of the pen. */
    private static Map<String, Object> alike(Scope scope, String words) {
        List<Object> each = new ArrayList<>();
        for (String language : languages(scope)) {
            each.add(alike(words, language, ""));
            each.add(alike(words, language, ".plain"));
        }
        return Map.of("dis_max", Map.of("queries", each, "tie_breaker", 0.3));
    }

    private static Map<String, Object> alike(String words, String language, String form) {
        Map<String, Object> match = new LinkedHashMap<>();
        match.put("query", words.replace('"', ' '));
        match.put("fuzziness", "AUTO:4,8");
        match.put("prefix_length", 1);
        match.put("minimum_should_match", "2<60%");
        match.put("fields", fields(language, form));
        return Map.of("multi_match", match);
    }

    private static List<Object> chosen(SearchQuery query, String except) {
        List<Object> chosen = new ArrayList<>();
        if (!query.type().isEmpty() && !except.equals("type")) {
            chosen.add(term("type", query.type()));
        }
        if (query.year() != null && !except.equals("year")) {
            chosen.add(term("year", query.year()));
        }
        if (!query.territory().isEmpty() && !except.equals("territory")) {
            chosen.add(term("territory", query.territory()));
        }
        return chosen;
    }

    /**
     * Each facet is counted with the others chosen, so that it says what choosing it would give. Without a choice the
     * counts are those of the hits, which the index gives several times faster than through a filter.
     */
    private static Map<String, Object> counts(SearchQuery query) {
        Map<String, Object> counts = new LinkedHashMap<>();
        for (String facet : List.of("type", "year", "territory")) {
            Map<String, Object> values = Map.of("terms", Map.of("field", facet, "size", FACET_VALUES));
            counts.put(
                    facet,
                    query.narrowed()
                            ? Map.of(
                                    "filter",
                                    Map.of("bool", Map.of("filter", chosen(query, facet))),
                                    "aggs",
                                    Map.of("values", values))
                            : values);
        }
        if (query.narrowed()) {
            counts.put("everywhere", Map.of("filter", Map.of("match_all", Map.of())));
        }
        return counts;
    }

    private static Map<String, Object> highlight(Scope scope, boolean similar) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (String language : languages(scope)) {
            for (String form :
                    similar ? List.of("", ".plain") : language.equals("es") ? List.of("", ".root") : List.of("")) {
                fields.put(language + ".title" + form, Map.of("number_of_fragments", 0));
                fields.put(language + ".summary" + form, Map.of("number_of_fragments", 0));
                fields.put(
                        language + ".body" + form,
                        Map.of("number_of_fragments", 1, "fragment_size", 200, "no_match_size", 0));
            }
        }
        return Map.of(
                "type",
                "unified",
                "pre_tags",
                List.of(Marked.START),
                "post_tags",
                List.of(Marked.END),
                "max_analyzer_offset",
                500_000,
                "fields",
                fields);
    }
}
