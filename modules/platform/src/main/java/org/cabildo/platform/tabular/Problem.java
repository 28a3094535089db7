// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.tabular;

import java.util.List;
import java.util.Locale;

/**
 * Something wrong with a table that came in, as a value to collect and show: {@code platform.tabular.problem.<kind>}.
 *
 * @param row the line of a CSV file or the row of a sheet, counted from 1, or 0 for the whole table
 * @param column the column's name, or empty for the whole row
 * @param arguments what the message's placeholders stand for
 */
public record Problem(long row, String column, Kind kind, List<Object> arguments) {

    /** What is wrong. */
    public enum Kind {
        /** {0}: the cell. */
        NOT_A_NUMBER,
        /** {0}: the cell. */
        NOT_AN_INTEGER,
        /** {0}: the cell. */
        NOT_A_DATE,
        /** {0}: the cell. */
        NOT_A_BOOLEAN,
        /** The sheet itself says that the cell could not be computed; {0}: its code. */
        ERROR_CELL,
        /** {0}: columns of the header, {1}: cells of the row. */
        TOO_MANY_CELLS,
        DUPLICATE_COLUMN,
        MISSING_COLUMN,
        /** A quotation mark is opened and not closed, or a cell is too long. */
        BROKEN_QUOTE,
        NO_HEADER,
        UNREADABLE
    }

    public Problem {
        arguments = List.copyOf(arguments);
    }

    static Problem of(long row, String column, Kind kind, Object... arguments) {
        return new Problem(row, column, kind, List.of(arguments));
    }

    public String messageKey() {
        return "platform.tabular.problem."
                + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
