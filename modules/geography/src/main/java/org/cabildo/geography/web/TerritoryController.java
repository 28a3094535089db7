// SPDX-License-Identifier: Apache-2.0
package org.cabildo.geography.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cabildo.geography.GeoPoint;
import org.cabildo.geography.Territories;
import org.cabildo.geography.Territory;
import org.cabildo.geography.TerritoryLinks;
import org.cabildo.geography.TerritoryMaps;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.chart.MapFigure;
import org.cabildo.platform.web.Access;
import org.cabildo.platform.web.Breadcrumb;
import org.cabildo.platform.web.Freshness;
import org.cabildo.platform.web.ImageOrigins;
import org.cabildo.platform.web.Page;
import org.cabildo.platform.web.View;
import org.cabildo.platform.web.ViewFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Territories for readers: all of them, each by itself, and which of them a place lies in. */
@Controller
@Access(Access.Audience.PUBLIC)
class TerritoryController {

    private static final int SIZE = 200;

    private final Territories territories;
    private final TerritoryMaps maps;
    private final ViewFactory views;
    private final Clock clock;
    private final List<TerritoryLinks> links;

    TerritoryController(
            Territories territories, TerritoryMaps maps, ViewFactory views, Clock clock, List<TerritoryLinks> links) {
        this.links = links;
        this.territories = territories;
        this.maps = maps;
        this.views = views;
        this.clock = clock;
    }

    @GetMapping("/territorios")
    String list(
            @RequestParam(name = "al", defaultValue = "") String on,
            @RequestParam(name = "desde", defaultValue = "0") String from,
            HttpServletRequest request,
            Model model) {
        View view = views.of(request);
        TenantId tenant = view.site().requireTenant();
        LocalDate today = today(view);
        LocalDate day = day(on).orElse(today);
        untilMidnight(view, request);
        TerritoryWords words = words(view, day);
        MapFigure map = ImageOrigins.allow(request, maps.all(tenant, day));
        List<TerritoryRow> rows = words.rows();
        int start = Math.clamp(from.matches("[0-9]{1,6}") ? Integer.parseInt(from) : 0, 0, rows.size());
        model.addAttribute("page", Page.of(view.msg("module.geography.name")));
        model.addAttribute("map", map);
        model.addAttribute("rows", rows.stream().skip(start).limit(SIZE).toList());
        model.addAttribute("sentence", words.sentence());
        model.addAttribute("source", words.source());
        model.addAttribute("day", day.equals(today) ? null : day);
        model.addAttribute("ended", day.equals(today) ? words.ended() : List.of());
        model.addAttribute("newer", start == 0 ? "" : view.with("desde", start <= SIZE ? null : "" + (start - SIZE)));
        model.addAttribute("older", start + SIZE < rows.size() ? view.with("desde", "" + (start + SIZE)) : "");
        return "geography/list";
    }

    @GetMapping("/territorios/{code:" + Territory.CODE + "}")
    String territory(@PathVariable String code, HttpServletRequest request, Model model) {
        View view = views.of(request);
        TenantId tenant = view.site().requireTenant();
        Territory territory =
                territories.byCode(tenant, code).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        untilMidnight(view, request);
        LocalDate day = TerritoryWords.dayFor(territory, today(view));
        TerritoryWords words = words(view, day);
        MapFigure map = ImageOrigins.allow(
                request, maps.some(tenant, words.around(territory), day).choosing(code));
        List<Breadcrumb> way = new ArrayList<>();
        way.add(new Breadcrumb(view.msg("module.geography.name"), "/territorios"));
        words.tree().way(territory).forEach(one -> way.add(new Breadcrumb(one.name(), "/territorios/" + one.code())));
        model.addAttribute(
                "page",
                Page.of(territory.name(), way.toArray(Breadcrumb[]::new)).describedAs(words.kind(territory)));
        model.addAttribute("territory", territory);
        model.addAttribute("kind", words.kind(territory));
        model.addAttribute("facts", words.facts(territory));
        model.addAttribute("map", map);
        model.addAttribute("drawn", words.drawn(territory));
        List<Territory> above = words.tree().way(territory);
        model.addAttribute("within", above.isEmpty() ? "" : above.getLast().name());
        model.addAttribute("source", words.source(territory));
        model.addAttribute("children", words.children(territory));
        model.addAttribute(
                "links",
                links.stream()
                        .filter(source -> view.site().has(source.module()))
                        .flatMap(source -> source.links(view, territory).stream())
                        .toList());
        model.addAttribute("ended", !territory.existsOn(today(view)));
        return "geography/territory";
    }

    @GetMapping("/territorios/ubicar")
    String locate(
            @RequestParam(name = "lat", defaultValue = "") String latitude,
            @RequestParam(name = "long", defaultValue = "") String longitude,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        View view = views.of(request);
        TenantId tenant = view.site().requireTenant();
        LocalDate today = today(view);
        boolean asked = !latitude.isBlank() || !longitude.isBlank();
        Optional<GeoPoint> point = GeoPoint.parse(latitude, longitude);
        List<Territory> found =
                point.map(place -> territories.containing(tenant, place, today)).orElse(List.of());
        TerritoryWords words = words(view, today);
        response.setHeader("Cache-Control", "private, no-store"); // where somebody is belongs to nobody else
        model.addAttribute(
                "page",
                Page.of(
                                view.msg("geography.locate.title"),
                                new Breadcrumb(view.msg("module.geography.name"), "/territorios"))
                        .notIndexed());
        model.addAttribute("map", ImageOrigins.allow(request, maps.all(tenant, today)));
        model.addAttribute("latitude", latitude);
        model.addAttribute("longitude", longitude);
        model.addAttribute(
                "errors", asked && point.isEmpty() ? Map.of("place", view.msg("geography.locate.wrong")) : Map.of());
        model.addAttribute("answered", point.isPresent());
        model.addAttribute("found", words.rows(found));
        return "geography/locate";
    }

    private TerritoryWords words(View view, LocalDate day) {
        TenantId tenant = view.site().requireTenant();
        return new TerritoryWords(
                view,
                day,
                territories.levels(tenant),
                territories.all(tenant),
                territories.tree(tenant, day),
                territories.boundaries(tenant, day));
    }

    /** Territories begin and end with days. */
    private void untilMidnight(View view, HttpServletRequest request) {
        Freshness.until(
                request,
                today(view).plusDays(1).atStartOfDay(view.site().zone()).toInstant());
    }

    private LocalDate today(View view) {
        return LocalDate.now(clock.withZone(view.site().zone()));
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException exception) {
            return Optional.empty();
        }
    }
}
