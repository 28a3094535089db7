// SPDX-License-Identifier: Apache-2.0
package org.cabildo.geography;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.chart.MapDrawing;
import org.cabildo.platform.chart.MapFigure;
import org.springframework.stereotype.Component;

/** Maps of territories for pages of any module, see {@code platform/ui/map.jte} and {@code platform/ui/place.jte}. */
@Component
public class TerritoryMaps {

    private static final String SOURCE = "/api/v1/territories.geojson";

    private final Territories territories;

    TerritoryMaps(Territories territories) {
        this.territories = territories;
    }

    /** All territories that have a boundary on a day, the broadest below; each leads to its page. */
    public MapFigure all(TenantId tenant, LocalDate day) {
        TerritoryTree tree = territories.tree(tenant, day);
        return figure(tenant, tree.all(), day, SOURCE + "?datetime=" + day);
    }

    /** Some territories, for instance those of one level that a figure is about; a few at most. */
    public MapFigure some(TenantId tenant, Collection<Territory> chosen, LocalDate day) {
        String codes = chosen.stream().map(Territory::code).sorted().collect(Collectors.joining(","));
        return figure(tenant, chosen, day, SOURCE + "?datetime=" + day + "&code=" + codes);
    }

    private MapFigure figure(TenantId tenant, Collection<Territory> shown, LocalDate day, String source) {
        Map<String, Boundary> drawn =
                territories
                        .boundaries(tenant, shown.stream().map(Territory::code).toList(), day)
                        .stream()
                        .collect(Collectors.toMap(Boundary::territory, Function.identity()));
        List<MapDrawing.Shape> shapes = shown.stream()
                .filter(territory -> drawn.containsKey(territory.code()))
                .map(territory -> new MapDrawing.Shape(
                        territory.code(),
                        territory.name(),
                        drawn.get(territory.code()).shape()))
                .toList();
        MapFigure figure = MapFigure.of(shapes).leading(code -> "/territorios/" + code);
        MapFigure.Tiles tiles = territories
                .tiles(tenant)
                .map(server -> new MapFigure.Tiles(server.url(), server.attribution(), server.maxZoom()))
                .orElse(MapFigure.Tiles.NONE);
        return figure.empty() ? figure : figure.movable(source, tiles);
    }
}
