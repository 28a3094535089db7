// SPDX-License-Identifier: Apache-2.0
package org.cabildo.geography.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.cabildo.geography.Boundary;
import org.cabildo.geography.Level;
import org.cabildo.geography.Territory;
import org.cabildo.geography.TerritoryTree;
import org.cabildo.platform.Actor;
import org.cabildo.platform.Audit;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.manifest.Folder;
import org.cabildo.platform.manifest.ManifestPart;
import org.cabildo.platform.manifest.ManifestRefused;
import org.springframework.stereotype.Component;

/** Territories of a tenant's manifest: what there is in one file, where each of it ends in another. */
@Component
class TerritoriesManifest implements ManifestPart {

    static final String TERRITORIES = "territories/territories.yaml";
    static final String BOUNDARIES = "territories/boundaries.geojson";

    private final TerritoryRows rows;
    private final BoundaryRows boundaries;
    private final StoredTerritories territories;
    private final Audit audit;

    TerritoriesManifest(TerritoryRows rows, BoundaryRows boundaries, StoredTerritories territories, Audit audit) {
        this.rows = rows;
        this.boundaries = boundaries;
        this.territories = territories;
        this.audit = audit;
    }

    @Override
    public List<String> owns() {
        return List.of("territories/");
    }

    @Override
    public void apply(TenantId tenant, Folder folder, Actor actor) {
        TerritoriesFile wanted =
                folder.text(TERRITORIES).map(TerritoriesFile::read).orElse(TerritoriesFile.EMPTY);
        List<Boundary> drawn = folder.text(BOUNDARIES).map(BoundariesFile::read).orElse(List.of());
        refuseUnknown(wanted, drawn);
        wanted.levels().forEach(level -> territories.save(tenant, level, actor));
        Set<String> changed = new TreeSet<>(apply(tenant, wanted.territories(), actor));
        dropLevels(tenant, wanted.levels(), actor);
        changed.addAll(draw(tenant, drawn, actor));
        territories.choose(tenant, wanted.tiles(), actor);
        territories.changed(tenant, changed);
    }

    private static void refuseUnknown(TerritoriesFile wanted, List<Boundary> drawn) {
        List<String> problems = new ArrayList<>();
        Set<String> levels = wanted.levels().stream().map(Level::code).collect(Collectors.toSet());
        Set<String> codes = new TreeSet<>();
        wanted.territories().stream()
                .filter(territory -> !codes.add(territory.code()))
                .forEach(twice -> problems.add(TERRITORIES + ": " + twice.code() + " is there twice"));
        for (Territory territory : wanted.territories()) {
            if (!levels.contains(territory.level())) {
                problems.add(TERRITORIES + ": " + territory.code() + ": level " + territory.level()
                        + " is not under levels");
            }
            if (territory.parent() != null && !codes.contains(territory.parent())) {
                problems.add(TERRITORIES + ": " + territory.code() + ": parent " + territory.parent()
                        + " is not under territories");
            }
        }
        Set<String> places = new TreeSet<>();
        for (Boundary boundary : drawn) {
            if (!codes.contains(boundary.territory())) {
                problems.add(BOUNDARIES + ": " + boundary.territory() + " is not in " + TERRITORIES);
            }
            if (!places.add(boundary.territory() + " " + boundary.since())) {
                problems.add(BOUNDARIES + ": " + boundary.territory() + " is there twice");
            }
        }
        if (problems.isEmpty()) {
            try {
                TerritoryTree.of(wanted.territories());
            } catch (IllegalArgumentException exception) {
                problems.add(TERRITORIES + ": " + exception.getMessage());
            }
        }
        if (!problems.isEmpty()) {
            throw new ManifestRefused(problems);
        }
    }

    private Set<String> apply(TenantId tenant, List<Territory> wanted, Actor actor) {
        Map<String, Territory> stored = new LinkedHashMap<>();
        rows.all(tenant).forEach(territory -> stored.put(territory.code(), territory));
        Set<String> changed = new TreeSet<>();
        for (Territory territory : wanted) {
            Territory before = stored.remove(territory.code());
            if (!territory.equals(before)) {
                rows.put(tenant, territory);
                String action = before == null ? "geography.created" : "geography.changed";
                audit.record(tenant, actor, action, "territory", territory.code(), before, territory);
                changed.add(territory.code());
            }
        }
        stored.forEach((code, before) -> {
            rows.delete(tenant, code);
            audit.record(tenant, actor, "geography.removed", "territory", code, before, null);
            changed.add(code);
        });
        return changed;
    }

    private void dropLevels(TenantId tenant, List<Level> wanted, Actor actor) {
        Set<String> kept = wanted.stream().map(Level::code).collect(Collectors.toSet());
        List<Level> dropped = rows.levels(tenant).stream()
                .filter(level -> !kept.contains(level.code()))
                .toList();
        rows.deleteLevels(tenant, dropped.stream().map(Level::code).toList());
        dropped.forEach(level ->
                audit.record(tenant, actor, "geography.level-removed", "territory-level", level.code(), level, null));
    }

    private Set<String> draw(TenantId tenant, List<Boundary> wanted, Actor actor) {
        Map<String, Boundary> stored = new HashMap<>();
        boundaries.all(tenant).forEach(boundary -> stored.put(key(boundary), boundary));
        Set<String> changed = new TreeSet<>();
        for (Boundary boundary : wanted) {
            stored.remove(key(boundary));
            if (territories.draw(tenant, boundary, actor)) {
                changed.add(boundary.territory());
            }
        }
        stored.values().forEach(before -> {
            boundaries.delete(tenant, before);
            audit.record(
                    tenant,
                    actor,
                    "geography.erased",
                    "territory",
                    before.territory(),
                    StoredTerritories.shown(before),
                    null);
            changed.add(before.territory());
        });
        return changed;
    }

    private static String key(Boundary boundary) {
        return boundary.territory() + " " + boundary.since();
    }

    @Override
    public void export(TenantId tenant, Folder folder) {
        List<Territory> all = rows.all(tenant);
        TerritoriesFile file =
                new TerritoriesFile(rows.levels(tenant), all, rows.tiles(tenant).orElse(null));
        if (!file.empty()) {
            folder.put(TERRITORIES, file.write());
        }
        Map<String, Integer> places = new HashMap<>();
        all.forEach(territory -> places.put(territory.code(), places.size()));
        List<Boundary> drawn = boundaries.all(tenant).stream()
                .sorted(Comparator.comparing((Boundary boundary) -> places.get(boundary.territory()))
                        .thenComparing(Boundary::since))
                .toList();
        if (!drawn.isEmpty()) {
            folder.put(BOUNDARIES, BoundariesFile.write(drawn));
        }
    }
}
