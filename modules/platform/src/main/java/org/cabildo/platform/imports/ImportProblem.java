// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.imports;

import java.util.Arrays;
import java.util.List;

/**
 * Something to be corrected in a file.
 *
 * @param row line of a CSV file or row of a sheet, counted from 1; 0 for the whole file
 * @param column the column's name in the file; empty for the whole row
 * @param cell what stands there, shortened
 * @param message key of the message that says how to correct it
 * @param arguments what its placeholders stand for
 */
public record ImportProblem(long row, String column, String cell, String message, List<String> arguments) {

    private static final int SHOWN = 80;

    public ImportProblem {
        cell = cell.length() > SHOWN ? cell.substring(0, SHOWN) + "…" : cell;
        arguments = List.copyOf(arguments);
    }

    public static ImportProblem of(long row, String column, String cell, String message, Object... arguments) {
        return new ImportProblem(
                row,
                column,
                cell,
                message,
                Arrays.stream(arguments).map(String::valueOf).toList());
    }

    /** A row that says the same as an earlier one of the file. */
    public static ImportProblem duplicate(long row, long first) {
        return of(row, "", "", "platform.imports.problem.duplicate", first);
    }
}
