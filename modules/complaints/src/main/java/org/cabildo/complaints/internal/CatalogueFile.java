// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.internal;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cabildo.complaints.catalogue.Catalogue;
import org.cabildo.complaints.catalogue.CatalogueCheck;
import org.cabildo.platform.manifest.CanonicalYaml;
import org.cabildo.platform.manifest.ManifestRefused;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A catalogue as a document: JSON in its row, YAML in a manifest, both without what is empty. */
final class CatalogueFile {

    static final String PATH = "complaints/catalogue.yaml";

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .changeDefaultPropertyInclusion(value -> value.withValueInclusion(JsonInclude.Include.NON_DEFAULT)
                    .withContentInclusion(JsonInclude.Include.ALWAYS))
            .build();
    private static final TypeReference<LinkedHashMap<String, Object>> DOCUMENT = new TypeReference<>() {};

    private CatalogueFile() {}

    static String json(Catalogue catalogue) {
        return JSON.writeValueAsString(catalogue);
    }

    static Catalogue fromJson(String document) {
        return JSON.readValue(document, Catalogue.class);
    }

    static String yaml(Catalogue catalogue) {
        Map<String, Object> document = JSON.convertValue(catalogue, DOCUMENT);
        return CanonicalYaml.write(document);
    }

    /** @throws ManifestRefused when it is no catalogue, or one that does not hold together */
    static Catalogue fromYaml(String text) {
        Catalogue catalogue;
        try {
            catalogue = JSON.convertValue(CanonicalYaml.read(PATH, text), Catalogue.class);
        } catch (JacksonException | IllegalArgumentException exception) {
            throw new ManifestRefused(List.of(PATH + ": " + firstLine(exception.getMessage())));
        }
        List<String> problems = CatalogueCheck.problems(catalogue).stream()
                .map(problem -> PATH + ": " + problem)
                .toList();
        if (!problems.isEmpty()) {
            throw new ManifestRefused(problems);
        }
        return catalogue;
    }

    private static String firstLine(String message) {
        return String.valueOf(message).lines().findFirst().orElse("");
    }

    /** What a tenant starts with. */
    static Catalogue standard() {
        try (InputStream file = CatalogueFile.class.getResourceAsStream("/complaints/standard.yaml")) {
            if (file == null) {
                throw new IllegalStateException("complaints/standard.yaml is missing");
            }
            return fromYaml(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
