// SPDX-License-Identifier: Apache-2.0
package org.cabildo.networks.internal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cabildo.networks.importing.FigureImports;
import org.cabildo.networks.importing.Finding;
import org.cabildo.networks.importing.ImportReport;
import org.cabildo.networks.importing.ImportWords;
import org.cabildo.networks.importing.Recipe;
import org.cabildo.platform.Actor;
import org.cabildo.platform.Site;
import org.cabildo.platform.SiteKind;
import org.cabildo.platform.Sites;
import org.cabildo.platform.TenantContext;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.web.ManagementAccess;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.web.annotation.RestControllerEndpoint;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The operator's import command on the management port. Folders are on the machine that runs the monolith. */
@Component
@RestControllerEndpoint(id = "figures")
@SuppressWarnings("removal") // its successor can't read the Authorization header
class FiguresEndpoint {

    private final FigureImports imports;
    private final ImportWords words;
    private final Sites sites;
    private final ManagementAccess access;

    FiguresEndpoint(FigureImports imports, ImportWords words, Sites sites, ManagementAccess access) {
        this.imports = imports;
        this.words = words;
        this.sites = sites;
        this.access = access;
    }

    /** The networks that have a recipe, with the edition that it fills. */
    @GetMapping
    Map<String, Object> recipes(
            @RequestHeader(name = "Authorization", required = false) @Nullable String authorization) {
        access.check(authorization);
        Map<String, Object> networks = new LinkedHashMap<>();
        sites.all().stream()
                .filter(site -> site.kind() == SiteKind.NETWORK)
                .forEach(site -> recipe(site)
                        .ifPresent(recipe ->
                                networks.put(site.slug(), recipe.edition().slug())));
        return Map.of("networks", networks);
    }

    /** Checks the files of a folder and, unless only that is asked for, stores them when nothing is wrong. */
    @PostMapping("/{network}")
    ResponseEntity<Object> run(
            @RequestHeader(name = "Authorization", required = false) @Nullable String authorization,
            @PathVariable String network,
            @RequestParam String dir,
            @RequestParam(defaultValue = "false") boolean check) {
        access.check(authorization);
        Site site = sites.bySlug(network)
                .filter(one -> one.kind() == SiteKind.NETWORK)
                .orElseThrow(() ->
                        new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no network " + network + "."));
        if (recipe(site).isEmpty()) {
            throw new ResponseStatusException(
                    HttpStatus.CONFLICT,
                    "The manifest of " + network + " has no comparison/import.yaml, which says what the files mean.");
        }
        Path folder = Path.of(dir);
        if (!Files.isDirectory(folder)) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "There is no folder " + folder + ".");
        }
        TenantId tenant = site.requireTenant();
        ImportReport report = TenantContext.get(
                tenant, () -> check ? imports.check(tenant, folder) : imports.store(tenant, folder, Actor.SYSTEM));
        return ResponseEntity.status(report.sound() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT)
                .body(answer(network, report));
    }

    private java.util.Optional<Recipe> recipe(Site site) {
        return TenantContext.get(site.requireTenant(), () -> imports.recipe(site.requireTenant()));
    }

    private Map<String, Object> answer(String network, ImportReport report) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("network", network);
        answer.put("edition", report.edition());
        answer.put("stored", report.stored());
        answer.put("files", report.files());
        answer.put("changes", report.changes());
        answer.put("problemCount", report.problemCount());
        answer.put("problems", said(report.problems()));
        answer.put("warningCount", report.warningCount());
        answer.put("warnings", said(report.warnings()));
        return answer;
    }

    private List<Map<String, Object>> said(List<Finding> findings) {
        return findings.stream().map(this::said).toList();
    }

    private Map<String, Object> said(Finding finding) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("file", finding.file());
        said.put("row", finding.row());
        said.put("column", finding.column());
        said.put("cell", finding.cell());
        said.put("what", words.what(finding, Locale.ENGLISH));
        return said;
    }

    @org.springframework.web.bind.annotation.ExceptionHandler
    ResponseEntity<ProblemDetail> refused(IllegalStateException refused) {
        return ResponseEntity.status(HttpStatus.CONFLICT)
                .body(ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, String.valueOf(refused.getMessage())));
    }
}
