// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.cabildo.platform.Actor;
import org.cabildo.platform.manifest.Folder;
import org.cabildo.platform.manifest.ManifestRefused;
import org.cabildo.platform.web.ManagementAccess;
import org.cabildo.tenancy.Manifests;
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

/** The operator's commands on manifests, on the management port. Folders are on the machine that runs the monolith. */
@Component
@RestControllerEndpoint(id = "manifests")
@SuppressWarnings("removal") // its successor can't read the Authorization header
class ManifestsEndpoint {

    private final Manifests manifests;
    private final ManagementAccess access;

    ManifestsEndpoint(Manifests manifests, ManagementAccess access) {
        this.manifests = manifests;
        this.access = access;
    }

    /** Applies one tenant's folder, or every tenant's folder below a directory. */
    @PostMapping
    Map<String, Object> apply(
            @RequestHeader(name = "Authorization", required = false) @Nullable String authorization,
            @RequestParam String dir)
            throws IOException {
        access.check(authorization);
        return each(dir, folder -> manifests.apply(folder, Actor.SYSTEM));
    }

    /** Says what applying would change. */
    @GetMapping
    Map<String, Object> diff(
            @RequestHeader(name = "Authorization", required = false) @Nullable String authorization,
            @RequestParam String dir)
            throws IOException {
        access.check(authorization);
        return each(dir, manifests::diff);
    }

    /** Writes a tenant into {@code <dir>/<slug>}. */
    @PostMapping("/{slug}")
    Map<String, Object> export(
            @RequestHeader(name = "Authorization", required = false) @Nullable String authorization,
            @PathVariable String slug,
            @RequestParam String dir)
            throws IOException {
        access.check(authorization);
        Folder folder = manifests.export(slug);
        if (folder.all().isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no tenant " + slug);
        }
        folder.write(Path.of(dir).resolve(slug));
        return Map.of("tenant", slug, "files", List.copyOf(folder.all().keySet()));
    }

    private static Map<String, Object> each(String dir, Function<Folder, List<Manifests.Change>> work)
            throws IOException {
        List<Manifests.Change> changes = new ArrayList<>();
        List<String> tenants = new ArrayList<>();
        for (Path tenant : tenants(Path.of(dir))) {
            tenants.add(tenant.getFileName().toString());
            try {
                changes.addAll(work.apply(Folder.read(tenant)));
            } catch (ManifestRefused refused) {
                throw new ManifestRefused(refused.problems().stream()
                        .map(problem -> tenant.getFileName() + "/" + problem)
                        .toList());
            }
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("tenants", tenants);
        answer.put("changes", changes);
        return answer;
    }

    private static List<Path> tenants(Path directory) throws IOException {
        if (Files.exists(directory.resolve(ManifestApplication.FILE))) {
            return List.of(directory);
        }
        try (Stream<Path> folders = Files.list(directory)) {
            return folders.filter(folder -> Files.exists(folder.resolve(ManifestApplication.FILE)))
                    .sorted()
                    .toList();
        }
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(ManifestRefused refused) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.UNPROCESSABLE_CONTENT, "The manifest was refused and nothing was stored.");
        problem.setProperty("problems", refused.problems());
        return ResponseEntity.unprocessableContent().body(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadable(IOException exception) {
        return ResponseEntity.badRequest()
                .body(ProblemDetail.forStatusAndDetail(
                        HttpStatus.BAD_REQUEST, "The folder could not be read or written: " + exception.getMessage()));
    }
}
