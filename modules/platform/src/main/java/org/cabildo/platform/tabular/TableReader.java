// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.tabular;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.cabildo.platform.files.FileType;
import org.cabildo.platform.tabular.Problem.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Reads a table row by row: CSV of whatever encoding and separator, or the first sheet of an XLSX workbook. The first
 * row that is not empty names the columns. What is wrong with the table is a {@link Problem}, never an exception;
 * reading ends at damage that hides where rows begin, see {@link #failure()}.
 *
 * <p>Memory holds the first rows, by which each column's decimal sign is guessed, and one row after that.
 */
public final class TableReader implements Iterable<TableRow>, AutoCloseable {

    private static final int SAMPLE = 200;

    /** Rows as their file gives them. */
    interface Source extends AutoCloseable {

        /** The next row that is not empty, or null at the end. */
        @Nullable
        Raw next() throws Damage;

        DecimalStyle usualDecimals();

        /** How a text file was read; empty for workbooks. */
        default Optional<TextForm> form() {
            return Optional.empty();
        }

        @Override
        void close() throws IOException;
    }

    /** A row without its header. */
    record Raw(long number, List<@Nullable Object> cells) {}

    /** The rows cannot be told apart from here on. */
    static final class Damage extends Exception {

        final transient Problem problem;

        Damage(long row, Kind kind) {
            super(kind.name());
            this.problem = Problem.of(row, "", kind);
        }
    }

    private final Source source;
    private final Deque<Raw> sample = new ArrayDeque<>();
    private final Header header;
    private @Nullable Problem failure;

    private TableReader(Source source) {
        this.source = source;
        Raw first = advance();
        this.header = new Header(
                first == null ? 0 : first.number(), first == null ? List.of() : first.cells(), source.usualDecimals());
        if (first == null && failure == null) {
            failure = Problem.of(0, "", Kind.NO_HEADER);
        }
        look();
    }

    /** Opens a CSV file; encoding and separator are found by looking. */
    public static TableReader csv(Path file) throws IOException {
        return new TableReader(CsvSource.open(file));
    }

    /** Opens the first sheet of an XLSX workbook that {@link org.cabildo.platform.files.Uploads} let in. */
    public static TableReader xlsx(Path file) throws IOException {
        return new TableReader(new XlsxSource(file));
    }

    /** Opens a file of a type that holds tables. */
    public static TableReader open(Path file, FileType type) throws IOException {
        return switch (type) {
            case CSV, TEXT -> csv(file);
            case XLSX -> xlsx(file);
            default -> throw new IllegalArgumentException("Not a table: " + type);
        };
    }

    /** In which encoding and with which separator the file was read; empty for workbooks. */
    public Optional<TextForm> form() {
        return source.form();
    }

    /** The columns' names in order; a column without a name is empty. */
    public List<String> columns() {
        return header.names();
    }

    public boolean has(String column) {
        return header.index(column) >= 0;
    }

    /** Problems of the header: repeated names, and the given columns if they are missing. */
    public List<Problem> problems(String... required) {
        List<Problem> problems = new ArrayList<>(header.problems());
        for (String column : required) {
            if (!has(column)) {
                problems.add(Problem.of(0, column, Kind.MISSING_COLUMN));
            }
        }
        return problems;
    }

    /** The damage at which reading ended, known after the last row. */
    public Optional<Problem> failure() {
        return Optional.ofNullable(failure);
    }

    /** The decimal sign of a column, guessed from its first cells. */
    public DecimalStyle decimals(String column) {
        return header.decimals(column);
    }

    /** States the decimal sign of a column, when the person who sends the table knows better. */
    public void decimals(String column, DecimalStyle style) {
        header.decimals(column, style);
    }

    /** The first rows, at most 200; to be asked for before the rows are read. */
    public TableSample sample(int atMost) {
        return TableSample.of(header, sample, atMost);
    }

    /** The rows, once. */
    @Override
    public Iterator<TableRow> iterator() {
        return new Iterator<>() {
            private @Nullable Raw ahead;

            @Override
            public boolean hasNext() {
                if (ahead == null) {
                    ahead = sample.isEmpty() ? advance() : sample.poll();
                }
                return ahead != null;
            }

            @Override
            public TableRow next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                Raw row = ahead;
                ahead = null;
                return new TableRow(row.number(), header, row.cells());
            }
        };
    }

    @Override
    public void close() throws IOException {
        source.close();
    }

    private @Nullable Raw advance() {
        if (failure != null) {
            return null;
        }
        try {
            return source.next();
        } catch (Damage e) {
            failure = e.problem;
            return null;
        }
    }

    private void look() {
        for (Raw row = advance(); row != null; row = advance()) {
            sample.add(row);
            if (sample.size() == SAMPLE) {
                break;
            }
        }
        for (int i = 0; i < header.size(); i++) {
            int column = i;
            header.guess(
                    column,
                    sample.stream()
                            .map(Raw::cells)
                            .map(cells -> column < cells.size() && cells.get(column) instanceof String text ? text : "")
                            .toList());
        }
    }
}
