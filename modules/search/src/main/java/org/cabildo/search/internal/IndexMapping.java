// SPDX-License-Identifier: Apache-2.0
package org.cabildo.search.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the index knows of a document: the texts in fields of their language, each stemmed and as written, and the
 * properties to filter and count by. Another mapping is another index, named by the mapping's hash.
 */
final class IndexMapping {

    /** Languages with an analysis of their own; all others share the last. */
    static final List<String> LANGUAGES = List.of("es", "en", "pt", "xx");

    /** Municipal words that people use for one another. */
    private static final List<String> SYNONYMS = List.of(
            "alcaldia, ayuntamiento, municipalidad, intendencia",
            "basura, residuos, desechos",
            "impuestos, tributos",
            "habitantes, poblacion, personas",
            "cloaca, alcantarillado",
            "nino, infancia, ninez",
            "mail, correo, email",
            "plata, dinero");

    private IndexMapping() {}

    /** Settings and mappings as OpenSearch wants them. */
    static Map<String, Object> body() {
        return Map.of("settings", settings(), "mappings", mappings());
    }

    /** Eight letters that change with the mapping. */
    static String hash() {
        try {
            byte[] text = JsonMapper.builder()
                    .enable(tools.jackson.databind.SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                    .build()
                    .writeValueAsString(body())
                    .getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text), 0, 4);
        } catch (NoSuchAlgorithmException exception) {
            throw new IllegalStateException(exception);
        }
    }

    /** The field group of a locale. */
    static String language(String locale) {
        String language = locale.split("-")[0];
        return LANGUAGES.contains(language) ? language : "xx";
    }

    private static Map<String, Object> settings() {
        Map<String, Object> filters = new LinkedHashMap<>();
        filters.put("es_stop", Map.of("type", "stop", "stopwords", "_spanish_"));
        filters.put("es_stem", Map.of("type", "stemmer", "language", "light_spanish"));
        filters.put("es_root", Map.of("type", "stemmer", "language", "spanish"));
        filters.put("es_acion", accent("acion", "ación"));
        filters.put("es_ucion", accent("ucion", "ución"));
        filters.put("en_stop", Map.of("type", "stop", "stopwords", "_english_"));
        filters.put("en_stem", Map.of("type", "stemmer", "language", "light_english"));
        filters.put("pt_stop", Map.of("type", "stop", "stopwords", "_portuguese_"));
        filters.put("pt_stem", Map.of("type", "stemmer", "language", "light_portuguese"));
        filters.put("beginnings", Map.of("type", "edge_ngram", "min_gram", 1, "max_gram", 20));
        Map<String, Object> analyzers = new LinkedHashMap<>();
        for (String language : List.of("es", "en", "pt")) {
            analyzers.put(language, analyzer("lowercase", language + "_stop", "asciifolding", language + "_stem"));
        }
        String[] roots = {"lowercase", "es_stop", "asciifolding", "es_acion", "es_ucion", "es_root"};
        analyzers.put("es_root", analyzer(roots));
        analyzers.put("xx", analyzer("lowercase", "asciifolding"));
        analyzers.put("beginning", analyzer("lowercase", "asciifolding", "beginnings"));
        filters.put("synonyms", Map.of("type", "synonym", "lenient", true, "synonyms", SYNONYMS));
        analyzers.put("es_asked", analyzer("lowercase", "es_stop", "asciifolding", "synonyms", "es_stem"));
        return Map.of(
                "index",
                Map.of("number_of_shards", 1, "number_of_replicas", 0, "auto_expand_replicas", "0-1"),
                "analysis",
                Map.of("filter", filters, "analyzer", analyzers));
    }

    /** The stemmer that goes to the root knows some endings only by their accent, which people leave out. */
    private static Map<String, Object> accent(String folded, String ending) {
        return Map.of("type", "pattern_replace", "pattern", folded + "$", "replacement", ending);
    }

    private static Map<String, Object> analyzer(String... filters) {
        return Map.of("type", "custom", "tokenizer", "standard", "filter", List.of(filters));
    }

    private static Map<String, Object> mappings() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("tenant", Map.of("type", "integer"));
        for (String keyword : Set.of("type", "id", "locale", "module", "translations", "territory")) {
            fields.put(keyword, Map.of("type", "keyword"));
        }
        fields.put("version", Map.of("type", "long"));
        fields.put("day", Map.of("type", "date", "format", "strict_date"));
        fields.put("year", Map.of("type", "short"));
        fields.put("beginning", Map.of("type", "text", "analyzer", "beginning", "search_analyzer", "xx"));
        for (String language : LANGUAGES) {
            Map<String, Object> texts = new LinkedHashMap<>();
            for (String text : List.of("title", "summary", "address", "body")) {
                Map<String, Object> field = new LinkedHashMap<>();
                field.put("type", "text");
                field.put("analyzer", language);
                if (language.equals("es")) {
                    field.put("search_analyzer", "es_asked");
                }
                Map<String, Object> forms = new LinkedHashMap<>();
                forms.put("plain", Map.of("type", "text", "analyzer", "xx"));
                if (language.equals("es")) {
                    forms.put("root", Map.of("type", "text", "analyzer", "es_root"));
                }
                field.put("fields", forms);
                texts.put(text, field);
            }
            fields.put(language, Map.of("properties", texts));
        }
        return Map.of("dynamic", "strict", "_routing", Map.of("required", true), "properties", fields);
    }
}
