// SPDX-License-Identifier: Apache-2.0
package org.cabildo.geography.internal;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.cabildo.geography.BoundaryImport.Mapping;
import org.cabildo.geography.BoundaryImport.Unreadable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A GeoJSON file as somebody sent it: features with properties as texts and a geometry that nobody has looked at. */
record FeatureFile(List<Feature> features, boolean projected) {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final List<String> CODES =
            List.of("code", "codigo", "cod", "clave", "id", "cve", "gid", "numero", "nro");
    private static final List<String> NAMES =
            List.of("name", "nombre", "nom", "denominacion", "distrito", "barrio", "zona", "label");
    private static final List<String> PARENTS = List.of("parent", "padre", "pertenece", "macrodistrito", "comuna");
    private static final List<String> LEVELS = List.of("level", "nivel", "tipo", "type");

    record Feature(Map<String, String> properties, JsonNode geometry) {

        String property(String name) {
            return name.isEmpty() ? "" : properties.getOrDefault(name, "").strip();
        }
    }

    /** @throws Unreadable when it is not UTF-8, not JSON, or not a collection of features */
    static String text(byte[] content) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            String plain = text.startsWith("\ufeff") ? text.substring(1) : text;
            if (plain.indexOf('\0') >= 0) {
                throw new Unreadable("json");
            }
            return plain;
        } catch (CharacterCodingException exception) {
            throw new Unreadable("encoding");
        }
    }

    static FeatureFile read(String text) {
        JsonNode document;
        try {
            document = JSON.readTree(text);
        } catch (JacksonException exception) {
            throw new Unreadable("json");
        }
        if (!document.path("type").asString("").equals("FeatureCollection")
                || !document.path("features").isArray()) {
            throw new Unreadable("collection");
        }
        List<Feature> features = new ArrayList<>();
        document.path("features").forEach(feature -> features.add(feature(feature)));
        if (features.isEmpty()) {
            throw new Unreadable("empty");
        }
        return new FeatureFile(features, projected(document.path("crs")));
    }

    private static Feature feature(JsonNode feature) {
        Map<String, String> properties = new LinkedHashMap<>();
        feature.path("properties").properties().forEach(property -> {
            JsonNode value = property.getValue();
            if (value.isValueNode() && !value.isNull()) {
                properties.put(property.getKey(), value.asString());
            }
        });
        return new Feature(properties, feature.path("geometry"));
    }

    /** Whether the file names another reference system than WGS 84 (the member of GeoJSON 2008 that RFC 7946 took out). */
    private static boolean projected(JsonNode crs) {
        String name = crs.path("properties").path("name").asString("");
        return !name.isEmpty() && !name.endsWith("CRS84") && !name.matches(".*EPSG:+(?:[0-9.]*:)?4326");
    }

    List<String> properties() {
        Set<String> names = new LinkedHashSet<>();
        features.forEach(feature -> names.addAll(feature.properties().keySet()));
        return List.copyOf(names);
    }

    Mapping guess() {
        List<String> names = properties();
        return new Mapping(
                guess(names, CODES),
                guess(names, NAMES),
                guess(names, PARENTS),
                "",
                guess(names, LEVELS),
                "",
                null,
                "");
    }

    private static String guess(List<String> names, List<String> words) {
        for (String word : words) {
            for (String name : names) {
                if (plain(name).equals(word)) {
                    return name;
                }
            }
        }
        for (String word : words) {
            for (String name : names) {
                if (word.length() > 2 && plain(name).startsWith(word)) {
                    return name;
                }
            }
        }
        return "";
    }

    static String plain(String text) {
        return Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("[^a-z0-9]", "");
    }
}
