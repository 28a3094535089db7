// SPDX-License-Identifier: Apache-2.0
package org.cabildo.geography.internal;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cabildo.geography.Boundary;
import org.cabildo.platform.manifest.ManifestRefused;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.operation.valid.IsValidOp;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Boundaries as a GeoJSON collection (RFC 7946), one feature on each line, by code of the territory and day. */
final class BoundariesFile {

    private static final JsonMapper JSON = JsonMapper.shared();

    private BoundariesFile() {}

    static List<Boundary> read(String text) {
        List<String> problems = new ArrayList<>();
        List<Boundary> boundaries = new ArrayList<>();
        JsonNode document;
        try {
            document = JSON.readTree(text);
        } catch (JacksonException exception) {
            throw new ManifestRefused(List.of(TerritoriesManifest.BOUNDARIES + ": " + exception.getOriginalMessage()));
        }
        for (JsonNode feature : document.path("features")) {
            try {
                boundaries.add(boundary(feature));
            } catch (IllegalArgumentException | DateTimeParseException exception) {
                problems.add(TerritoriesManifest.BOUNDARIES + ": "
                        + feature.path("properties").path("code").asString("a feature without code") + ": "
                        + exception.getMessage());
            }
        }
        if (!problems.isEmpty()) {
            throw new ManifestRefused(problems);
        }
        return boundaries;
    }

    private static Boundary boundary(JsonNode feature) {
        JsonNode properties = feature.path("properties");
        String since = properties.path("since").asString("");
        Geometry shape = Shapes.read(feature.path("geometry"));
        IsValidOp check = new IsValidOp(shape);
        if (!check.isValid()) {
            throw new IllegalArgumentException(check.getValidationError().toString());
        }
        return new Boundary(
                properties.path("code").asString(""),
                since.isEmpty() ? Boundary.ALWAYS : LocalDate.parse(since),
                Shapes.write(shape),
                properties.path("source").asString(""),
                Shapes.box(shape));
    }

    static String write(List<Boundary> boundaries) {
        StringBuilder out = new StringBuilder("{\"type\":\"FeatureCollection\",\"features\":[\n");
        for (int i = 0; i < boundaries.size(); i++) {
            out.append(i == 0 ? "" : ",\n").append(feature(boundaries.get(i)));
        }
        return out.append("\n]}\n").toString();
    }

    private static String feature(Boundary boundary) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("code", boundary.territory());
        if (boundary.dated()) {
            properties.put("since", boundary.since().toString());
        }
        if (!boundary.source().isEmpty()) {
            properties.put("source", boundary.source());
        }
        return "{\"type\":\"Feature\",\"properties\":" + JSON.writeValueAsString(properties) + ",\"geometry\":"
                + boundary.shape() + "}";
    }
}
