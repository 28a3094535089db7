// SPDX-License-Identifier: Apache-2.0
package org.cabildo.networks.importing;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cabildo.networks.comparison.Measure;
import org.cabildo.networks.importing.ImportReport.FileReport;
import org.cabildo.networks.importing.Plan.Value;
import org.cabildo.platform.tabular.TableRow;

/** Reads figures. An empty cell is a figure that is missing: it is counted and never stored as a number. */
final class FigureCheck {

    /** Note of a figure outside of what was expected; pages have the words. */
    static final String IMPLAUSIBLE = "networks.note.implausible";

    private final Recipe recipe;
    private final Path folder;
    private final Findings findings;
    private final List<FileReport> reports;
    private final Codes codes;
    private final Map<String, Measure> measures;
    private final List<Value> values = new ArrayList<>();
    private final Map<String, Place> taken = new HashMap<>();
    private final Set<String> met = new HashSet<>();

    private record Place(String file, long row) {}

    FigureCheck(
            Recipe recipe,
            Path folder,
            Findings findings,
            List<FileReport> reports,
            Codes codes,
            Map<String, Measure> measures) {
        this.recipe = recipe;
        this.folder = folder;
        this.findings = findings;
        this.reports = reports;
        this.codes = codes;
        this.measures = measures;
    }

    List<Value> read() {
        for (Recipe.Figures shape : recipe.figures()) {
            List<String> required = new ArrayList<>(List.of(shape.entity(), shape.name(), shape.period()));
            required.addAll(shape.wide() ? shape.columns().keySet() : List.of(shape.measure(), shape.value()));
            Sheet.read(folder, shape.file(), required, findings).ifPresent(sheet -> read(sheet, shape));
        }
        return values;
    }

    /** The measures that some file has a column or a row of. */
    Set<String> met() {
        return met;
    }

    private void read(Sheet sheet, Recipe.Figures shape) {
        Map<String, String> columns = shape.wide() ? columns(sheet, shape) : Map.of(shape.value(), "");
        sheet.numbers(columns.keySet());
        met.addAll(columns.values());
        Unknown entities = new Unknown(sheet.file(), shape.entity(), "unknown-code");
        Unknown codesOfMeasures = new Unknown(sheet.file(), shape.measure(), "unknown-measure");
        Map<String, Long> rows = new HashMap<>();
        int before = values.size();
        int missing = 0;
        int repaired = 0;
        for (TableRow row : sheet.rows()) {
            String cell = sheet.text(row, shape.entity());
            String code = codes.repaired(cell);
            if (!codes.has(code)) {
                String name = sheet.text(row, shape.name());
                entities.met(row.number(), cell, codes.nearest(code, name));
                continue;
            }
            repaired += code.equals(cell) ? 0 : 1;
            if (shape.wide()) {
                Long first = rows.putIfAbsent(code, row.number());
                if (first != null) {
                    findings.problem(
                            Finding.of(sheet.file(), row.number(), shape.entity(), cell, "duplicate-row", first));
                    continue;
                }
            }
            for (Map.Entry<String, String> column : columns.entrySet()) {
                String measure = shape.wide()
                        ? column.getValue()
                        : sheet.text(row, shape.measure()).toLowerCase(Locale.ROOT);
                if (!measures.containsKey(measure)) {
                    codesOfMeasures.met(row.number(), measure, nearest(measure));
                    continue;
                }
                met.add(measure);
                if (!figure(sheet, shape, row, column.getKey(), code, measure)) {
                    missing++;
                }
            }
        }
        entities.say(findings);
        codesOfMeasures.say(findings);
        if (repaired > 0) {
            findings.warning(Finding.of(sheet.file(), 0, shape.entity(), "", "noticed-zeros", repaired));
        }
        reports.add(sheet.report("figures", values.size() - before, missing));
    }

    /** Codes of measures by column; columns that are neither measures nor named by the recipe are left alone. */
    private Map<String, String> columns(Sheet sheet, Recipe.Figures shape) {
        Map<String, String> columns = new LinkedHashMap<>();
        if (shape.columns().isEmpty()) {
            for (String column : sheet.columns()) {
                String code = column.toLowerCase(Locale.ROOT);
                if (measures.containsKey(code)) {
                    columns.put(column, code);
                }
            }
            if (columns.isEmpty()) {
                findings.problem(Finding.of(sheet.file(), 1, "", "", "no-measure-columns"));
            }
        } else {
            columns.putAll(shape.columns());
        }
        return columns;
    }

    /** Answers whether the cell has a figure or something that was meant to be one. */
    private boolean figure(
            Sheet sheet, Recipe.Figures shape, TableRow row, String column, String code, String measureCode) {
        boolean written = !sheet.text(row, column).isEmpty();
        Optional<BigDecimal> number = sheet.number(row, column);
        if (number.isEmpty()) {
            return written;
        }
        Place here = new Place(sheet.file(), row.number());
        Place first = taken.putIfAbsent(measureCode + "|" + code, here);
        if (first != null) {
            String cell = sheet.text(row, column);
            findings.problem(Finding.of(
                    sheet.file(), row.number(), column, cell, "figure-twice", first.row(), first.file(), measureCode));
            return true;
        }
        Measure measure = measures.get(measureCode);
        String period = sheet.text(row, shape.period());
        String note = expected(measure, number.get()) ? "" : IMPLAUSIBLE;
        if (!note.isEmpty()) {
            String cell = sheet.text(row, column);
            findings.warning(Finding.of(sheet.file(), row.number(), column, cell, "implausible", measureCode));
        }
        values.add(new Value(measureCode, code, number.get(), period.isEmpty() ? measure.period() : period, note));
        return true;
    }

    private boolean expected(Measure measure, BigDecimal value) {
        return recipe.plausible().stream()
                .filter(rule -> measure.unit().values().stream().anyMatch(unit -> unit.startsWith(rule.unit())))
                .allMatch(rule -> (rule.least() == null || value.compareTo(rule.least()) >= 0)
                        && (rule.most() == null || value.compareTo(rule.most()) <= 0));
    }

    private String nearest(String code) {
        return measures.keySet().stream()
                .min(java.util.Comparator.comparingInt(known -> Codes.distance(known, code)))
                .orElse("");
    }

    /** Something unknown that many rows may name: said once, where it stands first. */
    private record Unknown(String file, String column, String kind, Map<String, Met> met) {

        private record Met(long row, String nearest, int[] count) {}

        Unknown(String file, String column, String kind) {
            this(file, column, kind, new LinkedHashMap<>());
        }

        void met(long row, String cell, String nearest) {
            met.computeIfAbsent(cell, key -> new Met(row, nearest, new int[1])).count()[0]++;
        }

        void say(Findings findings) {
            met.forEach((cell, one) ->
                    findings.problem(Finding.of(file, one.row(), column, cell, kind, one.nearest(), one.count()[0])));
        }
    }
}
