// SPDX-License-Identifier: Apache-2.0
package org.cabildo.geography.internal;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.cabildo.geography.Boundary;
import org.cabildo.geography.GeoPoint;
import org.cabildo.geography.Level;
import org.cabildo.geography.Territories;
import org.cabildo.geography.TerritoriesChanged;
import org.cabildo.geography.Territory;
import org.cabildo.geography.TerritoryEditing;
import org.cabildo.geography.TerritoryTree;
import org.cabildo.geography.TileServer;
import org.cabildo.platform.Actor;
import org.cabildo.platform.Audit;
import org.cabildo.platform.Sites;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.UseCase;
import org.cabildo.platform.search.SearchDocumentChanged;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;

/** Keeps territories in PostgreSQL and tells who asks to be told. */
@UseCase
class StoredTerritories implements Territories, TerritoryEditing {

    private final TerritoryRows rows;
    private final BoundaryRows boundaries;
    private final Audit audit;
    private final Sites sites;
    private final ApplicationEventPublisher events;

    StoredTerritories(
            TerritoryRows rows, BoundaryRows boundaries, Audit audit, Sites sites, ApplicationEventPublisher events) {
        this.rows = rows;
        this.boundaries = boundaries;
        this.audit = audit;
        this.sites = sites;
        this.events = events;
    }

    @Override
    public List<Level> levels(TenantId tenant) {
        return rows.levels(tenant);
    }

    @Override
    public List<Territory> all(TenantId tenant) {
        return rows.all(tenant);
    }

    @Override
    public TerritoryTree tree(TenantId tenant, LocalDate day) {
        return TerritoryTree.of(rows.all(tenant).stream()
                .filter(territory -> territory.existsOn(day))
                .toList());
    }

    @Override
    public Optional<Territory> byCode(TenantId tenant, String code) {
        return rows.find(tenant, code);
    }

    @Override
    public List<Territory> containing(TenantId tenant, GeoPoint point, LocalDate day) {
        Set<String> codes = boundaries.around(tenant, point, day).stream()
                .filter(boundary -> Shapes.covers(Shapes.read(boundary.shape()), point))
                .map(Boundary::territory)
                .collect(Collectors.toSet());
        return codes.isEmpty()
                ? List.of()
                : tree(tenant, day).all().stream()
                        .filter(territory -> codes.contains(territory.code()))
                        .toList();
    }

    @Override
    public List<Boundary> boundaries(TenantId tenant, LocalDate day) {
        return boundaries.on(tenant, day);
    }

    @Override
    public List<Boundary> boundaries(TenantId tenant, Collection<String> codes, LocalDate day) {
        return boundaries.on(tenant, codes, day);
    }

    @Override
    public Optional<TileServer> tiles(TenantId tenant) {
        return rows.tiles(tenant);
    }

    @Override
    public void save(TenantId tenant, Level level, Actor actor) {
        Level before = rows.levels(tenant).stream()
                .filter(one -> one.code().equals(level.code()))
                .findFirst()
                .orElse(null);
        if (level.equals(before)) {
            return;
        }
        rows.put(tenant, level);
        audit.record(tenant, actor, action(before, "level"), "territory-level", level.code(), before, level);
        sites.touch(tenant);
    }

    @Override
    public void save(TenantId tenant, Territory territory, Actor actor) {
        save(tenant, List.of(territory), List.of(), actor);
    }

    @Override
    public void save(TenantId tenant, List<Territory> territories, List<Boundary> drawn, Actor actor) {
        Map<String, Territory> known = new HashMap<>();
        rows.all(tenant).forEach(territory -> known.put(territory.code(), territory));
        Set<String> levels = rows.levels(tenant).stream().map(Level::code).collect(Collectors.toSet());
        Map<String, Territory> after = new HashMap<>(known);
        territories.forEach(territory -> after.put(territory.code(), territory));
        territories.forEach(territory -> refuse(territory, levels, after));
        TerritoryTree.of(after.values());
        Set<String> changed = new TreeSet<>();
        int last = known.values().stream().mapToInt(Territory::order).max().orElse(0);
        for (Territory given : territories) {
            Territory before = known.get(given.code());
            Territory territory = given.inOrder(before == null ? ++last : before.order());
            if (!territory.equals(before)) {
                rows.put(tenant, territory);
                audit.record(tenant, actor, action(before, ""), "territory", territory.code(), before, territory);
                changed.add(territory.code());
            }
        }
        drawn.stream()
                .filter(boundary -> draw(tenant, boundary, actor))
                .map(Boundary::territory)
                .forEach(changed::add);
        changed(tenant, changed);
    }

    private static void refuse(Territory territory, Set<String> levels, Map<String, Territory> all) {
        if (!levels.contains(territory.level())) {
            throw new IllegalArgumentException(territory.code() + " has the unknown level " + territory.level());
        }
        if (territory.parent() != null && !all.containsKey(territory.parent())) {
            throw new IllegalArgumentException(territory.code() + " lies in the unknown " + territory.parent());
        }
    }

    private static String action(@Nullable Object before, String what) {
        String kind = what.isEmpty() ? "" : what + "-";
        return "geography." + kind + (before == null ? "created" : "changed");
    }

    /** Stores a boundary unless it is known; answers whether anything changed. */
    boolean draw(TenantId tenant, Boundary boundary, Actor actor) {
        Boundary before = boundaries.all(tenant, boundary.territory()).stream()
                .filter(one -> one.since().equals(boundary.since()))
                .findFirst()
                .orElse(null);
        if (boundary.equals(before)) {
            return false;
        }
        boundaries.put(tenant, boundary);
        audit.record(
                tenant, actor, "geography.drawn", "territory", boundary.territory(), shown(before), shown(boundary));
        return true;
    }

    /** What the record says of a boundary: the shape itself is too long to be read, its size tells it from others. */
    static @Nullable Map<String, Object> shown(@Nullable Boundary boundary) {
        return boundary == null
                ? null
                : Map.of(
                        "since", boundary.dated() ? boundary.since().toString() : "",
                        "source", boundary.source(),
                        "points", Shapes.read(boundary.shape()).getNumPoints(),
                        "box",
                                List.of(
                                        boundary.box().west(),
                                        boundary.box().south(),
                                        boundary.box().east(),
                                        boundary.box().north()));
    }

    @Override
    public void choose(TenantId tenant, @Nullable TileServer server, Actor actor) {
        TileServer before = rows.tiles(tenant).orElse(null);
        if (!Objects.equals(before, server)) {
            rows.choose(tenant, server);
            audit.record(tenant, actor, "geography.tiles-chosen", "tile-server", "tiles", before, server);
            sites.touch(tenant);
        }
    }

    /** Tells search, listeners and caches that territories are not what they were. */
    void changed(TenantId tenant, Set<String> codes) {
        if (codes.isEmpty()) {
            return;
        }
        sites.touch(tenant);
        codes.forEach(code -> events.publishEvent(new SearchDocumentChanged(tenant, TerritorySearch.TYPE, code)));
        events.publishEvent(new TerritoriesChanged(tenant, Set.copyOf(codes)));
    }
}
