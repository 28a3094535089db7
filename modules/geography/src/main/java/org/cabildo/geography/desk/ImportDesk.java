// SPDX-License-Identifier: Apache-2.0
package org.cabildo.geography.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.cabildo.geography.BoundaryImport;
import org.cabildo.geography.BoundaryImport.Effect;
import org.cabildo.geography.BoundaryImport.Finding;
import org.cabildo.geography.BoundaryImport.Problem;
import org.cabildo.geography.BoundaryImport.Report;
import org.cabildo.geography.BoundaryImport.Unreadable;
import org.cabildo.geography.BoundaryImport.Upload;
import org.cabildo.geography.Level;
import org.cabildo.geography.Territories;
import org.cabildo.geography.Territory;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.chart.MapDrawing;
import org.cabildo.platform.chart.MapFigure;
import org.cabildo.platform.web.Access;
import org.cabildo.platform.web.Page;
import org.cabildo.platform.web.Tone;
import org.cabildo.platform.web.View;
import org.cabildo.platform.web.ViewFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where staff bring territories and boundaries in from a GeoJSON file. */
@Controller
@Access(value = Access.Audience.STAFF, permission = "territories.edit")
class ImportDesk {

    private static final String PATH = TerritoryDesk.PATH + "/importar";
    private static final String ITEM = PATH + "/{id:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}}";
    private static final int SHOWN = 300;
    private static final Set<String> MISPLACED = Set.of("swapped", "projected", "outside", "system");
    private static final Map<Effect, String> COLOURS = Map.of(
            Effect.ADDED, "#82b4cf", Effect.CHANGED, "#e6b450", Effect.SAME, "#e4e4e0", Effect.REFUSED, "#d4675b");

    private final BoundaryImport imports;
    private final Territories territories;
    private final ViewFactory views;
    private final Clock clock;

    ImportDesk(BoundaryImport imports, Territories territories, ViewFactory views, Clock clock) {
        this.imports = imports;
        this.territories = territories;
        this.views = views;
        this.clock = clock;
    }

    @GetMapping(PATH)
    String start(HttpServletRequest request, Model model) {
        return start(views.of(request), Map.of(), model);
    }

    private String start(View view, Map<String, String> errors, Model model) {
        model.addAttribute("page", Page.of(view.msg("geography.import.title"), MapDesk.way(view)));
        model.addAttribute("base", PATH);
        model.addAttribute("most", (long) BoundaryImport.LARGEST);
        model.addAttribute("errors", errors);
        model.addAttribute(
                "levelled", !territories.levels(view.site().requireTenant()).isEmpty());
        return "geography/desk/upload";
    }

    @PostMapping(PATH)
    String keep(
            @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
            HttpServletRequest request,
            Model model)
            throws IOException {
        View view = views.of(request);
        if (file == null || file.isEmpty()) {
            return start(view, Map.of("file", view.msg("geography.file.none")), model);
        }
        try {
            if (file.getSize() > BoundaryImport.LARGEST) {
                throw new Unreadable("large");
            }
            String name =
                    Objects.requireNonNullElse(file.getOriginalFilename(), "").replaceAll("[\\p{Cc}/\\\\]", "");
            Upload upload = imports.keep(
                    view.site().requireTenant(),
                    name.substring(0, Math.min(120, name.length())),
                    file.getBytes(),
                    Objects.requireNonNull(view.actor()));
            return "redirect:" + PATH + "/" + upload.id();
        } catch (Unreadable unreadable) {
            return start(view, Map.of("file", view.msg("geography.file." + unreadable.getMessage())), model);
        }
    }

    @GetMapping(ITEM)
    String look(@PathVariable String id, HttpServletRequest request, Model model) {
        View view = views.of(request);
        TenantId tenant = view.site().requireTenant();
        Upload upload = find(tenant, id);
        MappingForm form = MappingForm.of(request, upload, territories.levels(tenant), territories.all(tenant));
        Report report = imports.check(tenant, upload.id(), form.mapping());
        return report(view, upload, form, report, model);
    }

