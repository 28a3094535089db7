// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.tabular;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The beginning of a table, kept to show how it is understood without opening its file again. Made of plain values, so
 * that it can be written as JSON.
 *
 * @param columns the columns' names in order
 * @param rows the first rows
 */
public record TableSample(List<String> columns, List<Line> rows) {

    /**
     * A row.
     *
     * @param cells text, number or null
     */
    public record Line(long number, List<@Nullable Object> cells) {}

    static TableSample of(Header header, Iterable<TableReader.Raw> raws, int atMost) {
        List<Line> lines = new ArrayList<>();
        for (TableReader.Raw raw : raws) {
            if (lines.size() < atMost) {
                List<@Nullable Object> cells = new ArrayList<>();
                raw.cells().forEach(cell -> cells.add(plain(cell)));
                lines.add(new Line(raw.number(), cells));
            }
        }
        return new TableSample(header.names(), lines);
    }

    private static @Nullable Object plain(@Nullable Object cell) {
        return switch (cell) {
            case null -> null;
            case BigDecimal number -> number;
            case TableRow.ErrorCell error -> error.code();
            default -> TableRow.asText(cell);
        };
    }

    /** The rows, read with the given decimal signs of columns. */
    public List<TableRow> read(Map<String, DecimalStyle> decimals) {
        Header header = new Header(0, new ArrayList<>(columns), DecimalStyle.POINT);
        decimals.forEach(header::decimals);
        List<TableRow> read = new ArrayList<>();
        for (Line line : rows) {
            List<@Nullable Object> cells = new ArrayList<>();
            line.cells()
                    .forEach(cell ->
                            cells.add(cell instanceof Number number ? new BigDecimal(number.toString()) : cell));
            read.add(new TableRow(line.number(), header, cells));
        }
        return read;
    }
}
