// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.tabular;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * A workbook with real numbers and dates. Text is written as text cells, which no spreadsheet computes; a table longer
 * than a sheet goes on in the next one.
 */
final class XlsxTableWriter extends TabularWriter {

    private static final int ROWS_OF_A_SHEET = 1_048_576;
    private static final int LONGEST_TEXT = 32_767;
    private static final int EXACT_DIGITS = 15;
    private static final int FLUSHED = 500;

    private final Workbook workbook;
    private @Nullable Worksheet sheet;
    private int sheets;
    private int next;

    XlsxTableWriter(Table table, OutputStream out) {
        super(table);
        this.workbook = new Workbook(out, "Cabildo", "01.0000");
    }

    @Override
    void begin() {
        newSheet();
    }

    @Override
    void row(@Nullable Object[] cells) throws IOException {
        Worksheet current = sheet;
        if (current == null || next == ROWS_OF_A_SHEET) {
            current = newSheet();
        }
        for (int i = 0; i < cells.length; i++) {
            write(current, i, cells[i]);
        }
        next++;
        if (next % FLUSHED == 0) {
            current.flush();
        }
    }

    @Override
    void end() throws IOException {
        workbook.finish();
    }

    private void write(Worksheet current, int column, @Nullable Object cell) {
        switch (cell) {
            case null -> {}
            case String text -> current.inlineString(next, column, writable(text));
            case BigDecimal number -> {
                if (exact(number)) {
                    current.value(next, column, number);
                } else {
                    current.inlineString(next, column, number.toPlainString());
                }
            }
            case Boolean bool -> current.value(next, column, bool);
            case LocalDate date -> {
                current.value(next, column, date);
                current.style(next, column).format("yyyy-mm-dd").set();
            }
            case Instant instant -> {
                current.value(next, column, instant.atZone(table().zone()).toLocalDateTime());
                current.style(next, column).format("yyyy-mm-dd hh:mm:ss").set();
            }
            default -> throw new IllegalArgumentException(cell.getClass().getName());
        }
    }

    private Worksheet newSheet() {
        sheets++;
        Worksheet created = workbook.newWorksheet(sheetName(table().name(), sheets));
        for (int i = 0; i < table().columns().size(); i++) {
            Column column = table().columns().get(i);
            created.width(i, width(column));
            created.inlineString(0, i, writable(column.title()));
            created.style(0, i)
                    .bold()
                    .fillColor("E8ECEF")
                    .borderStyle("thin")
                    .wrapText(true)
                    .set();
        }
        created.freezePane(0, 1);
        sheet = created;
        next = 1;
        return created;
    }

    private static double width(Column column) {
        int content = switch (column.type()) {
            case TEXT -> 32;
            case INTEGER, DECIMAL -> 16;
            case DATE -> 12;
            case INSTANT -> 20;
            case BOOLEAN -> 10;
        };
        return Math.max(content, Math.min(40, column.title().length() + 2));
    }

    /** A sheet's name has at most 31 characters and none of {@code []:*?/\}. */
    static String sheetName(String name, int number) {
        String clean =
                writable(name).replaceAll("[\\[\\]:*?/\\\\]", " ").strip().replaceAll("^'+|'+$", "");
        String suffix = number == 1 ? "" : " (" + number + ")";
        int most = 31 - suffix.length();
        return (clean.isEmpty() ? "Datos" : clean.length() > most ? clean.substring(0, most) : clean) + suffix;
    }

    /** Spreadsheets keep 15 digits; a longer number would be changed in silence. */
    private static boolean exact(BigDecimal number) {
        return number.stripTrailingZeros().precision() <= EXACT_DIGITS;
    }

    /** Without the characters that XML 1.0 has no way to hold, and no longer than a cell. */
    private static String writable(String text) {
        String clean = text.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]", "");
        return clean.length() > LONGEST_TEXT ? clean.substring(0, LONGEST_TEXT - 1) + "…" : clean;
    }
}
