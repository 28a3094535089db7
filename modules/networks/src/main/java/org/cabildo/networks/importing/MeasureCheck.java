// SPDX-License-Identifier: Apache-2.0
package org.cabildo.networks.importing;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.cabildo.indicators.Direction;
import org.cabildo.networks.comparison.Measure;
import org.cabildo.networks.importing.ImportReport.FileReport;
import org.cabildo.networks.importing.Recipe.Listed;
import org.cabildo.platform.tabular.TableRow;
import org.jspecify.annotations.Nullable;

/** Reads what is measured: a dictionary, with words of the recipe, and measures that the recipe writes out. */
final class MeasureCheck {

    private static final Pattern CODE = Pattern.compile("[a-z0-9]+([._-][a-z0-9]+)*");
    private static final Listed NOTHING =
            new Listed("", false, Map.of(), Map.of(), null, "", "", "", "", "", null, null);

    private final Recipe recipe;
    private final Path folder;
    private final Findings findings;
    private final List<FileReport> reports;

    MeasureCheck(Recipe recipe, Path folder, Findings findings, List<FileReport> reports) {
        this.recipe = recipe;
        this.folder = folder;
        this.findings = findings;
        this.reports = reports;
    }

    /**
     * The measures in their order: those of the dictionary, then those that only the recipe knows. Words of the recipe
     * for a measure that the dictionary lacks are left out, so that a smaller set can do with the same recipe.
     */
    Map<String, Measure> read() {
        Map<String, Listed> listed = new LinkedHashMap<>();
        recipe.listed().forEach(one -> listed.put(one.code(), one));
        Map<String, Measure> measures = new LinkedHashMap<>();
        Recipe.Dictionary shape = recipe.dictionary();
        if (shape != null) {
            List<String> columns = new ArrayList<>(List.of(
                    shape.code(), shape.topic(), shape.direction(), shape.period(), shape.worst(), shape.best()));
            columns.addAll(shape.name().values());
            Sheet.read(folder, shape.file(), columns, findings)
                    .ifPresent(sheet -> dictionary(sheet, shape, listed, measures));
        }
        for (Listed one : listed.values()) {
            if (!measures.containsKey(one.code()) && complete(one)) {
                put(measures, RecipeFile.PATH, 0, one.code(), NOTHING, one);
            }
        }
        return measures;
    }

    private static boolean complete(Listed one) {
        return !one.direction().isEmpty() && !one.name().isEmpty();
    }

    private void dictionary(
            Sheet sheet, Recipe.Dictionary shape, Map<String, Listed> listed, Map<String, Measure> measures) {
        sheet.numbers(List.of(shape.worst(), shape.best()).stream()
                .filter(column -> !column.isEmpty())
                .toList());
        Map<String, Long> first = new HashMap<>();
        for (TableRow row : sheet.rows()) {
            String code = sheet.text(row, shape.code()).toLowerCase(Locale.ROOT);
            if (!CODE.matcher(code).matches() || code.length() > 60) {
                findings.problem(Finding.of(sheet.file(), row.number(), shape.code(), code, "measure-code-bad"));
                continue;
            }
            Long before = first.putIfAbsent(code, row.number());
            if (before != null) {
                findings.problem(Finding.of(sheet.file(), row.number(), shape.code(), code, "duplicate-row", before));
                continue;
            }
            Map<String, String> name = new TreeMap<>();
            shape.name().forEach((language, column) -> name.put(language, sheet.text(row, column)));
            name.values().removeIf(String::isEmpty);
            Listed said = new Listed(
                    code,
                    false,
                    name,
                    Map.of(),
                    null,
                    direction(sheet, row, shape),
                    topic(sheet.text(row, shape.topic()), shape),
                    sheet.text(row, shape.period()),
                    "",
                    "",
                    sheet.number(row, shape.worst()).orElse(null),
                    sheet.number(row, shape.best()).orElse(null));
            put(measures, sheet.file(), row.number(), code, said, listed.getOrDefault(code, NOTHING));
        }
        reports.add(sheet.report("measures", measures.size(), 0));
    }

    private static String topic(String cell, Recipe.Dictionary shape) {
        return cell.isEmpty() ? "" : shape.topicPrefix() + cell;
    }

    private String direction(Sheet sheet, TableRow row, Recipe.Dictionary shape) {
        String cell = sheet.text(row, shape.direction()).toLowerCase(Locale.ROOT);
        String word = shape.directions().getOrDefault(cell, cell);
        if (shape.direction().isEmpty() || List.of("up", "down", "none").contains(word)) {
            return word;
        }
        String known = shape.directions().isEmpty()
                ? "up, down, none"
                : String.join(", ", shape.directions().keySet());
        findings.problem(Finding.of(sheet.file(), row.number(), shape.direction(), cell, "direction-bad", known));
        return "none";
    }

    private void put(Map<String, Measure> measures, String file, long row, String code, Listed said, Listed replaced) {
        Recipe.Common common = recipe.common();
        BigDecimal worst = replaced.worst() == null ? said.worst() : replaced.worst();
        BigDecimal best = replaced.best() == null ? said.best() : replaced.best();
        Direction direction = Direction.of(or(replaced.direction(), or(said.direction(), "none")));
        goalposts(file, row, code, worst, best, direction);
        Integer decimals = replaced.decimals();
        measures.put(
                code,
                new Measure(
                        code,
                        replaced.index(),
                        or(replaced.name(), said.name()),
                        or(replaced.unit(), common.unit()),
                        decimals == null ? -1 : decimals,
                        direction,
                        or(replaced.topic(), said.topic()),
                        or(replaced.period(), or(said.period(), common.period())),
                        or(replaced.source(), common.source()),
                        or(replaced.sourceUrl(), common.sourceUrl()),
                        best == null ? null : worst,
                        worst == null ? null : best,
                        measures.size() + 1));
    }

    private void goalposts(
            String file,
            long row,
            String code,
            @Nullable BigDecimal worst,
            @Nullable BigDecimal best,
            Direction direction) {
        if (worst == null || best == null) {
            return;
        }
        int order = worst.compareTo(best);
        if (order == 0) {
            findings.problem(Finding.of(file, row, "", code, "goalposts-equal", code));
        } else if (direction == Direction.UP && order > 0 || direction == Direction.DOWN && order < 0) {
            findings.problem(Finding.of(file, row, "", code, "goalposts-crossed", code));
        }
    }

    private static String or(String one, String otherwise) {
        return one.isEmpty() ? otherwise : one;
    }

    private static Map<String, String> or(Map<String, String> one, Map<String, String> otherwise) {
        return one.isEmpty() ? otherwise : one;
    }
}
