// SPDX-License-Identifier: Apache-2.0
package org.cabildo.geography.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cabildo.geography.Boundary;
import org.cabildo.geography.GeoPoint;
import org.cabildo.geography.Territories;
import org.cabildo.geography.Territory;
import org.cabildo.geography.TerritoryTree;
import org.cabildo.platform.Site;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.files.SafeDownload;
import org.cabildo.platform.tabular.Column;
import org.cabildo.platform.tabular.Download;
import org.cabildo.platform.tabular.Table;
import org.cabildo.platform.tabular.TabularFormat;
import org.cabildo.platform.web.Access;
import org.cabildo.platform.web.SiteContext;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;

/** Territories for machines: GeoJSON (RFC 7946) in the shape of OGC API Features, JSON, and a table. */
@Controller
@Access(Access.Audience.PUBLIC)
class TerritoryData {

    private static final MediaType GEOJSON = MediaType.valueOf("application/geo+json");
    private static final Table SHAPE = Table.of(
            "territories",
            java.time.ZoneOffset.UTC,
            Column.text("code", "Código"),
            Column.text("level", "Tipo"),
            Column.text("parent", "Queda en"),
            Column.text("name", "Nombre"),
            Column.integer("population", "Habitantes"),
            Column.text("population_source", "Fuente de los habitantes"),
            Column.date("valid_from", "Vigente desde"),
            Column.date("valid_until", "Vigente hasta"));

    private final Territories territories;
    private final Clock clock;

    TerritoryData(Territories territories, Clock clock) {
        this.territories = territories;
        this.clock = clock;
    }

    @GetMapping("/api/v1/territories.geojson")
    ResponseEntity<String> collection(HttpServletRequest request) {
        Site site = SiteContext.of(request);
        TenantId tenant = site.requireTenant();
        TerritoryQuery query = TerritoryQuery.of(request, today(site));
        TerritoryTree tree = territories.tree(tenant, query.day());
        Map<String, Boundary> drawn = drawn(tenant, query.day());
        List<Territory> matched = tree.all().stream()
                .filter(one -> query.wants(one, drawn.get(one.code())))
                .toList();
        List<Territory> page = query.page(matched);
        String body = Features.collection(
                page.stream()
                        .map(one -> Features.feature(one, drawn.get(one.code())))
                        .toList(),
                matched.size(),
                query.links(page, matched));
        return answer(site, body);
    }

    @GetMapping({
        "/territorios/{code:" + Territory.CODE + "}.geojson",
        "/api/v1/territories/{code:" + Territory.CODE + "}.geojson"
    })
    ResponseEntity<String> feature(@PathVariable String code, HttpServletRequest request) {
        Site site = SiteContext.of(request);
        TenantId tenant = site.requireTenant();
        Territory territory =
                territories.byCode(tenant, code).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Boundary boundary =
                drawn(tenant, TerritoryWords.dayFor(territory, today(site))).get(code);
        return answer(site, Features.feature(territory, boundary));
    }

    private static ResponseEntity<String> answer(Site site, String body) {
        return ResponseEntity.ok()
                .header("Cache-Control", "public, no-cache")
                .header("X-Content-Type-Options", "nosniff")
                .eTag("\"" + site.version() + "-" + Integer.toHexString(body.hashCode()) + "\"")
                .contentType(GEOJSON)
                .body(body);
    }

    private Map<String, Boundary> drawn(TenantId tenant, LocalDate day) {
        return territories.boundaries(tenant, day).stream()
                .collect(Collectors.toMap(Boundary::territory, Function.identity()));
    }

    @GetMapping("/api/v1/territories")
    @ResponseBody
    Map<String, Object> list(HttpServletRequest request) {
        Site site = SiteContext.of(request);
        TenantId tenant = site.requireTenant();
        TerritoryQuery query = TerritoryQuery.of(request, today(site));
        Map<String, Boundary> drawn = drawn(tenant, query.day());
        List<Territory> matched = territories.tree(tenant, query.day()).all().stream()
                .filter(one -> query.wants(one, drawn.get(one.code())))
                .toList();
        List<Territory> page = query.page(matched);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("levels", territories.levels(tenant));
        answer.put("territories", page);
        answer.put("numberMatched", matched.size());
        answer.put("links", query.links(page, matched));
        return answer;
    }

    @GetMapping("/api/v1/territories/containing")
    @ResponseBody
    Map<String, List<Territory>> containing(HttpServletRequest request, HttpServletResponse response) {
        Site site = SiteContext.of(request);
        response.setHeader("Cache-Control", "private, no-store");
        String latitude = String.valueOf(request.getParameter("lat"));
        String longitude = String.valueOf(request.getParameter("long"));
        GeoPoint point = GeoPoint.parse(latitude, longitude)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
        return Map.of("territories", territories.containing(site.requireTenant(), point, today(site)));
    }

    @GetMapping("/territorios/datos.{format:csv|xlsx|json}")
    void table(@PathVariable String format, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Site site = SiteContext.of(request);
        List<Territory> all = new ArrayList<>(territories.all(site.requireTenant()));
        new Download(SHAPE, TabularFormat.of(format).orElseThrow(), site.slug() + "-territorios")
                .writeTo(response, SafeDownload.Caching.REVALIDATED, rows -> {
                    for (Territory one : all) {
                        rows.row(
                                one.code(),
                                one.level(),
                                one.parent(),
                                one.name(),
                                one.population(),
                                one.populationSource(),
                                one.validFrom(),
                                one.validUntil());
                    }
                });
    }

    private LocalDate today(Site site) {
        return LocalDate.now(clock.withZone(site.zone()));
    }
}
