// SPDX-License-Identifier: Apache-2.0
package org.cabildo.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.marcnuri.helm.LintResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ChartLintTests {

    @TempDir
    Path scratch;

    static List<Path> examples() {
        return Chart.examples();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void passesStrictLintWithEachExample(Path example) throws IOException {
        LintResult result = Chart.lint(scratch, example);

        assertThat(result.isFailed()).as("%s", result.getMessages()).isFalse();
        assertThat(result.getMessages()).noneMatch(line -> line.contains("[WARNING]") || line.contains("[ERROR]"));
    }

    @Test
    void failsStrictLintWhenAValueIsUnknown() throws IOException {
        Path values = Files.writeString(
                scratch.resolve("typo.yaml"), Files.readString(Chart.example("minimal")) + "\nreplicaz: 3\n");

        assertThat(Chart.lint(scratch, values).isFailed()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void rendersTheSameTextTwice(Path example) {
        assertThat(Chart.render(example)).isEqualTo(Chart.render(example));
    }

    @Test
    void asksForNothingThatChangesFromOneRenderingToTheNext() throws IOException {
        Pattern changing = Pattern.compile(
                "\\b(now|date|randAlpha\\w*|randNumeric|randAscii|randBytes|randInt|uuidv4|genCA\\w*|genSelfSigned\\w*"
                        + "|genSignedCert\\w*|genPrivateKey|lookup|shuffle|derivePassword|htpasswd|bcrypt)\\b");
        try (Stream<Path> templates = Files.walk(Chart.DIRECTORY.resolve("templates"))) {
            for (Path template : templates.filter(Files::isRegularFile).toList()) {
                for (String action : actions(Files.readString(template))) {
                    assertThat(action).as("%s", template.getFileName()).doesNotContainPattern(changing);
                }
            }
        }
    }

    private static List<String> actions(String template) {
        String code = template.replaceAll("(?s)\\{\\{-? ?/\\*.*?\\*/ ?-?}}", "");
        return Pattern.compile("(?s)\\{\\{.*?}}")
                .matcher(code)
                .results()
                .map(match -> match.group().replaceAll("\"[^\"]*\"", "\"\""))
                .toList();
    }
}
