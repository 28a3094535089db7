// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.imports;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.cabildo.platform.tabular.Parsed;
import org.cabildo.platform.tabular.Problem;
import org.cabildo.platform.tabular.TableRow;

/** A row as its mapping reads it. Cells that can't be read become problems of the row; a missing cell is empty. */
public final class ImportRow {

    private final TableRow row;
    private final ImportMapping mapping;
    private final List<ImportProblem> problems = new ArrayList<>();

    public ImportRow(TableRow row, ImportMapping mapping) {
        this.row = row;
        this.mapping = mapping;
    }

    /** The line of the CSV file or the row of the sheet. */
    public long number() {
        return row.number();
    }

    /** Whether the table says something of a field at all. */
    public boolean has(String field) {
        return mapping.has(field);
    }

    public Optional<String> text(String field) {
        Optional<String> cell = read(field, row::text);
        return mapping.column(field).isPresent()
                ? cell
                : Optional.ofNullable(mapping.fixed().get(field));
    }

    public Optional<BigDecimal> decimal(String field) {
        return read(field, row::decimal);
    }

    public Optional<LocalDate> date(String field) {
        return read(field, row::date);
    }

    /** The cells of a field that takes many columns, by the columns' names, without the missing ones. */
    public Map<String, String> each(String field) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (String column : mapping.columnsOf(field)) {
            row.text(column).or(this::unreadable).ifPresent(text -> cells.put(column, text));
        }
        return cells;
    }

    /** Says what is wrong with a field of this row; without a column of its own, with the row. */
    public void problem(String field, String message, Object... arguments) {
        String column = mapping.column(field).orElse("");
        note(ImportProblem.of(number(), column, cell(column), message, arguments));
    }

    /** What is wrong so far. */
    public List<ImportProblem> problems() {
        return List.copyOf(problems);
    }

    public boolean bad() {
        return !problems.isEmpty();
    }

    /** Notes what is wrong before anybody looks at the meaning: too many cells, cells that must not be empty. */
    public void checkShape(List<ImportField> fields) {
        row.problems().forEach(this::unreadable);
        for (ImportField field : fields) {
            Optional<String> column = mapping.column(field.key());
            if (field.need() == ImportField.Need.FILLED
                    && column.isPresent()
                    && row.text(column.get()) instanceof Parsed.Missing<String>) {
                problem(field.key(), "platform.imports.problem.missing");
            }
        }
    }

    private <T> Optional<T> read(String field, Function<String, Parsed<T>> reading) {
        return mapping.column(field).flatMap(column -> reading.apply(column).or(this::unreadable));
    }

    private void unreadable(Problem problem) {
        note(ImportProblem.of(
                number(),
                problem.column(),
                cell(problem.column()),
                problem.messageKey(),
                problem.arguments().toArray()));
    }

    private void note(ImportProblem problem) {
        if (!problems.contains(problem)) {
            problems.add(problem);
        }
    }

    private String cell(String column) {
        return column.isEmpty() ? "" : row.text(column).or(problem -> {}).orElse("");
    }
}
