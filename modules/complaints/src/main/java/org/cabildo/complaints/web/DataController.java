// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cabildo.complaints.PublicRequest;
import org.cabildo.complaints.PublicRequests;
import org.cabildo.complaints.PublicRequests.Cursor;
import org.cabildo.complaints.PublicRequests.Query;
import org.cabildo.complaints.PublicRequests.Slice;
import org.cabildo.complaints.PublicRequests.Spot;
import org.cabildo.complaints.Tile;
import org.cabildo.geography.GeoPoint;
import org.cabildo.platform.SiteKind;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.files.SafeDownload;
import org.cabildo.platform.tabular.Column;
import org.cabildo.platform.tabular.Download;
import org.cabildo.platform.tabular.Table;
import org.cabildo.platform.tabular.TabularFormat;
import org.cabildo.platform.web.Access;
import org.cabildo.platform.web.View;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.json.JsonMapper;

/** The list as open data: a table, and the map as GeoJSON (RFC 7946). */
@Controller
@Access(value = Access.Audience.PUBLIC, on = SiteKind.MUNICIPALITY)
class DataController {

    private static final int PART = 1_000;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final PublicRequests requests;
    private final RequestPages pages;
    private final RequestMaps maps;

    DataController(PublicRequests requests, RequestPages pages, RequestMaps maps) {
        this.requests = requests;
        this.pages = pages;
        this.maps = maps;
    }

    @GetMapping("/reportes.csv")
    void table(HttpServletRequest request, HttpServletResponse response) throws IOException {
        RequestWords words = pages.words(request);
        View view = words.view();
        TenantId tenant = view.site().requireTenant();
        Query query = ListFilter.of(request).query(view, words.catalogue(), words.territories(), PART);
        Table shape = Table.of(
                "requests",
                view.site().zone(),
                Column.integer("service_request_id", view.msg("complaints.fact.reference")),
                Column.text("service_code", view.msg("complaints.column.serviceCode")),
                Column.text("service_name", view.msg("complaints.filter.service")),
                Column.text("status", view.msg("complaints.filter.stage")),
                Column.text("status_detail", view.msg("complaints.column.state")),
                Column.instant("requested_datetime", view.msg("complaints.fact.reported")),
                Column.instant("updated_datetime", view.msg("complaints.column.updated")),
                Column.instant("expected_datetime", view.msg("complaints.column.expected")),
                Column.instant("closed_datetime", view.msg("complaints.column.closed")),
                Column.text("agency_responsible", view.msg("complaints.fact.agency")),
                Column.text("territory", view.msg("complaints.fact.territory")),
                Column.text("address", view.msg("complaints.fact.address")),
                Column.decimal("lat", view.msg("ui.map.latitude")),
                Column.decimal("long", view.msg("ui.map.longitude")),
                Column.text("description", view.msg("complaints.details.description")));
        new Download(shape, TabularFormat.CSV, view.site().slug() + "-reportes")
                .writeTo(response, SafeDownload.Caching.REVALIDATED, rows -> {
                    Query part = query;
                    Slice slice;
                    do {
                        slice = requests.search(tenant, part);
                        for (PublicRequest one : slice.items()) {
                            GeoPoint point = one.point();
                            rows.row(
                                    one.id(),
                                    one.service(),
                                    words.service(one.service()),
                                    one.open() ? "open" : "closed",
                                    words.status(one.status()),
                                    one.requestedAt(),
                                    one.updatedAt(),
                                    one.clocks().solution(),
                                    one.closedAt(),
                                    one.agency().isEmpty() ? null : words.agency(one.agency()),
                                    one.territory().isEmpty() ? null : words.territory(one.territory()),
                                    one.address().isEmpty() ? null : one.address(),
                                    point == null ? null : point.latitude(),
                                    point == null ? null : point.longitude(),
                                    one.description());
                        }
                        if (slice.older()) {
                            part = query.before(Cursor.of(slice.items().getLast()));
                        }
                    } while (slice.older());
                });
    }

    @GetMapping("/reportes.geojson")
    ResponseEntity<byte[]> map(HttpServletRequest request) {
        RequestWords words = pages.words(request);
        View view = words.view();
        String asked = RequestPages.line(request, "bbox");
        List<Tile.Box> boxes = asked.isEmpty() ? maps.whole(view.site()) : List.of(box(asked));
        Query query = ListFilter.of(request).query(view, words.catalogue(), words.territories(), PART);
        Tile.Box box = boxes.isEmpty() ? new Tile.Box(-85, -180, 85, 180) : boxes.getFirst();
        List<Map<String, Object>> features = new ArrayList<>();
        requests.box(view.site().requireTenant(), box, query).forEach(spot -> features.add(feature(words, spot)));
        Map<String, Object> collection = new LinkedHashMap<>();
        collection.put("type", "FeatureCollection");
        collection.put("features", features);
        return ResponseEntity.ok()
                .header("Content-Type", "application/geo+json")
                .header("Cache-Control", "public, max-age=5")
                .header("X-Content-Type-Options", "nosniff")
                .body(JSON.writeValueAsBytes(collection));
    }

    /** West, south, east, north (RFC 7946, 5). */
    private static Tile.Box box(String text) {
        String[] sides = text.split(",", -1);
        try {
            return new Tile.Box(
                    Math.max(-90, Double.parseDouble(sides[1])),
                    Math.max(-180, Double.parseDouble(sides[0])),
                    Math.min(90, Double.parseDouble(sides[3])),
                    Math.min(180, Double.parseDouble(sides[2])));
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException exception) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
    }

    private static Map<String, Object> feature(RequestWords words, Spot spot) {
        Map<String, Object> properties = new LinkedHashMap<>();
        PublicRequest request = spot.request();
        properties.put("count", spot.count());
        properties.put("open", spot.open());
        if (request != null) {
            properties.put("service_request_id", Long.toString(request.id()));
            properties.put("service_code", request.service());
            properties.put("name", words.service(request.service()));
            properties.put("status", request.open() ? "open" : "closed");
            properties.put("status_detail", words.status(request.status()));
            properties.put("requested_datetime", request.requestedAt().toString());
            properties.put("href", "/reportes/" + request.id());
        } else {
            properties.put("name", words.view().msg("complaints.map.together", spot.count(), spot.open()));
        }
        Map<String, Object> feature = new LinkedHashMap<>();
        feature.put("type", "Feature");
        feature.put("properties", properties);
        feature.put(
                "geometry",
                Map.of(
                        "type",
                        "Point",
                        "coordinates",
                        List.of(spot.point().longitude(), spot.point().latitude())));
        return feature;
    }
}
