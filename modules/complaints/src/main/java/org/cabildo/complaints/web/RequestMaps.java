// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.cabildo.complaints.PublicRequests.Spot;
import org.cabildo.complaints.Tile;
import org.cabildo.geography.Boundary;
import org.cabildo.geography.GeoPoint;
import org.cabildo.geography.Territories;
import org.cabildo.geography.Territory;
import org.cabildo.geography.TerritoryMaps;
import org.cabildo.geography.TerritoryTree;
import org.cabildo.platform.Site;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.chart.MapDrawing;
import org.cabildo.platform.chart.MapFigure;
import org.cabildo.platform.web.Option;
import org.springframework.stereotype.Component;

/** Maps of the municipality with requests on them. */
@Component
class RequestMaps {

    private static final String OPEN = "#b3261e";
    private static final String CLOSED = "#3d6b4f";
    private static final double SMALLEST = 0.008;
    private static final double LARGEST = 0.022;

    private final Territories territories;
    private final TerritoryMaps maps;
    private final Clock clock;

    RequestMaps(Territories territories, TerritoryMaps maps, Clock clock) {
        this.territories = territories;
        this.maps = maps;
        this.clock = clock;
    }

    LocalDate today(Site site) {
        return LocalDate.now(clock.withZone(site.zone()));
    }

    TerritoryTree tree(Site site) {
        return territories.tree(site.requireTenant(), today(site));
    }

    /** The territories as choices, those within others indented. */
    List<Option> options(TerritoryTree tree) {
        return tree.all().stream()
                .map(one -> Option.of(one.code(), "\u2003".repeat(tree.way(one).size()) + one.name()))
                .toList();
    }

    /** The map in which somebody points at a place. */
    MapFigure empty(Site site) {
        return site.has("geography")
                ? maps.all(site.requireTenant(), today(site))
                : new MapFigure(0, 0, List.of(), "", MapFigure.Tiles.NONE);
    }

    /** The box that holds the municipality as far as it is drawn; all of it is empty when nothing is drawn. */
    List<Tile.Box> whole(Site site) {
        List<Boundary.Box> boxes = territories.boundaries(site.requireTenant(), today(site)).stream()
                .map(Boundary::box)
                .toList();
        return boxes.isEmpty()
                ? List.of()
                : List.of(new Tile.Box(
                        boxes.stream().mapToDouble(Boundary.Box::south).min().orElseThrow(),
                        boxes.stream().mapToDouble(Boundary.Box::west).min().orElseThrow(),
                        boxes.stream().mapToDouble(Boundary.Box::north).max().orElseThrow(),
                        boxes.stream().mapToDouble(Boundary.Box::east).max().orElseThrow()));
    }

    /** The municipality with requests as dots: red where something is open, larger where it is more. */
    MapFigure dots(Site site, List<Spot> spots) {
        TenantId tenant = site.requireTenant();
        LocalDate day = today(site);
        Map<String, String> fills = new TreeMap<>();
        Map<String, String> links = new TreeMap<>();
        List<MapDrawing.Shape> shapes = new ArrayList<>();
        TerritoryTree tree = territories.tree(tenant, day);
        List<String> codes = tree.top().stream().map(Territory::code).toList();
        territories
                .boundaries(tenant, codes, day)
                .forEach(drawn -> shapes.add(new MapDrawing.Shape(
                        drawn.territory(),
                        tree.find(drawn.territory()).map(Territory::name).orElse(""),
                        drawn.shape())));
        double size = whole(site).stream()
                .mapToDouble(box -> Math.max(box.north() - box.south(), box.east() - box.west()))
                .findFirst()
                .orElse(0.05);
        int most = spots.stream().mapToInt(Spot::count).max().orElse(1);
        for (int i = 0; i < spots.size(); i++) {
            Spot spot = spots.get(i);
            String key = "dot-" + i;
            double share =
                    spots.size() == 1 ? 0.5 : most == 1 ? 0 : Math.sqrt((spot.count() - 1) / (double) (most - 1));
            shapes.add(new MapDrawing.Shape(
                    key, name(spot), octagon(spot.point(), size * (SMALLEST + (LARGEST - SMALLEST) * share))));
            fills.put(key, spot.open() > 0 ? OPEN : CLOSED);
            if (spot.request() != null) {
                links.put(key, "/reportes/" + spot.request().id());
            }
        }
        MapFigure figure = MapFigure.of(shapes).coloured(fills).leading(key -> links.getOrDefault(key, ""));
        return figure.empty() || !site.has("geography")
                ? figure
                : figure.movable(empty(site).source(), empty(site).tiles());
    }

    private static String name(Spot spot) {
        return spot.request() == null
                ? Integer.toString(spot.count())
                : Long.toString(spot.request().id());
    }

    private static String octagon(GeoPoint place, double radius) {
        double wide = radius / Math.max(0.1, Math.cos(Math.toRadians(place.latitude())));
        StringBuilder ring = new StringBuilder("{\"type\":\"Polygon\",\"coordinates\":[[");
        for (int i = 0; i <= 8; i++) {
            double angle = Math.PI / 4 * (i % 8);
            ring.append(i == 0 ? "" : ",")
                    .append(String.format(
                            Locale.ROOT,
                            "[%.6f,%.6f]",
                            place.longitude() + wide * Math.cos(angle),
                            place.latitude() + radius * Math.sin(angle)));
        }
        return ring.append("]]}").toString();
    }
}
