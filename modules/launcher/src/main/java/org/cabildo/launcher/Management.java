// SPDX-License-Identifier: Apache-2.0
package org.cabildo.launcher;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The monolith's management port: what the launcher and the operator's commands ask of a running installation. */
record Management(String url, String token) {

    private static final JsonMapper JSON = new JsonMapper();

    /** A site that people can open. */
    record LiveSite(String name, String kind, String host) {}

    /** Applies a manifest, or every manifest in a folder of folders. */
    Http.Answer apply(String folder) throws IOException {
        return call("POST", "/actuator/manifests", Map.of("dir", folder), Duration.ofMinutes(10));
    }

    /** Writes a tenant's manifest into a folder. */
    Http.Answer export(String slug, String folder) throws IOException {
        return call("POST", "/actuator/manifests/" + slug, Map.of("dir", folder), Duration.ofMinutes(10));
    }

    /** What applying would change. */
    Http.Answer diff(String folder) throws IOException {
        return call("GET", "/actuator/manifests", Map.of("dir", folder), Duration.ofMinutes(10));
    }

    /** Rebuilds the search of a tenant, or of all when the slug is empty, and says what differed. */
    Http.Answer reindex(String slug) throws IOException {
        Map<String, String> query = slug.isEmpty() ? Map.of() : Map.of("tenant", slug);
        return call("POST", "/actuator/search", query, Duration.ofHours(2));
    }

    /** Imports the published figures in a folder into a network, or only says what is wrong with them. */
    Http.Answer importFigures(String network, String folder, boolean check) throws IOException {
        Map<String, String> query = Map.of("dir", folder, "check", String.valueOf(check));
        return call("POST", "/actuator/figures/" + network, query, Duration.ofMinutes(30));
    }

    /** Begins to import requests that another system kept. */
    Http.Answer importRequests(String tenant, String recipe, String file, boolean check) throws IOException {
        Map<String, String> query = Map.of("recipe", recipe, "file", file, "check", String.valueOf(check));
        return call("POST", "/actuator/requests/" + tenant, query, Duration.ofMinutes(1));
    }

    /** How far the last import of requests is. */
    Http.Answer requestsProgress(String tenant) throws IOException {
        return call("GET", "/actuator/requests/" + tenant, Map.of(), Duration.ofMinutes(1));
    }

    /** Gives people of the demonstration their roles; they exist in Keycloak already. */
    Http.Answer enrol(String email, String tenant, String role) throws IOException {
        Map<String, String> query = Map.of("email", email, "tenant", tenant, "role", role);
        return call("POST", "/actuator/memberships", query, Duration.ofSeconds(30));
    }

    /** The directory's sites that are open to the public, and the console, each under its first host. */
    List<LiveSite> liveSites() throws IOException {
        Http.Answer answer = call("GET", "/actuator/sites", Map.of(), Duration.ofSeconds(10));
        if (!answer.ok()) {
            throw new IOException("the site directory answered " + answer.status());
        }
        List<LiveSite> sites = new ArrayList<>();
        for (JsonNode site : JSON.readTree(answer.body()).path("sites")) {
            if (Set.of("LIVE", "").contains(site.path("status").asString(""))) {
                sites.add(new LiveSite(
                        site.path("name").asString(""),
                        site.path("kind").asString(""),
                        site.path("hosts").path(0).asString("")));
            }
        }
        return sites;
    }

    private Http.Answer call(String method, String path, Map<String, String> query, Duration patience)
            throws IOException {
        String parameters = query.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", query.isEmpty() ? "" : "?", ""));
        Map<String, String> headers = Map.of("Authorization", "Bearer " + token, "Accept", "application/json");
        boolean write = method.equals("POST");
        return Http.send(
                method,
                url + path + parameters,
                headers,
                write ? "application/json" : null,
                write ? "{}" : null,
                patience);
    }
}
