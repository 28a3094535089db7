// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.tabular;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** RFC 4180: commas, CRLF, quotes where needed; text that a spreadsheet would compute is made plain text. */
final class CsvTableWriter extends TabularWriter {

    private static final String COMPUTED = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private final boolean forPeople;
    private final OutputStream out;
    private final CsvWriter csv;

    CsvTableWriter(Table table, boolean forPeople, OutputStream out) {
        super(table);
        this.forPeople = forPeople;
        this.out = out;
        this.csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(out, StandardCharsets.UTF_8);
    }

    @Override
    void begin() throws IOException {
        if (forPeople) {
            out.write(new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf});
        }
        csv.writeRecord(table().columns().stream()
                .map(column -> neutral(forPeople ? column.title() : column.key()))
                .toList());
    }

    @Override
    void row(@Nullable Object[] cells) {
        String[] texts = new String[cells.length];
        for (int i = 0; i < cells.length; i++) {
            texts[i] = text(cells[i]);
        }
        csv.writeRecord(texts);
    }

    @Override
    void end() throws IOException {
        csv.close();
    }

    private String text(@Nullable Object cell) {
        return switch (cell) {
            case null -> "";
            case String text -> neutral(text);
            case BigDecimal number -> number.toPlainString();
            case Instant instant -> DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atZone(table().zone()));
            default -> cell.toString();
        };
    }

    /** Text with an apostrophe in front if a spreadsheet would take it for a formula (CWE-1236). */
    static String neutral(String text) {
        return !text.isEmpty() && COMPUTED.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
