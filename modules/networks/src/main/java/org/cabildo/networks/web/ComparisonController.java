// SPDX-License-Identifier: Apache-2.0
package org.cabildo.networks.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.cabildo.networks.comparison.Comparisons;
import org.cabildo.networks.comparison.Edition;
import org.cabildo.networks.comparison.Entity;
import org.cabildo.networks.comparison.Measure;
import org.cabildo.networks.comparison.Ranking;
import org.cabildo.platform.SiteKind;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.chart.Choropleth;
import org.cabildo.platform.chart.MapDrawing;
import org.cabildo.platform.web.Access;
import org.cabildo.platform.web.Breadcrumb;
import org.cabildo.platform.web.NavLink;
import org.cabildo.platform.web.Option;
import org.cabildo.platform.web.Page;
import org.cabildo.platform.web.View;
import org.cabildo.platform.web.ViewFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Comparison for readers: what is compared, and for each question who is where. */
@Controller
@Access(value = Access.Audience.PUBLIC, on = SiteKind.NETWORK)
class ComparisonController {

    private static final String ONE = "/comparaciones/{edition:[a-z0-9-]+}/{code:[a-z0-9][a-z0-9._-]*}";
    private static final int SIZE = 50;
    private static final int MAP = 720;

    private final Comparisons comparisons;
    private final ViewFactory views;

    ComparisonController(Comparisons comparisons, ViewFactory views) {
        this.comparisons = comparisons;
        this.views = views;
    }

    @GetMapping("/comparaciones")
    String list(HttpServletRequest request, Model model) {
        View view = views.of(request);
        TenantId network = view.site().requireTenant();
        List<ListedEdition> editions = new ArrayList<>();
        for (Edition edition : comparisons.editions(network)) {
            List<Measure> measures = comparisons.measures(network, edition.slug());
            editions.add(new ListedEdition(
                    edition,
                    measures.stream()
                            .sorted(Question.BY_TOPIC)
                            .collect(Collectors.groupingBy(
                                    measure -> topic(view, measure), LinkedHashMap::new, Collectors.toList())),
                    Question.composed(measures)));
        }
        model.addAttribute("page", Page.of(view.msg("module.comparisons.name")));
        model.addAttribute("editions", editions);
        model.addAttribute("entities", comparisons.entities(network).size());
        return "networks/comparisons";
    }

    private static String topic(View view, Measure measure) {
        String key = "indicators.topic." + (measure.topic().isEmpty() ? "none" : measure.topic());
        return measure.index() ? view.msg("networks.indices") : view.hasMsg(key) ? view.msg(key) : measure.topic();
    }

    @GetMapping(ONE)
    String compare(
            @PathVariable("edition") String slug,
            @PathVariable String code,
            @RequestParam(name = "desde", defaultValue = "0") int from,
            HttpServletRequest request,
            Model model) {
        View view = views.of(request);
        TenantId network = view.site().requireTenant();
        Edition edition = edition(network, slug);
        Question question = question(view, network, edition, code);
        Selection selection = Selection.of(request);
        List<Entity> all = comparisons.entities(network);
        List<Entity> group = selection.of(all);
        int start = Math.clamp(from, 0, Math.max(0, group.size() - 1));
        boolean mapped = comparisons.mapped(network);
        model.addAttribute(
                "page",
                Page.of(
                        question.name(),
                        new Breadcrumb(view.msg("module.comparisons.name"), "/comparaciones"),
                        new Breadcrumb(view.localised(edition.name()), "/comparaciones#" + slug)));
        model.addAttribute("sheet", ComparisonSheet.of(view, edition, question, group, selection, mapped, start, SIZE));
        model.addAttribute("regions", regions(all));
        model.addAttribute("region", selection.region());
        model.addAttribute("bands", bands(view));
        model.addAttribute("band", selection.band().code);
        model.addAttribute("entities", options(all));
        model.addAttribute("chosen", selection.chosen());
        model.addAttribute("chips", chips(view, selection, all));
        model.addAttribute("newer", start == 0 ? "" : view.with("desde", start <= SIZE ? null : "" + (start - SIZE)));
        model.addAttribute("older", start + SIZE < group.size() ? view.with("desde", "" + (start + SIZE)) : "");
        return "networks/comparison";
    }

