// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.tabular;

import java.time.ZoneId;
import java.util.List;

/**
 * The shape of a table that goes out.
 *
 * @param name name for people, the sheet's in spreadsheets
 * @param columns at least one
 * @param zone zone in which instants are written
 */
public record Table(String name, List<Column> columns, ZoneId zone) {

    public Table {
        columns = List.copyOf(columns);
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("A table has at least one column");
        }
    }

    public static Table of(String name, ZoneId zone, Column... columns) {
        return new Table(name, List.of(columns), zone);
    }
}
