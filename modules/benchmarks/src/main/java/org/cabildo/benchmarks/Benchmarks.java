// SPDX-License-Identifier: Apache-2.0
package org.cabildo.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Measures an installation of its own, against bare SQL in the same run; {@code ./cabildo bench} calls it. Only ratios
 * and shapes carry over to another machine. Arguments: {@code --quick} for small sizes, {@code
 * --kept} to ask again what the last run put into search, and the names of parts.
 */
public final class Benchmarks {

    private static final List<String> PARTS = List.of("network", "import", "search");
    private static final List<String> OPTIONS = List.of("--quick", "--kept");

    private Benchmarks() {}

    /** Environment: CABILDO_ROOT, the project, and CABILDO_DATA, the folder under which the installation lies. */
    public static void main(String[] arguments) throws Exception {
        System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host");
        List<String> words = List.of(arguments);
        List<String> parts =
                words.stream().filter(word -> !word.startsWith("--")).toList();
        if (!PARTS.containsAll(parts)
                || words.stream().anyMatch(word -> word.startsWith("--") && !OPTIONS.contains(word))
                || (words.contains("--kept") && !parts.equals(List.of("search")))) {
            System.err.println(
                    "usage: ./cabildo bench search --kept, or [--quick] [" + String.join("] [", PARTS) + "]");
            System.exit(2);
        }
        Path root = Path.of(System.getenv("CABILDO_ROOT"));
        Path home = Path.of(System.getenv("CABILDO_DATA"));
        Report report = new Report(System.out);
        run(root, home, parts.isEmpty() ? PARTS : parts, words.contains("--quick"), words.contains("--kept"), report);
        Files.writeString(home.resolve("bench.md"), report.text());
        System.exit(0);
    }

    private static void run(Path root, Path home, List<String> parts, boolean quick, boolean kept, Report report)
            throws Exception {
        int documents = quick ? 20_000 : 1_000_000;
        boolean search = parts.contains("search");
        try (Lab lab = Lab.start(root, home, !kept, !search)) {
            if (parts.contains("network")) {
                new NetworkBenchmark(lab, report).run(quick ? 3 : 15);
            }
            if (parts.contains("import")) {
                new ImportBenchmark(lab, report).run(quick ? 5_000 : 100_000);
            }
            if (search) {
                SearchBenchmark benchmark = new SearchBenchmark(lab, report);
                if (!kept) {
                    benchmark.fill(documents);
                }
                benchmark.ask("PostgreSQL", true, 20, 100);
            }
            report.figure("memory of the application", lab.memory("monolith") + " MB");
        }
        if (search) {
            try (Lab lab = Lab.start(root, home, false, true)) {
                SearchBenchmark benchmark = new SearchBenchmark(lab, report);
                if (!kept) {
                    benchmark.awaitIndex(documents);
                }
                benchmark.ask("OpenSearch", false, 20, 100);
                new VisibilityBenchmark(lab, report).run();
            }
        }
    }
}
