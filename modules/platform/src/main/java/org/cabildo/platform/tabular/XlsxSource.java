// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.tabular;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cabildo.platform.tabular.Problem.Kind;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/** Rows of the first sheet of a workbook. */
final class XlsxSource implements TableReader.Source {

    private static final int MOST_COLUMNS = 1_000;
    private static final Pattern LITERAL = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*]|\\\\.|_.");
    private static final Pattern CALENDAR = Pattern.compile("(?i)[ymdhs]");

    private final ReadableWorkbook workbook;
    private final Stream<Row> stream;
    private final Iterator<Row> rows;
    private long number;

    XlsxSource(Path file) throws IOException {
        this.workbook = new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true));
        this.stream = workbook.getFirstSheet().openStream();
        this.rows = stream.iterator();
    }

    @Override
    public TableReader.@Nullable Raw next() throws TableReader.Damage {
        try {
            while (rows.hasNext()) {
                Row row = rows.next();
                number = row.getRowNum();
                List<@Nullable Object> cells = cells(row);
                if (!cells.stream().allMatch(TableRow::missing)) {
                    return new TableReader.Raw(number, cells);
                }
            }
            return null;
        } catch (RuntimeException e) {
            throw new TableReader.Damage(number + 1, Kind.UNREADABLE);
        }
    }

    /** Numbers that are kept as text in a workbook are a matter of chance; a point is what most programs write. */
    @Override
    public DecimalStyle usualDecimals() {
        return DecimalStyle.POINT;
    }

    @Override
    public void close() throws IOException {
        stream.close();
        workbook.close();
    }

    private static List<@Nullable Object> cells(Row row) {
        List<@Nullable Object> cells = new ArrayList<>();
        for (Cell cell : row) {
            if (cells.size() == MOST_COLUMNS) {
                break;
            }
            cells.add(cell == null ? null : value(cell));
        }
        return cells;
    }

    private static @Nullable Object value(Cell cell) {
        return switch (cell.getType()) {
            case NUMBER -> isDate(cell) ? cell.asDate() : cell.asNumber();
            case STRING -> cell.asString();
            case BOOLEAN -> cell.asBoolean();
            case FORMULA -> computed(cell);
            case ERROR -> new TableRow.ErrorCell(String.valueOf(cell.getRawValue()));
            case EMPTY -> null;
        };
    }

    /** The value that the program that wrote the workbook had computed. */
    private static @Nullable Object computed(Cell cell) {
        String raw = cell.getRawValue();
        if (raw == null || raw.isEmpty()) {
            return null;
        }
        if (raw.startsWith("#")) {
            return new TableRow.ErrorCell(raw);
        }
        try {
            BigDecimal number = new BigDecimal(raw);
            return isDate(cell) ? cell.asDate() : number;
        } catch (RuntimeException e) {
            return raw;
        }
    }

    /** Workbooks keep dates as numbers; only the format tells (ECMA-376, 18.8.30). */
    private static boolean isDate(Cell cell) {
        Integer id = cell.getDataFormatId();
        if (id != null && (id >= 14 && id <= 22 || id >= 45 && id <= 47)) {
            return true;
        }
        String format = cell.getDataFormatString();
        return format != null
                && !format.equalsIgnoreCase("General")
                && CALENDAR.matcher(LITERAL.matcher(format).replaceAll("")).find();
    }
}
