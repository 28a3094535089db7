// SPDX-License-Identifier: Apache-2.0
package org.cabildo.geography;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.cabildo.platform.TenantId;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Points in 339 real outlines: what the database and the library find is what going through all edges finds. */
class RealOutlinesTests extends GeographyTest {

    private static final String FILE = "shared/data/sdg/bolivia/municipalities_detailed.geojson";
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    private final Territories territories;

    @Autowired
    RealOutlinesTests(Territories territories) {
        this.territories = territories;
    }

    @Test
    void findsWhatAPlainScanFinds() throws IOException {
        Optional<Path> file = file();
        Assumptions.assumeTrue(file.isPresent(), FILE + " is not beside this copy of the sources");
        Map<String, JsonNode> shapes = new TreeMap<>();
        JsonMapper.shared()
                .readTree(Files.readString(file.get()))
                .path("features")
                .forEach(feature ->
                        shapes.put(feature.path("properties").path("ine_code").asString(""), feature.path("geometry")));
        TenantId country = town("bolivia", list(shapes), collection(shapes));

        Random random = new Random(339);
        int found = 0;
        for (int i = 0; i < 600; i++) {
            GeoPoint point = new GeoPoint(-23 + 13.5 * random.nextDouble(), -69.7 + 12.3 * random.nextDouble());
            List<String> expected = shapes.entrySet().stream()
                    .filter(shape -> holds(shape.getValue(), point))
                    .map(Map.Entry::getKey)
                    .toList();
            assertThat(as(country, () -> territories.containing(country, point, TODAY)))
                    .as("%s", point)
                    .extracting(Territory::code)
                    .containsExactlyElementsOf(expected);
            found += expected.size();
        }
        assertThat(found).isGreaterThan(200);
    }

    private static Optional<Path> file() {
        return Stream.iterate(Path.of("").toAbsolutePath(), path -> path != null, Path::getParent)
                .map(path -> path.resolve(FILE))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    private static String list(Map<String, JsonNode> shapes) {
        StringBuilder list = new StringBuilder("levels:\n  - code: municipio\n    name:\n      es: Municipio\n"
                + "    plural:\n      es: Municipios\nterritories:\n");
        shapes.keySet()
                .forEach(code -> list.append("  - code: \"")
                        .append(code)
                        .append("\"\n    level: municipio\n    name: M ")
                        .append(code)
                        .append('\n'));
        return list.toString();
    }

    private static String collection(Map<String, JsonNode> shapes) {
        List<String> features = new ArrayList<>();
        shapes.forEach((code, shape) -> features.add(
                "{\"type\":\"Feature\",\"properties\":{\"code\":\"" + code + "\"},\"geometry\":" + shape + "}"));
        return "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "]}";
    }

    private static boolean holds(JsonNode shape, GeoPoint point) {
        boolean inside = false;
        List<JsonNode> rings = new ArrayList<>();
        JsonNode coordinates = shape.path("coordinates");
        if (shape.path("type").asString("").equals("Polygon")) {
            coordinates.forEach(rings::add);
        } else {
            coordinates.forEach(polygon -> polygon.forEach(rings::add));
        }
        for (JsonNode ring : rings) {
            for (int i = 1; i < ring.size(); i++) {
                double x1 = ring.get(i - 1).get(0).asDouble();
                double y1 = ring.get(i - 1).get(1).asDouble();
                double x2 = ring.get(i).get(0).asDouble();
                double y2 = ring.get(i).get(1).asDouble();
                boolean crosses = (y1 > point.latitude()) != (y2 > point.latitude())
                        && point.longitude() < (x2 - x1) * (point.latitude() - y1) / (y2 - y1) + x1;
                inside ^= crosses;
            }
        }
        return inside;
    }
}
