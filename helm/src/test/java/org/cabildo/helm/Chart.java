// SPDX-License-Identifier: Apache-2.0
package org.cabildo.helm;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import com.marcnuri.helm.TemplateCommand;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The chart as Helm sees it: rendered and linted in this process, without a cluster. */
final class Chart {

    static final Path DIRECTORY = Path.of("cabildo").toAbsolutePath();
    static final String RELEASE = "prueba";
    static final String NAMESPACE = "municipios";
    static final String OLDEST_KUBERNETES = "1.30.0";

    private Chart() {}

    /** The example values in {@code ci/}, in the order of their names. */
    static List<Path> examples() {
        try (Stream<Path> files = Files.list(DIRECTORY.resolve("ci"))) {
            return files.filter(file -> file.toString().endsWith("-values.yaml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path example(String name) {
        return DIRECTORY.resolve("ci").resolve(name + "-values.yaml");
    }

    /** Renders with the given values files, later ones over earlier ones; fails as {@code helm template} does. */
    static String render(Path... values) {
        TemplateCommand command = new Helm(DIRECTORY)
                .template()
                .withName(RELEASE)
                .withNamespace(NAMESPACE)
                .withKubeVersion(OLDEST_KUBERNETES);
        for (Path file : values) {
            command.withValuesFile(file);
        }
        return command.call();
    }

    static List<HasMetadata> objects(Path... values) {
        return parse(render(values));
    }

    /** Every non-empty document of a rendered chart as a typed object. */
    static List<HasMetadata> parse(String manifests) {
        List<HasMetadata> objects = new ArrayList<>();
        for (String document : manifests.split("(?m)^---\\s*$")) {
            boolean empty = document.lines().allMatch(line -> line.isBlank() || line.startsWith("#"));
            if (!empty) {
                objects.add(Serialization.unmarshal(document));
            }
        }
        return objects;
    }

    static <T extends HasMetadata> List<T> only(List<HasMetadata> objects, Class<T> type) {
        return objects.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** Lints strictly as if the values were the chart's own; Helm's library has no values for lint. */
    static LintResult lint(Path scratch, Path values) throws IOException {
        Path copy = scratch.resolve("cabildo");
        try (Stream<Path> files = Files.walk(DIRECTORY)) {
            for (Path file : files.toList()) {
                Path target = copy.resolve(DIRECTORY.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
        Map<String, Object> merged = merge(yaml(DIRECTORY.resolve("values.yaml")), yaml(values));
        Files.writeString(copy.resolve("values.yaml"), Serialization.asYaml(merged));
        return new Helm(copy).lint().strict().call();
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> yaml(Path file) {
        try {
            return Serialization.unmarshal(Files.readString(file), Map.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> merge(Map<String, Object> below, Map<String, Object> above) {
        Map<String, Object> merged = new LinkedHashMap<>(below);
        above.forEach((key, value) -> {
            if (value instanceof Map<?, ?> map && merged.get(key) instanceof Map<?, ?> old) {
                merged.put(key, merge((Map<String, Object>) old, (Map<String, Object>) map));
            } else {
                merged.put(key, value);
            }
        });
        return merged;
    }
}
