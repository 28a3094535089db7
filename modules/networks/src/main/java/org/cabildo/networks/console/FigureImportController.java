// SPDX-License-Identifier: Apache-2.0
package org.cabildo.networks.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.cabildo.networks.importing.FigureImports;
import org.cabildo.networks.importing.ImportRun;
import org.cabildo.networks.importing.ImportRuns;
import org.cabildo.networks.importing.Recipe;
import org.cabildo.platform.Site;
import org.cabildo.platform.SiteKind;
import org.cabildo.platform.Sites;
import org.cabildo.platform.TenantContext;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.files.FilePurpose;
import org.cabildo.platform.files.FileRefused;
import org.cabildo.platform.files.IncomingFile;
import org.cabildo.platform.files.Uploads;
import org.cabildo.platform.web.Access;
import org.cabildo.platform.web.Actors;
import org.cabildo.platform.web.Breadcrumb;
import org.cabildo.platform.web.Page;
import org.cabildo.platform.web.View;
import org.cabildo.platform.web.ViewFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** Import of published figures: send the files, read the report, decide. Nothing is stored before that. */
@Controller
@RequestMapping("/municipios/{slug:[a-z][a-z0-9-]*}/cifras")
@Access(value = Access.Audience.OPERATOR, on = SiteKind.CONSOLE)
class FigureImportController {

    private static final int LISTED = 20;

    private final FigureImports imports;
    private final ImportRuns runs;
    private final Uploads uploads;
    private final Sites sites;
    private final ViewFactory views;
    private final Actors actors;

    FigureImportController(
            FigureImports imports, ImportRuns runs, Uploads uploads, Sites sites, ViewFactory views, Actors actors) {
        this.imports = imports;
        this.runs = runs;
        this.uploads = uploads;
        this.sites = sites;
        this.views = views;
        this.actors = actors;
    }

    @GetMapping
    String begin(@PathVariable String slug, HttpServletRequest request, Model model) {
        return begin(network(slug), Map.of(), request, model);
    }

    private String begin(Site network, Map<String, String> errors, HttpServletRequest request, Model model) {
        View view = views.of(request);
        TenantId tenant = network.requireTenant();
        Recipe recipe = as(tenant, () -> imports.recipe(tenant)).orElse(null);
        page(view, network, view.msg("networks.console.title"), model);
        model.addAttribute("files", recipe == null ? List.of() : NeededFile.of(view, recipe));
        model.addAttribute("described", recipe != null);
        model.addAttribute(
                "edition", recipe == null ? "" : view.localised(recipe.edition().name()));
        model.addAttribute("most", uploads.limit(FilePurpose.DATASET).toBytes());
        model.addAttribute("runs", as(tenant, () -> runs.newest(tenant, LISTED)));
        model.addAttribute("words", new RunWords(view));
        model.addAttribute("errors", errors);
        return "networks/console/begin";
    }

    @PostMapping
    String send(
            @PathVariable String slug,
            @RequestParam(name = "files", required = false) MultipartFile[] files,
            HttpServletRequest request,
            Model model) {
        Site network = network(slug);
        TenantId tenant = network.requireTenant();
        View view = views.of(request);
        List<IncomingFile> sent = files == null
                ? List.of()
                : Arrays.stream(files)
                        .filter(file -> !file.isEmpty())
                        .map(IncomingFile::of)
                        .toList();
        if (sent.isEmpty() || as(tenant, () -> imports.recipe(tenant)).isEmpty()) {
            return begin(network, Map.of("files", view.msg("networks.console.noFile")), request, model);
        }
        try {
            UUID id =
                    as(tenant, () -> runs.begin(tenant, sent, actors.of(request).orElseThrow()));
            return "redirect:" + base(network) + "/" + id;
        } catch (FileRefused refused) {
            String why = view.msg(refused.messageKey(), refused.arguments());
            return begin(network, Map.of("files", why), request, model);
        }
    }

    @GetMapping("/{id:[0-9a-f-]{36}}")
    String run(
            @PathVariable String slug,
            @PathVariable UUID id,
            @RequestParam(name = "pagina", defaultValue = "1") int number,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Site network = network(slug);
        ImportRun run = find(network, id);
        View view = views.of(request);
        page(view, network, view.msg("networks.console.run"), model);
        model.addAttribute("run", run);
        model.addAttribute("words", new RunWords(view));
        model.addAttribute("item", base(network) + "/" + id);
        model.addAttribute("comparisons", sites.url(network, "/comparaciones"));
        model.addAttribute("sheet", RunSheet.of(view, run, number));
        if (run.state().working()) {
            response.setHeader("Refresh", "2");
        }
        return "networks/console/run";
    }

    @GetMapping("/{id:[0-9a-f-]{36}}/informe.csv")
    void report(
            @PathVariable String slug, @PathVariable UUID id, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        RunSheet.write(views.of(request), find(network(slug), id), response);
    }

    @PostMapping("/{id:[0-9a-f-]{36}}/guardar")
    String store(@PathVariable String slug, @PathVariable UUID id, HttpServletRequest request) {
        Site network = network(slug);
        TenantId tenant = network.requireTenant();
        as(
                tenant,
                () -> runs.store(
                        tenant, find(network, id).id(), actors.of(request).orElseThrow()));
        return "redirect:" + base(network) + "/" + id;
    }

    @PostMapping("/{id:[0-9a-f-]{36}}/descartar")
    String cancel(@PathVariable String slug, @PathVariable UUID id) {
        Site network = network(slug);
        TenantId tenant = network.requireTenant();
        as(tenant, () -> runs.cancel(tenant, find(network, id).id()));
        return "redirect:" + base(network) + "/" + id;
    }

    private ImportRun find(Site network, UUID id) {
        TenantId tenant = network.requireTenant();
        return as(tenant, () -> runs.find(tenant, id))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Site network(String slug) {
        return sites.bySlug(slug)
                .filter(site -> site.kind() == SiteKind.NETWORK)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private void page(View view, Site network, String title, Model model) {
        model.addAttribute(
                "page",
                Page.of(
                        title,
                        new Breadcrumb(view.msg("console.tenants.title"), "/municipios"),
                        new Breadcrumb(network.name(), "/municipios/" + network.slug())));
        model.addAttribute("network", network);
        model.addAttribute("base", base(network));
    }

    private static String base(Site network) {
        return "/municipios/" + network.slug() + "/cifras";
    }

    private static <T> T as(TenantId network, Supplier<T> work) {
        return TenantContext.get(network, work);
    }
}
