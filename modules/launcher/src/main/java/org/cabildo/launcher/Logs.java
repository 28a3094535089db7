// SPDX-License-Identifier: Apache-2.0
package org.cabildo.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Reading the end of a log. */
final class Logs {

    private static final int WINDOW = 64 << 10;

    private Logs() {}

    /** The last lines written after the given offset, indented for the terminal. */
    static String tail(Path log, long from, int count) {
        try (InputStream in = Files.newInputStream(log)) {
            long start = Math.max(from, Files.size(log) - WINDOW);
            in.skipNBytes(Math.min(start, Files.size(log)));
            List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return lines.stream()
                    .skip(Math.max(0, lines.size() - count))
                    .map(line -> "    | " + line)
                    .collect(Collectors.joining("\n"));
        } catch (IOException e) {
            return "    (cannot read it: " + e.getMessage() + ")";
        }
    }
}
