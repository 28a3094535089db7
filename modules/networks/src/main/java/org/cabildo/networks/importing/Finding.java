// SPDX-License-Identifier: Apache-2.0
package org.cabildo.networks.importing;

import java.util.List;
import org.cabildo.platform.tabular.Problem;

/**
 * Something that whoever brings a file should know: {@code networks.import.<kind>} or the platform's own words on tables.
 *
 * @param row the line of a text file, counted from 1, or 0 for the whole file
 * @param column the column's name, or empty
 * @param cell what stands there, or empty
 * @param key of the message
 * @param arguments what the message's placeholders stand for
 */
public record Finding(String file, long row, String column, String cell, String key, List<Object> arguments) {

    private static final int QUOTED = 80;

    /** On a cell, a row or (with row 0) a whole file. */
    static Finding of(String file, long row, String column, String cell, String kind, Object... arguments) {
        String quoted = cell.length() > QUOTED ? cell.substring(0, QUOTED) + "…" : cell;
        return new Finding(file, row, column, quoted, "networks.import." + kind, List.of(arguments));
    }

    /** What the reader of tables said. */
    static Finding of(String file, Problem problem) {
        String cell = problem.arguments().isEmpty()
                        || problem.kind() == Problem.Kind.TOO_MANY_CELLS
                        || problem.column().isEmpty()
                ? ""
                : problem.arguments().getFirst().toString();
        String key =
                problem.kind() == Problem.Kind.NOT_A_NUMBER ? "networks.import.not-a-number" : problem.messageKey();
        return new Finding(file, problem.row(), problem.column(), cell, key, problem.arguments());
    }
}
