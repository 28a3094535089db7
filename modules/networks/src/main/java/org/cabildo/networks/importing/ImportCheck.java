// SPDX-License-Identifier: Apache-2.0
package org.cabildo.networks.importing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cabildo.networks.comparison.Entity;
import org.cabildo.networks.comparison.Measure;
import org.cabildo.networks.importing.ImportReport.FileReport;
import org.cabildo.networks.importing.Plan.Value;
import org.jspecify.annotations.Nullable;

/**
 * A folder of files read by a recipe.
 *
 * @param report what was found
 * @param plan what to store, or null when there are problems
 */
public record ImportCheck(ImportReport report, @Nullable Plan plan) {

    /** Reads and checks all files before anything is stored. */
    public static ImportCheck of(Recipe recipe, Path folder) {
        Findings findings = new Findings();
        List<FileReport> reports = new ArrayList<>();
        EntityCheck entityCheck = new EntityCheck(recipe, folder, findings, reports);
        List<Entity> entities = entityCheck.read();
        Map<String, Measure> measures = new MeasureCheck(recipe, folder, findings, reports).read();
        FigureCheck figures = new FigureCheck(recipe, folder, findings, reports, entityCheck.codes(), measures);
        List<Value> values = figures.read();
        List<Measure> shown = shown(recipe, measures, values, figures.met(), findings);
        if (values.isEmpty() && !findings.any()) {
            findings.problem(Finding.of(recipe.figures().getFirst().file(), 0, "", "", "no-figures"));
        }
        ImportReport report = new ImportReport(
                recipe.edition().slug(),
                false,
                List.copyOf(reports),
                findings.problems(),
                findings.problemCount(),
                findings.warnings(),
                findings.warningCount(),
                ImportReport.Changes.NONE);
        return new ImportCheck(
                report, findings.any() ? null : new Plan(recipe.edition(), entities, shown, List.copyOf(values)));
    }

    /** Measures with the decimals of their figures; those without any figure are said. */
    private static List<Measure> shown(
            Recipe recipe, Map<String, Measure> measures, List<Value> values, Set<String> met, Findings findings) {
        Map<String, Integer> scales = new HashMap<>();
        Set<String> measured = new HashSet<>();
        for (Value value : values) {
            measured.add(value.measure());
            int scale = Math.max(0, value.value().stripTrailingZeros().scale());
            scales.merge(value.measure(), Math.min(scale, recipe.common().decimals()), Math::max);
        }
        List<Measure> shown = new ArrayList<>();
        for (Measure measure : measures.values()) {
            if (!met.contains(measure.code())) {
                findings.problem(Finding.of(
                        recipe.figures().getFirst().file(), 1, measure.code(), "", "measure-absent", measure.code()));
            }
            if (!measured.contains(measure.code())) {
                String file = recipe.figures().getFirst().file();
                findings.warning(Finding.of(file, 0, measure.code(), "", "measure-empty", measure.code()));
                continue;
            }
            int decimals = measure.decimals() >= 0 ? measure.decimals() : scales.getOrDefault(measure.code(), 0);
            shown.add(new Measure(
                    measure.code(),
                    measure.index(),
                    measure.name(),
                    measure.unit(),
                    decimals,
                    measure.direction(),
                    measure.topic(),
                    measure.period(),
                    measure.source(),
                    measure.sourceUrl(),
                    measure.worst(),
                    measure.best(),
                    measure.order()));
        }
        return shown;
    }
}
