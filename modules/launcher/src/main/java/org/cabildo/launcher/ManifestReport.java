// SPDX-License-Identifier: Apache-2.0
package org.cabildo.launcher;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the monolith answers to apply, diff and export, in a few lines for people. */
final class ManifestReport {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int MOST_FILES = 8;

    private final PrintStream out;
    private final boolean verbose;

    ManifestReport(PrintStream out, boolean verbose) {
        this.out = out;
        this.verbose = verbose;
    }

    /** Says tenant by tenant which files are different; verbose: every file, with the lines that differ. */
    void changes(String body, boolean applied) {
        JsonNode answer = JSON.readTree(body);
        Map<String, List<JsonNode>> byTenant = new LinkedHashMap<>();
        answer.path("tenants").forEach(tenant -> byTenant.put(tenant.asString(""), new ArrayList<>()));
        answer.path("changes")
                .forEach(
                        change -> byTenant.computeIfAbsent(change.path("tenant").asString(""), key -> new ArrayList<>())
                                .add(change));
        int width = byTenant.keySet().stream().mapToInt(String::length).max().orElse(0);
        byTenant.forEach((tenant, changes) -> {
            out.println(("%-" + Math.max(width, 1) + "s  %s").formatted(tenant, counts(changes)));
            files(changes);
        });
        long different =
                byTenant.values().stream().filter(list -> !list.isEmpty()).count();
        out.println(summary(byTenant.size(), different, applied));
    }

    private static String summary(int tenants, long different, boolean applied) {
        if (different == 0) {
            return applied
                    ? "Nothing was changed: %s as in the folder.".formatted(are(tenants))
                    : "Applying changes nothing: %s as in the folder.".formatted(are(tenants));
        }
        return "%d of %d %s %s."
                .formatted(
                        different, tenants, tenants == 1 ? "tenant" : "tenants", applied ? "changed" : "would change");
    }

    private static String are(int tenants) {
        return tenants == 1 ? "the tenant is" : "all %d tenants are".formatted(tenants);
    }

    private static String counts(List<JsonNode> changes) {
        if (changes.isEmpty()) {
            return "unchanged";
        }
        List<String> parts = new ArrayList<>();
        for (String kind : List.of("added", "changed", "removed")) {
            long count = changes.stream()
                    .filter(change -> kind.equals(change.path("kind").asString("")))
                    .count();
            if (count > 0) {
                parts.add(count + " " + kind);
            }
        }
        return String.join(", ", parts);
    }

    private void files(List<JsonNode> changes) {
        int shown = verbose ? changes.size() : Math.min(MOST_FILES, changes.size());
        for (JsonNode change : changes.subList(0, shown)) {
            out.println("  %-8s %s"
                    .formatted(
                            change.path("kind").asString(""),
                            change.path("file").asString("")));
            if (verbose) {
                change.path("lines").forEach(line -> out.println("      " + line.asString("")));
            }
        }
        if (shown < changes.size()) {
            out.println("  … and %d more files; --verbose lists them".formatted(changes.size() - shown));
        }
    }

    /** Says where a tenant's files are now. */
    void exported(String body, String folder) {
        JsonNode answer = JSON.readTree(body);
        String slug = answer.path("tenant").asString("");
        out.println("%s: %d files in %s/%s".formatted(slug, answer.path("files").size(), folder, slug));
        if (verbose) {
            answer.path("files").forEach(file -> out.println("  " + file.asString("")));
        }
    }

    /** Says why the monolith refused: each problem on a line, or the answer as it came. */
    void refused(String body) {
        try {
            JsonNode answer = JSON.readTree(body);
            if (answer.has("detail")) {
                out.println(answer.path("detail").asString(""));
                answer.path("problems").forEach(problem -> out.println("  " + problem.asString("")));
                return;
            }
        } catch (JacksonException notJson) {
            // said as it came, below
        }
        out.println(body.strip());
    }
}
