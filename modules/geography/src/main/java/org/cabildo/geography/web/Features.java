// SPDX-License-Identifier: Apache-2.0
package org.cabildo.geography.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cabildo.geography.Boundary;
import org.cabildo.geography.Territory;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Territories as GeoJSON features (RFC 7946). One without a boundary has the geometry {@code null}, as 3.2 says. */
final class Features {

    private static final JsonMapper JSON = JsonMapper.shared();

    private Features() {}

    static String feature(Territory territory, @Nullable Boundary boundary) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("code", territory.code());
        properties.put("name", territory.name());
        properties.put("level", territory.level());
        put(properties, "parent", territory.parent());
        put(properties, "population", territory.population());
        put(properties, "validFrom", territory.validFrom());
        put(properties, "validUntil", territory.validUntil());
        if (boundary != null && !boundary.source().isEmpty()) {
            properties.put("source", boundary.source());
        }
        properties.put("href", "/territorios/" + territory.code());
        String box = boundary == null
                ? ""
                : ",\"bbox\":[" + boundary.box().west() + "," + boundary.box().south() + ","
                        + boundary.box().east() + "," + boundary.box().north() + "]";
        return "{\"type\":\"Feature\",\"id\":" + JSON.writeValueAsString(territory.code()) + box + ",\"properties\":"
                + JSON.writeValueAsString(properties) + ",\"geometry\":"
                + (boundary == null ? "null" : boundary.shape()) + "}";
    }

    private static void put(Map<String, Object> properties, String key, @Nullable Object value) {
        if (value != null) {
            properties.put(key, value instanceof Number ? value : value.toString());
        }
    }

    static String collection(List<String> features, int matched, List<Map<String, String>> links) {
        return "{\"type\":\"FeatureCollection\",\"links\":" + JSON.writeValueAsString(links) + ",\"numberMatched\":"
                + matched + ",\"numberReturned\":" + features.size() + ",\"features\":["
                + String.join(",\n", features) + "]}";
    }
}
