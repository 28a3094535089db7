// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Puts documents into the one form that manifests are exported in: keys in the schema's order, free keys alphabetical,
 * languages in the order of {@code locales}, texts on one line, empty values left out.
 */
@Component
class CanonicalDocument {

    private static final String LOCALISED = "#/$defs/localised";
    private static final String SWITCHES = "modules"; // required even when an installation has no module to switch

    private final JsonNode schema;

    CanonicalDocument(ManifestSchema schema) {
        this.schema = schema.tenant();
    }

    Map<String, Object> of(Map<String, Object> document) {
        return arranged(document, path -> {});
    }

    /** The places of texts by language that lack the document's first language. */
    List<String> lackingFirstLanguage(Map<String, Object> document) {
        List<String> places = new ArrayList<>();
        arranged(document, places::add);
        return places;
    }

    private Map<String, Object> arranged(Map<String, Object> document, Consumer<String> lacking) {
        List<String> languages = new ArrayList<>();
        if (document.get("locales") instanceof List<?> codes) {
            codes.forEach(code -> languages.add(String.valueOf(code)));
        }
        Map<String, Object> arranged = new LinkedHashMap<>();
        new Walk(languages, lacking).map(document, schema, "").forEach((key, value) -> arranged.put(key, value));
        return arranged;
    }

    /** One pass over a document and its schema. */
    private final class Walk {

        private final List<String> languages;
        private final Consumer<String> lacking;

        Walk(List<String> languages, Consumer<String> lacking) {
            this.languages = languages;
            this.lacking = lacking;
        }

        Map<String, Object> map(Map<?, ?> map, JsonNode node, String path) {
            Map<String, Object> arranged = new LinkedHashMap<>();
            JsonNode rule = resolved(node);
            for (String key : keys(map, node)) {
                Object value = map.get(key);
                JsonNode inner = rule.path("properties").path(key);
                Object kept =
                        value(value, inner.isObject() ? inner : rule.path("additionalProperties"), path + key + ".");
                if (!empty(kept) || SWITCHES.equals(path + key)) {
                    arranged.put(key, kept);
                }
            }
            if (localised(node)
                    && !arranged.isEmpty()
                    && !languages.isEmpty()
                    && !arranged.containsKey(languages.getFirst())) {
                lacking.accept(path + languages.getFirst());
            }
            return arranged;
        }

        private Object value(Object value, JsonNode node, String path) {
            if (value instanceof Map<?, ?> map) {
                return map(map, node, path);
            }
            if (value instanceof List<?> list) {
                JsonNode items = resolved(node).path("items");
                List<Object> arranged = new ArrayList<>();
                list.forEach(item -> arranged.add(value(item, items, path + arranged.size() + ".")));
                return arranged;
            }
            return value instanceof String text ? text.strip().replaceAll("\\s+", " ") : value;
        }

        private Set<String> keys(Map<?, ?> map, JsonNode node) {
            Set<String> known = new LinkedHashSet<>();
            if (localised(node)) {
                known.addAll(languages);
            }
            resolved(node).path("properties").propertyNames().forEach(known::add);
            Set<String> rest = new TreeSet<>();
            map.keySet().forEach(key -> rest.add(String.valueOf(key)));
            known.retainAll(rest);
            known.addAll(rest);
            return known;
        }
    }

    private static boolean empty(Object value) {
        return "".equals(value)
                || (value instanceof Map<?, ?> map && map.isEmpty())
                || (value instanceof List<?> list && list.isEmpty());
    }

    private static boolean localised(JsonNode node) {
        return node.path("$ref").asString("").equals(LOCALISED);
    }

    private JsonNode resolved(JsonNode node) {
        String reference = node.path("$ref").asString("");
        return reference.isEmpty() ? node : schema.at(reference.substring(1));
    }
}
