// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.imports.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cabildo.platform.imports.ImportField;
import org.cabildo.platform.imports.ImportJob;
import org.cabildo.platform.imports.ImportMapping;
import org.cabildo.platform.imports.ImportProblem;
import org.cabildo.platform.imports.ImportRow;
import org.cabildo.platform.tabular.DecimalStyle;
import org.cabildo.platform.tabular.TableRow;
import org.cabildo.platform.tabular.TableSample;
import org.cabildo.platform.web.Option;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a file with what they are taken for, and its first rows as they are understood.
 *
 * @param columns the file's columns in order
 * @param choices what a column may be
 * @param fixed fields for which one value may be given for all rows
 * @param decimals the decimal sign: {@code POINT} or {@code COMMA}
 * @param numbers whether a column holds numbers, so that the sign matters
 * @param heads names of the fields of the preview
 * @param rows the preview
 */
public record MappingSheet(
        List<FileColumn> columns,
        List<Option> choices,
        List<Fixed> fixed,
        String decimals,
        boolean numbers,
        List<String> heads,
        List<Line> rows) {

    private static final int EXAMPLES = 3;
    private static final int PREVIEWED = 8;

    /** A column with its first values; {@code field} is empty when it is not used. */
    public record FileColumn(String name, String examples, String field) {}

    /** A field that may have one value for all rows. */
    public record Fixed(String key, String label, String hint, String value) {}

    /** A row of the preview. */
    public record Line(long number, List<Cell> cells) {}

    /** A cell as it is understood; {@code problem} is empty when it can be. */
    public record Cell(String text, String problem) {}

    static MappingSheet of(Desk desk, ImportJob job, ImportMapping mapping) {
        List<ImportField> used =
                desk.fields().stream().filter(field -> mapping.has(field.key())).toList();
        return new MappingSheet(
                columns(job.sample(), mapping),
                desk.fields().stream()
                        .map(field -> Option.of(field.key(), desk.label(field)))
                        .toList(),
                desk.fields().stream()
                        .filter(ImportField::fixable)
                        .filter(field -> mapping.column(field.key()).isEmpty())
                        .map(field -> new Fixed(
                                field.key(),
                                desk.label(field),
                                desk.hint(field),
                                mapping.fixed().getOrDefault(field.key(), "")))
                        .toList(),
                mapping.decimals().name(),
                used.stream().anyMatch(field -> field.type() == ImportField.Type.NUMBER),
                used.stream().map(desk::label).toList(),
                rows(desk, job.sample(), mapping, used));
    }

    private static List<FileColumn> columns(TableSample sample, ImportMapping mapping) {
        List<FileColumn> columns = new ArrayList<>();
        for (int i = 0; i < sample.columns().size(); i++) {
            int place = i;
            String examples = sample.rows().stream()
                    .map(line -> place < line.cells().size() ? line.cells().get(place) : null)
                    .filter(cell -> cell != null && !cell.toString().isBlank())
                    .map(MappingSheet::plain)
                    .distinct()
                    .limit(EXAMPLES)
                    .collect(Collectors.joining(" · "));
            String name = sample.columns().get(i);
            columns.add(new FileColumn(name, examples, mapping.columns().getOrDefault(name, "")));
        }
        return columns;
    }

    private static String plain(@Nullable Object cell) {
        String text = cell instanceof BigDecimal number ? number.toPlainString() : String.valueOf(cell);
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }

    private static List<Line> rows(Desk desk, TableSample sample, ImportMapping mapping, List<ImportField> used) {
        Map<String, DecimalStyle> decimals = new HashMap<>();
        mapping.columns().keySet().forEach(column -> decimals.put(column, mapping.decimals()));
        return sample.read(decimals).stream()
                .limit(PREVIEWED)
                .map(row -> new Line(
                        row.number(),
                        used.stream()
                                .map(field -> cell(desk, row, mapping, field))
                                .toList()))
                .toList();
    }

    private static Cell cell(Desk desk, TableRow source, ImportMapping mapping, ImportField field) {
        ImportRow row = new ImportRow(source, mapping);
        String text = field.many()
                ? row.each(field.key()).entrySet().stream()
                        .map(pair -> pair.getKey() + ": " + pair.getValue())
                        .collect(Collectors.joining(", "))
                : understood(desk, row, field).orElse("");
        Optional<ImportProblem> problem = row.problems().stream().findFirst();
        return problem.map(found -> new Cell(found.cell(), desk.words(found))).orElseGet(() -> new Cell(text, ""));
    }

    private static Optional<String> understood(Desk desk, ImportRow row, ImportField field) {
        return switch (field.type()) {
            case TEXT -> row.text(field.key());
            case NUMBER ->
                row.decimal(field.key()).map(number -> desk.view().number(number, Math.max(0, number.scale())));
            case DATE -> row.date(field.key()).map(desk.view()::date);
        };
    }
}
