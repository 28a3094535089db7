// SPDX-License-Identifier: Apache-2.0
package org.cabildo.networks.importing;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import org.cabildo.networks.importing.ImportReport.FileReport;
import org.cabildo.platform.tabular.DecimalStyle;
import org.cabildo.platform.tabular.Parsed;
import org.cabildo.platform.tabular.TableReader;
import org.cabildo.platform.tabular.TableRow;
import org.cabildo.platform.tabular.TextForm;

/** A table of the folder with all its rows, and what was noticed of how it is written. */
final class Sheet {

    private static final long MOST_BYTES = 64L * 1024 * 1024;
    private static final int MOST_ROWS = 500_000;

    private final String file;
    private final List<String> columns;
    private final List<TableRow> rows;
    private final Optional<TextForm> form;
    private final TableReader reader;
    private final Findings findings;
    private String decimals = "";

    private Sheet(String file, TableReader reader, List<TableRow> rows, Findings findings) {
        this.file = file;
        this.columns = reader.columns();
        this.rows = rows;
        this.form = reader.form();
        this.reader = reader;
        this.findings = findings;
    }

    /** Reads a table; empty, with the problems said, when it is not there or lacks a column. */
    static Optional<Sheet> read(Path folder, String file, Collection<String> required, Findings findings) {
        Path path = folder.resolve(file);
        try {
            if (!Files.isRegularFile(path)) {
                findings.problem(Finding.of(file, 0, "", "", "file-missing"));
                return Optional.empty();
            }
            if (Files.size(path) > MOST_BYTES) {
                findings.problem(Finding.of(file, 0, "", "", "file-too-large", MOST_BYTES / 1_048_576));
                return Optional.empty();
            }
            try (TableReader reader = file.endsWith(".xlsx") ? TableReader.xlsx(path) : TableReader.csv(path)) {
                return read(reader, file, required, findings);
            }
        } catch (IOException | RuntimeException exception) {
            findings.problem(Finding.of(file, 0, "", "", "file-unreadable"));
            return Optional.empty();
        }
    }

    private static Optional<Sheet> read(
            TableReader reader, String file, Collection<String> required, Findings findings) {
        List<TableRow> rows = new ArrayList<>();
        for (TableRow row : reader) {
            if (rows.size() == MOST_ROWS) {
                findings.problem(Finding.of(file, row.number(), "", "", "too-many-rows", MOST_ROWS));
                return Optional.empty();
            }
            rows.add(row);
            row.problems().forEach(problem -> findings.problem(Finding.of(file, problem)));
        }
        reader.failure().ifPresent(problem -> findings.problem(Finding.of(file, problem)));
        reader.problems().forEach(problem -> findings.problem(Finding.of(file, problem)));
        boolean complete = true;
        SequencedSet<String> wanted = new LinkedHashSet<>(required);
        wanted.remove("");
        for (String column : wanted) {
            if (!reader.has(column)) {
                complete = false;
                findings.problem(
                        Finding.of(file, 1, column, "", "column-missing", String.join(", ", reader.columns())));
            }
        }
        Sheet sheet = new Sheet(file, reader, rows, findings);
        sheet.notice();
        return complete ? Optional.of(sheet) : Optional.empty();
    }

    private void notice() {
        form.ifPresent(text -> {
            if (!text.encoding().equals("UTF-8")) {
                findings.warning(Finding.of(file, 0, "", "", "noticed-encoding", text.encoding()));
            }
            if (text.separator() != ',') {
                findings.warning(Finding.of(file, 0, "", "", "noticed-separator", separator()));
            }
        });
    }

    /**
     * Says which columns hold numbers. Their decimal sign is found over the whole file, since one column alone may leave
     * it open: 1.234 is a number in both styles.
     */
    void numbers(Collection<String> wanted) {
        int points = 0;
        int commas = 0;
        for (TableRow row : rows) {
            for (String column : wanted) {
                if (row.text(column) instanceof Parsed.Value<String> cell) {
                    boolean point = DecimalStyle.POINT.parse(cell.value()).isPresent();
                    boolean comma = DecimalStyle.COMMA.parse(cell.value()).isPresent();
                    points += point && !comma ? 1 : 0;
                    commas += comma && !point ? 1 : 0;
                }
            }
        }
        boolean semicolons = form.map(TextForm::separator).orElse(',') == ';';
        DecimalStyle style =
                commas > points || commas == points && semicolons ? DecimalStyle.COMMA : DecimalStyle.POINT;
        wanted.forEach(column -> reader.decimals(column, style));
        decimals = style == DecimalStyle.COMMA ? "comma" : "point";
        if (style == DecimalStyle.COMMA && commas > 0) {
            findings.warning(Finding.of(file, 0, "", "", "noticed-comma"));
        }
    }

    String file() {
        return file;
    }

    List<String> columns() {
        return columns;
    }

    List<TableRow> rows() {
        return rows;
    }

    /** The text of a cell, or empty; a cell with an error of the spreadsheet is a problem. */
    String text(TableRow row, String column) {
        return column.isEmpty() ? "" : row.text(column).or(this::problem).orElse("");
    }

    /** The number in a cell, or empty when there is none; text is a problem. */
    Optional<BigDecimal> number(TableRow row, String column) {
        return column.isEmpty() ? Optional.empty() : row.decimal(column).or(this::problem);
    }

    private void problem(org.cabildo.platform.tabular.Problem problem) {
        findings.problem(Finding.of(file, problem));
    }

    private String separator() {
        return form.map(text -> text.separator() == '\t' ? "TAB" : String.valueOf(text.separator()))
                .orElse("");
    }

    FileReport report(String things, int count, int missing) {
        return new FileReport(
                file,
                rows.size(),
                form.map(TextForm::encoding).orElse(""),
                separator(),
                decimals,
                things,
                count,
                missing);
    }
}
