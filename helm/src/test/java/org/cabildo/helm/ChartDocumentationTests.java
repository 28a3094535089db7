// SPDX-License-Identifier: Apache-2.0
package org.cabildo.helm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChartDocumentationTests {

    @Test
    void theReadmeHasEveryValueAndNoOther() throws IOException {
        Set<String> listed = new TreeSet<>();
        for (String line : Files.readAllLines(Chart.DIRECTORY.resolve("README.md"))) {
            if (line.startsWith("| `")) {
                listed.addAll(SettingsPage.codes(line.split("\\|")[1]));
            }
        }

        assertThat(listed).containsExactlyElementsOf(ValueKeys.leaves());
    }

    @Test
    void theExamplesInTheKubernetesPageInstall() throws IOException {
        String page = Files.readString(Path.of("../docs/operations/kubernetes.md"));
        Matcher example =
                Pattern.compile("(?s)```yaml\\n# values.yaml\\n(.*?)```").matcher(page);
        assertThat(example.find()).isTrue();
        Path values = Files.createTempFile("values", ".yaml");
        try {
            Files.writeString(values, example.group(1));
            assertThat(Chart.objects(values)).isNotEmpty();
        } finally {
            Files.delete(values);
        }
    }

    @ParameterizedTest
    @CsvSource({"cabildo.Dockerfile, ../modules/app/pom.xml", "gateway.Dockerfile, ../gateway/pom.xml"})
    void eachImageIsMadeFromTheJarOfItsModuleAndRunsAsTheUserOfTheChart(String dockerfile, String pom)
            throws IOException {
        String description = Files.readString(Path.of("images", dockerfile));
        Matcher artifact = Pattern.compile("</parent>\\s*<artifactId>([^<]+)</artifactId>")
                .matcher(Files.readString(Path.of(pom)));
        assertThat(artifact.find()).isTrue();

        assertThat(description).contains("/target/" + artifact.group(1) + "-");
        assertThat(description.lines().filter(line -> line.startsWith("USER")).toList())
                .last()
                .isEqualTo("USER 10001:10001");
        assertThat(description.lines().filter(line -> line.startsWith("ENTRYPOINT")))
                .singleElement()
                .satisfies(line -> assertThat(line).startsWith("ENTRYPOINT [\"java\","));
        assertThat(description).doesNotContain(":latest");
        String published = description.substring(description.lastIndexOf("\nFROM "));
        assertThat(published).doesNotContain("ENV ").contains("-XX:AOTMode=on");
        assertThat(description).contains("ARG VERSION=" + version());
    }

    private static String version() throws IOException {
        Matcher version = Pattern.compile("<artifactId>cabildo</artifactId>\\s*<version>([^<]+)</version>")
                .matcher(Files.readString(Path.of("pom.xml")));
        assertThat(version.find()).isTrue();
        return version.group(1);
    }
}
