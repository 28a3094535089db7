// SPDX-License-Identifier: Apache-2.0
package org.cabildo.networks.importing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Problems and warnings as they are found; beyond a limit they are only counted. */
final class Findings {

    private static final int MOST = 5_000;

    private final List<Finding> problems = new ArrayList<>();
    private final List<Finding> warnings = new ArrayList<>();
    private int problemCount;
    private int warningCount;

    /** Something because of which nothing is stored. */
    void problem(Finding finding) {
        problemCount++;
        if (problems.size() < MOST) {
            problems.add(finding);
        }
    }

    /** Something to know; figures are stored. */
    void warning(Finding finding) {
        warningCount++;
        if (warnings.size() < MOST) {
            warnings.add(finding);
        }
    }

    boolean any() {
        return problemCount > 0;
    }

    int problemCount() {
        return problemCount;
    }

    int warningCount() {
        return warningCount;
    }

    List<Finding> problems() {
        return sorted(problems);
    }

    List<Finding> warnings() {
        return sorted(warnings);
    }

    /** File by file as they were read, and row by row. */
    private static List<Finding> sorted(List<Finding> findings) {
        List<String> files = findings.stream().map(Finding::file).distinct().toList();
        return findings.stream()
                .sorted(Comparator.comparingInt((Finding finding) -> files.indexOf(finding.file()))
                        .thenComparingLong(Finding::row))
                .toList();
    }
}