    @GetMapping(ONE + "/mapa.svg")
    ResponseEntity<byte[]> map(
            @PathVariable("edition") String slug, @PathVariable String code, HttpServletRequest request) {
        View view = views.of(request);
        TenantId network = view.site().requireTenant();
        Question question = question(view, network, edition(network, slug), code);
        Selection selection = Selection.of(request);
        List<Entity> group = selection.of(comparisons.shapes(network));
        MapDrawing drawing = MapDrawing.of(
                group.stream()
                        .map(entity -> new MapDrawing.Shape(entity.code(), entity.name(), entity.shape()))
                        .toList(),
                MAP);
        Map<String, Double> values = question.values().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().doubleValue()));
        Ranking ranking = Ranking.of(group, question.values(), question.direction());
        String svg = Choropleth.svg(
                drawing, question.name(), values, ComparisonSheet.classes(ranking.places()), selection.chosen());
        return ResponseEntity.ok()
                .header("Cache-Control", "public, no-cache")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .eTag("\"" + view.site().version() + "-" + Integer.toHexString(svg.hashCode()) + "\"")
                .contentType(MediaType.valueOf("image/svg+xml"))
                .body(svg.getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping({
        ONE + "/datos.{format:csv|xlsx|json}",
        "/api/v1/comparisons/{edition:[a-z0-9-]+}/{code:[a-z0-9][a-z0-9._-]*}/figures.{format:csv|xlsx|json}"
    })
    void data(
            @PathVariable("edition") String slug,
            @PathVariable String code,
            @PathVariable String format,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        View view = views.of(request);
        TenantId network = view.site().requireTenant();
        Edition edition = edition(network, slug);
        Question question = question(view, network, edition, code);
        List<Entity> group = Selection.of(request).of(comparisons.entities(network));
        Ranking ranking = Ranking.of(group, question.values(), question.direction());
        ComparisonTable.write(view, edition, question, ranking, format, response);
    }

    private Edition edition(TenantId network, String slug) {
        return comparisons.edition(network, slug).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Question question(View view, TenantId network, Edition edition, String code) {
        List<Measure> measures = comparisons.measures(network, edition.slug());
        if (code.equals(Question.COMPOSITE) && Question.composed(measures)) {
            return Question.composite(view, comparisons, network, edition);
        }
        return measures.stream()
                .filter(measure -> measure.code().equals(code))
                .findFirst()
                .map(measure -> Question.of(view, comparisons, network, edition, measure))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static List<Option> regions(List<Entity> all) {
        return all.stream()
                .map(Entity::region)
                .filter(region -> !region.isEmpty())
                .distinct()
                .sorted()
                .map(region -> Option.of(region, region))
                .toList();
    }

    private static List<Option> bands(View view) {
        return java.util.Arrays.stream(Selection.Band.values())
                .filter(band -> band != Selection.Band.ALL)
                .map(band -> Option.of(band.code, view.msg("networks.band." + band.code)))
                .toList();
    }

    private static List<Option> options(List<Entity> all) {
        Map<String, Long> names = all.stream().collect(Collectors.groupingBy(Entity::name, Collectors.counting()));
        return all.stream()
                .map(entity -> Option.of(
                        entity.code(),
                        names.get(entity.name()) > 1 ? entity.name() + " (" + entity.region() + ")" : entity.name()))
                .toList();
    }

    private static List<NavLink> chips(View view, Selection selection, List<Entity> all) {
        List<NavLink> chips = new ArrayList<>();
        if (!selection.region().isEmpty()) {
            chips.add(new NavLink(selection.region(), view.with("region", null), "", false));
        }
        if (selection.band() != Selection.Band.ALL) {
            chips.add(new NavLink(
                    view.msg("networks.band." + selection.band().code), view.with("poblacion", null), "", false));
        }
        return chips;
    }
}
