// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.cabildo.tenancy.theme.colour.ContrastPair;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TokensFileTests {

    static List<Path> samples() throws IOException {
        try (Stream<Path> tenants = Files.list(Path.of("../../tenants"))) {
            return tenants.map(tenant -> tenant.resolve("theme/tokens.json"))
                    .filter(Files::exists)
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void writesAFileAgainByteForByte(Path file) throws IOException {
        String json = Files.readString(file);

        assertThat(TokensFile.write(new ThemeTokens(json).choices())).isEqualTo(json);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void findsNoPairOfASampleThatFails(Path file) throws IOException {
        assertThat(new ThemeTokens(Files.readString(file)).palette().pairs()).allMatch(ContrastPair::passes);
    }

    @Test
    void givesNeutralChoicesForAnEmptyFile() {
        ThemeChoices choices = new ThemeTokens("{}").choices();

        assertThat(choices.palette().failing()).isEmpty();
        assertThat(choices.variant("header")).isEqualTo("light");
        assertThat(choices.footer()).isEmpty();
    }
}
