// SPDX-License-Identifier: Apache-2.0
package org.cabildo.helm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** The tables of {@code docs/operations/settings.md}. */
final class SettingsPage {

    private static final Path PAGE = Path.of("../docs/operations/settings.md");

    private SettingsPage() {}

    /** One documented setting; {@code chart} is the raw cell. */
    record Setting(String name, String process, String chart, String meaning) {

        boolean concerns(String container) {
            return process.equals("both") || process.equals(container);
        }

        boolean inChart() {
            return !chart.equals("—");
        }

        /** Keys of values.yaml that the cell names. */
        List<String> keys() {
            return codes(chart);
        }
    }

    static List<Setting> settings() {
        try {
            return Files.readAllLines(PAGE).stream()
                    .filter(line -> line.matches("\\| `[A-Z][A-Z0-9_]*` \\|.*"))
                    .map(SettingsPage::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The texts in backquotes. */
    static List<String> codes(String markdown) {
        return Pattern.compile("`([^`]+)`")
                .matcher(markdown)
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    private static Setting parse(String line) {
        List<String> cells =
                Arrays.stream(line.substring(1).split("\\|")).map(String::strip).toList();
        if (cells.size() != 5) {
            throw new IllegalStateException("expected five cells: " + line);
        }
        return new Setting(codes(cells.get(0)).getFirst(), cells.get(1), cells.get(3), cells.get(4));
    }
}
