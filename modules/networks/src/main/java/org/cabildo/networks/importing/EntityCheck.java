// SPDX-License-Identifier: Apache-2.0
package org.cabildo.networks.importing;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cabildo.networks.comparison.Entity;
import org.cabildo.networks.importing.ImportReport.FileReport;
import org.cabildo.platform.tabular.TableRow;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads who is compared: the list of municipalities and their boundaries. */
final class EntityCheck {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Recipe recipe;
    private final Path folder;
    private final Findings findings;
    private final List<FileReport> reports;
    private final Codes codes;

    EntityCheck(Recipe recipe, Path folder, Findings findings, List<FileReport> reports) {
        this.recipe = recipe;
        this.folder = folder;
        this.findings = findings;
        this.reports = reports;
        this.codes = new Codes(recipe.entities().digits());
    }

    Codes codes() {
        return codes;
    }

    /** The municipalities in the order of the file, with boundaries where there are some. */
    List<Entity> read() {
        Recipe.Entities shape = recipe.entities();
        Map<String, Entity> entities = new LinkedHashMap<>();
        Sheet.read(
                        folder,
                        shape.file(),
                        List.of(shape.code(), shape.name(), shape.region(), shape.population()),
                        findings)
                .ifPresent(sheet -> list(sheet, shape, entities));
        Map<String, String> boundaries = boundaries();
        List<Entity> all = new ArrayList<>();
        for (Entity entity : entities.values()) {
            String boundary = boundaries.getOrDefault(entity.code(), "");
            if (boundary.isEmpty() && !boundaries.isEmpty()) {
                findings.warning(
                        Finding.of(shape.file(), 0, shape.code(), entity.code(), "no-boundary", Codes.words(entity)));
            }
            all.add(new Entity(entity.code(), entity.name(), entity.region(), entity.population(), boundary));
        }
        return all;
    }

    private void list(Sheet sheet, Recipe.Entities shape, Map<String, Entity> entities) {
        sheet.numbers(shape.population().isEmpty() ? List.of() : List.of(shape.population()));
        Map<String, Long> first = new LinkedHashMap<>();
        int repaired = 0;
        for (TableRow row : sheet.rows()) {
            String cell = sheet.text(row, shape.code());
            String code = codes.repaired(cell);
            String name = sheet.text(row, shape.name());
            if (!codes.wellFormed(code)) {
                String kind = cell.isEmpty() ? "code-empty" : "code-bad";
                findings.problem(Finding.of(sheet.file(), row.number(), shape.code(), cell, kind, shape.digits()));
                continue;
            }
            repaired += code.equals(cell) ? 0 : 1;
            Long before = first.putIfAbsent(code, row.number());
            if (before != null) {
                findings.problem(Finding.of(sheet.file(), row.number(), shape.code(), cell, "duplicate-row", before));
                continue;
            }
            if (name.isEmpty()) {
                findings.problem(Finding.of(sheet.file(), row.number(), shape.name(), "", "name-empty"));
            }
            Entity entity = new Entity(code, name, sheet.text(row, shape.region()), people(sheet, row), "");
            entities.put(code, entity);
            codes.add(entity);
        }
        if (repaired > 0) {
            findings.warning(Finding.of(sheet.file(), 0, shape.code(), "", "noticed-zeros", repaired));
        }
        if (entities.isEmpty()) {
            findings.problem(Finding.of(sheet.file(), 0, "", "", "no-rows"));
        }
        reports.add(sheet.report("entities", entities.size(), 0));
    }

    private @Nullable Integer people(Sheet sheet, TableRow row) {
        String column = recipe.entities().population();
        Optional<BigDecimal> number = sheet.number(row, column);
        if (number.isEmpty()) {
            return null;
        }
        try {
            int people = number.get().stripTrailingZeros().intValueExact();
            if (people >= 0) {
                return people;
            }
        } catch (ArithmeticException notWhole) {
            // said below
        }
        findings.problem(
                Finding.of(sheet.file(), row.number(), column, number.get().toPlainString(), "population-bad"));
        return null;
    }

    private Map<String, String> boundaries() {
        Recipe.Boundaries shape = recipe.boundaries();
        Map<String, String> boundaries = new LinkedHashMap<>();
        if (shape == null) {
            return boundaries;
        }
        Path path = folder.resolve(shape.file());
        if (!Files.isRegularFile(path)) {
            findings.warning(Finding.of(shape.file(), 0, "", "", "boundaries-missing"));
            return boundaries;
        }
        JsonNode features;
        try {
            features = JSON.readTree(Files.readAllBytes(path)).path("features");
        } catch (JacksonException exception) {
            long line = exception.getLocation() == null
                    ? 0
                    : exception.getLocation().getLineNr();
            findings.problem(Finding.of(shape.file(), Math.max(0, line), "", "", "geojson-broken"));
            return boundaries;
        } catch (IOException exception) {
            findings.problem(Finding.of(shape.file(), 0, "", "", "file-unreadable"));
            return boundaries;
        }
        if (!features.isArray() || features.isEmpty()) {
            findings.problem(Finding.of(shape.file(), 0, "", "", "geojson-empty"));
        }
        int number = 0;
        for (JsonNode feature : features) {
            boundary(shape, feature, ++number, boundaries);
        }
        reports.add(new FileReport(shape.file(), number, "", "", "", "boundaries", boundaries.size(), 0));
        return boundaries;
    }

    private void boundary(Recipe.Boundaries shape, JsonNode feature, int number, Map<String, String> boundaries) {
        String cell = feature.path("properties").path(shape.code()).asString("");
        String code = codes.repaired(cell);
        JsonNode geometry = feature.path("geometry");
        String kind = "";
        if (cell.isEmpty()) {
            kind = "feature-without-code";
        } else if (!codes.has(code)) {
            kind = "unknown-code";
        } else if (boundaries.containsKey(code)) {
            kind = "feature-twice";
        } else if (!Geometries.areDrawable(geometry)) {
            kind = "geometry-bad";
        }
        if (kind.isEmpty()) {
            boundaries.put(code, geometry.toString());
        } else {
            String nearest = codes.nearest(
                    code, feature.path("properties").path("municipality").asString(""));
            findings.problem(Finding.of(shape.file(), number, shape.code(), cell, kind, nearest, 1));
        }
    }
}