    @PostMapping(ITEM)
    String take(@PathVariable String id, HttpServletRequest request, Model model, RedirectAttributes redirect) {
        View view = views.of(request);
        TenantId tenant = view.site().requireTenant();
        Upload upload = find(tenant, id);
        MappingForm form = MappingForm.of(request, upload, territories.levels(tenant), territories.all(tenant));
        Report report = imports.take(tenant, upload.id(), form.mapping(), Objects.requireNonNull(view.actor()));
        if (!report.clean()) {
            return report(view, upload, form, report, model);
        }
        redirect.addFlashAttribute(
                "flash", view.msg("geography.import.taken", report.count(Effect.ADDED), report.count(Effect.CHANGED)));
        return "redirect:" + TerritoryDesk.PATH;
    }

    private Upload find(TenantId tenant, String id) {
        return imports.find(tenant, UUID.fromString(id))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private String report(View view, Upload upload, MappingForm form, Report report, Model model) {
        TenantId tenant = view.site().requireTenant();
        List<Territory> known = territories.all(tenant);
        List<Level> levels = territories.levels(tenant);
        List<ImportLine> lines = report.findings().stream()
                .sorted(java.util.Comparator.comparing((Finding finding) -> !finding.refused())
                        .thenComparing(finding -> finding.problems().isEmpty())
                        .thenComparing(Finding::place))
                .limit(SHOWN)
                .map(finding -> line(view, finding))
                .toList();
        model.addAttribute("page", Page.of(view.msg("geography.import.check"), MapDesk.way(view)));
        model.addAttribute("item", PATH + "/" + upload.id());
        model.addAttribute("back", PATH);
        model.addAttribute("upload", upload);
        model.addAttribute("form", form);
        model.addAttribute("columns", MappingForm.columns(upload));
        model.addAttribute("parents", MappingForm.parents(view, upload, known));
        model.addAttribute("levels", MappingForm.levels(view, upload, levels));
        model.addAttribute("report", report);
        model.addAttribute("lines", lines);
        model.addAttribute("colours", colours(view, report));
        model.addAttribute("map", preview(tenant, report));
        return "geography/desk/check";
    }

    private static ImportLine line(View view, Finding finding) {
        return new ImportLine(
                finding.place(),
                finding.code(),
                finding.name(),
                view.msg("geography.effect." + finding.effect().name().toLowerCase(java.util.Locale.ROOT)),
                switch (finding.effect()) {
                    case ADDED -> Tone.GOOD;
                    case CHANGED -> Tone.INFO;
                    case SAME -> Tone.NEUTRAL;
                    case REFUSED -> Tone.BAD;
                },
                finding.problems().stream()
                        .map(problem -> view.msg(
                                "geography.problem." + problem.key(),
                                problem.arguments().toArray()))
                        .toList());
    }

    private static List<ImportColour> colours(View view, Report report) {
        List<ImportColour> colours = new ArrayList<>();
        for (Effect effect : Effect.values()) {
            if (report.count(effect) > 0) {
                String key = "geography.effect." + effect.name().toLowerCase(java.util.Locale.ROOT);
                colours.add(new ImportColour(COLOURS.get(effect), view.msg(key), report.count(effect)));
            }
        }
        return colours;
    }

    /** The municipality as it is, and on it what the file brings. */
    private MapFigure preview(TenantId tenant, Report report) {
        List<MapDrawing.Shape> shapes = new ArrayList<>();
        Map<String, String> fills = new HashMap<>();
        LocalDate today = LocalDate.now(clock);
        List<String> top = territories.all(tenant).stream()
                .filter(one -> one.parent() == null)
                .map(Territory::code)
                .toList();
        territories
                .boundaries(tenant, top, today)
                .forEach(boundary -> shapes.add(
                        new MapDrawing.Shape("=" + boundary.territory(), boundary.territory(), boundary.shape())));
        report.findings().stream().filter(ImportDesk::inPlace).forEach(finding -> {
            String key = "#" + finding.place();
            fills.put(key, COLOURS.get(finding.effect()));
            shapes.add(new MapDrawing.Shape(key, finding.place() + ". " + finding.name(), finding.shape()));
        });
        return MapFigure.of(shapes).coloured(fills);
    }

    /** A shape that is somewhere else would leave nothing to be seen of the others. */
    private static boolean inPlace(Finding finding) {
        return !finding.shape().isEmpty()
                && finding.problems().stream().map(Problem::key).noneMatch(MISPLACED::contains);
    }
}
