// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.cabildo.complaints.importing.ImportProgress;
import org.cabildo.complaints.importing.RequestImports;
import org.cabildo.complaints.importing.RequestRecipe;
import org.cabildo.platform.Actor;
import org.cabildo.platform.Site;
import org.cabildo.platform.Sites;
import org.cabildo.platform.TenantContext;
import org.cabildo.platform.manifest.ManifestRefused;
import org.cabildo.platform.web.ManagementAccess;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.web.annotation.RestControllerEndpoint;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The operator's import of requests on the management port. Files are on the machine that runs the monolith. */
@Component
@RestControllerEndpoint(id = "requests")
@SuppressWarnings("removal") // its successor can't read the Authorization header
class RequestsEndpoint {

    private final RequestImports imports;
    private final Sites sites;
    private final ManagementAccess access;

    RequestsEndpoint(RequestImports imports, Sites sites, ManagementAccess access) {
        this.imports = imports;
        this.sites = sites;
        this.access = access;
    }

    /** Begins an import; how far it is, is asked for afterwards. */
    @PostMapping("/{slug}")
    ResponseEntity<ImportProgress> begin(
            @RequestHeader(name = "Authorization", required = false) @Nullable String authorization,
            @PathVariable String slug,
            @RequestParam String file,
            @RequestParam String recipe,
            @RequestParam(defaultValue = "false") boolean check)
            throws IOException {
        access.check(authorization);
        Site site = site(slug);
        if (!site.has("complaints")) {
            throw new ResponseStatusException(HttpStatus.CONFLICT, slug + " does not track complaints.");
        }
        RequestRecipe read = RequestRecipe.read(Files.readString(readable(recipe)));
        Path rows = readable(file);
        boolean begun = TenantContext.get(
                site.requireTenant(), () -> imports.begin(site.requireTenant(), rows, read, check, Actor.SYSTEM));
        if (!begun) {
            throw new ResponseStatusException(HttpStatus.CONFLICT, "Another import into " + slug + " is under way.");
        }
        return ResponseEntity.accepted().body(progress(authorization, slug));
    }

    private static Path readable(String file) {
        Path path = Path.of(file);
        if (!Files.isRegularFile(path)) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "There is no file " + path + ".");
        }
        return path;
    }

    /** How far the last import is. */
    @GetMapping("/{slug}")
    ImportProgress progress(
            @RequestHeader(name = "Authorization", required = false) @Nullable String authorization,
            @PathVariable String slug) {
        access.check(authorization);
        return imports.progress(site(slug).requireTenant())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "Nothing was imported."));
    }

    private Site site(String slug) {
        return sites.bySlug(slug)
                .orElseThrow(() ->
                        new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no municipality " + slug + "."));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(ManifestRefused refused) {
        return ResponseEntity.unprocessableContent()
                .body(ProblemDetail.forStatusAndDetail(
                        HttpStatus.UNPROCESSABLE_CONTENT, String.valueOf(refused.getMessage())));
    }
}
