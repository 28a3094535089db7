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
import org.cabildo.networks.Member;
import org.cabildo.networks.Members;
import org.cabildo.networks.comparison.Compared;
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
    private final Members members;
    private final MapStore maps;
    private final ViewFactory views;

    ComparisonController(Comparisons comparisons, Members members, MapStore maps, ViewFactory views) {
        this.comparisons = comparisons;
        this.members = members;
        this.maps = maps;
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
                    Question.composed(measures),
                    measures.stream()
                            .filter(Measure::whole)
                            .map(Measure::code)
                            .findFirst()
                            .orElse("")));
        }
        model.addAttribute("page", Page.of(view.msg("module.comparisons.name")));
        model.addAttribute("editions", editions);
        model.addAttribute("entities", comparisons.entities(network).size());
        return "networks/comparisons";
    }

    static String topic(View view, Measure measure) {
        String key = "indicators.topic." + (measure.topic().isEmpty() ? "none" : measure.topic());
        return measure.index() ? view.msg("networks.indices") : view.hasMsg(key) ? view.msg(key) : measure.topic();
    }

    @GetMapping("/comparaciones/{edition:[a-z0-9-]+}/frente")
    String faceToFace(@PathVariable("edition") String slug, HttpServletRequest request, Model model) {
        View view = views.of(request);
        TenantId network = view.site().requireTenant();
        Edition edition = edition(network, slug);
        EntityNames names = new EntityNames(comparisons.entities(network));
        List<String> codes =
                Selection.of(request).chosen().stream().filter(names::has).toList();
        model.addAttribute(
                "page",
                Page.of(
                        view.msg("networks.faceToFace"),
                        new Breadcrumb(view.msg("module.comparisons.name"), "/comparaciones"),
                        new Breadcrumb(view.localised(edition.name()), "/comparaciones#" + slug)));
        model.addAttribute("edition", edition);
        model.addAttribute("query", Selection.of(request).query());
        model.addAttribute("sheet", FaceToFace.of(view, comparisons, network, edition, codes, names));
        return "networks/faceToFace";
    }

    @GetMapping(ONE)
    String compare(
            @PathVariable("edition") String slug,
            @PathVariable String code,
            @RequestParam(name = "desde", defaultValue = "0") int from,
            @RequestParam(name = "sort", defaultValue = "") String sort,
            @RequestParam(name = "buscar", defaultValue = "") String wanted,
            HttpServletRequest request,
            Model model) {
        View view = views.of(request);
        TenantId network = view.site().requireTenant();
        Compared compared = compared(network, slug, code);
        Edition edition = compared.edition();
        Question question = Question.of(view, compared);
        Selection selection = Selection.of(request);
        List<Entity> all = compared.entities();
        List<Entity> group = selection.of(all);
        EntityNames names = new EntityNames(all);
        int start = Math.clamp(from, 0, Math.max(0, group.size() - 1));
        Question published = Question.published(view, compared).orElse(null);
        ComparisonSheet.Surroundings around = new ComparisonSheet.Surroundings(
                edition, group, names, portals(network), published, TableOrder.of(sort), comparisons.mapped(network));
        model.addAttribute(
                "page",
                Page.of(
                        question.name(),
                        new Breadcrumb(view.msg("module.comparisons.name"), "/comparaciones"),
                        new Breadcrumb(view.localised(edition.name()), "/comparaciones#" + slug)));
        model.addAttribute("sheet", ComparisonSheet.of(view, question, selection, around, start, SIZE));
        model.addAttribute("filters", ComparisonFilters.of(view, selection, all, names, wanted));
        model.addAttribute("sort", sort);
        model.addAttribute("newer", start == 0 ? "" : view.with("desde", start <= SIZE ? null : "" + (start - SIZE)));
        model.addAttribute("older", start + SIZE < group.size() ? view.with("desde", "" + (start + SIZE)) : "");
        model.addAttribute(
                "place",
                group.size() <= SIZE
                        ? ""
                        : view.msg("networks.part", start + 1, Math.min(start + SIZE, group.size()), group.size()));
        return "networks/comparison";
    }

    /** Entities that are members with an open portal, by code. */
    private Map<String, String> portals(TenantId network) {
        return members.of(network).stream()
                .filter(member ->
                        !member.portal().isEmpty() && !member.territoryCode().isEmpty())
                .collect(Collectors.toMap(Member::territoryCode, Member::portal, (one, other) -> one));
    }

    @GetMapping(ONE + "/mapa.svg")
    ResponseEntity<byte[]> map(
            @PathVariable("edition") String slug, @PathVariable String code, HttpServletRequest request) {
        View view = views.of(request);
        TenantId network = view.site().requireTenant();
        Compared compared = compared(network, slug, code);
        Question question = Question.of(view, compared);
        Selection selection = Selection.of(request);
        List<Entity> all = compared.entities();
        List<Entity> group = selection.of(all);
        MapDrawing drawing = maps.drawing(
                view.site(), selection, MAP, new EntityNames(all), () -> selection.of(comparisons.shapes(network)));
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
        Compared compared = compared(network, slug, code);
        Question question = Question.of(view, compared);
        List<Entity> group = Selection.of(request).of(compared.entities());
        Ranking ranking = Ranking.of(group, question.values(), question.direction());
        ComparisonTable.write(view, compared.edition(), question, ranking, format, response);
    }

    private Edition edition(TenantId network, String slug) {
        return comparisons.edition(network, slug).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Compared compared(TenantId network, String edition, String code) {
        return comparisons
                .compared(network, edition, code)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
