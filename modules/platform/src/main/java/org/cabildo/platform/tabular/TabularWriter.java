// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.tabular;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** Writes tables. Memory does not grow with the number of rows. */
public abstract class TabularWriter {

    private final Table table;

    TabularWriter(Table table) {
        this.table = table;
    }

    /**
     * Writes the table to the stream, which stays open. If the rows fail, the output ends without its proper end, so
     * that nobody takes a part for the whole.
     *
     * @throws IllegalArgumentException when a row does not fit the columns
     */
    public static void write(Table table, TabularFormat format, Rows rows, OutputStream out) throws IOException {
        OutputStream open = new StayOpen(out);
        TabularWriter writer = switch (format) {
            case CSV -> new CsvTableWriter(table, false, open);
            case CSV_EXCEL -> new CsvTableWriter(table, true, open);
            case XLSX -> new XlsxTableWriter(table, open);
            case JSON -> new JsonTableWriter(table, false, open);
            case NDJSON -> new JsonTableWriter(table, true, open);
        };
        writer.begin();
        rows.writeTo(cells -> writer.row(writer.plain(cells)));
        writer.end();
        out.flush();
    }

    Table table() {
        return table;
    }

    abstract void begin() throws IOException;

    /** Writes cells in their plain form, see {@link Column#plain}. */
    abstract void row(@Nullable Object[] cells) throws IOException;

    abstract void end() throws IOException;

    private @Nullable Object[] plain(@Nullable Object[] cells) {
        if (cells.length != table.columns().size()) {
            throw new IllegalArgumentException(
                    "The table has " + table.columns().size() + " columns, the row " + cells.length);
        }
        @Nullable Object[] plain = new Object[cells.length];
        for (int i = 0; i < cells.length; i++) {
            plain[i] = table.columns().get(i).plain(cells[i]);
        }
        return plain;
    }

    private static final class StayOpen extends FilterOutputStream {

        StayOpen(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
