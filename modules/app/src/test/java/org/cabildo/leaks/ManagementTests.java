// SPDX-License-Identifier: Apache-2.0
package org.cabildo.leaks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Set;
import java.util.stream.Collectors;
import org.cabildo.AppTest;
import org.cabildo.harness.Installation;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The management port gives strangers health and figures, and holders of the internal token the rest. */
@AppTest
class ManagementTests {

    private static final Set<String> OPEN = Set.of("health", "prometheus");

    private final Installation installation;

    @Autowired
    ManagementTests(Installation installation) {
        this.installation = installation;
    }

    private int status(String method, String path, String token) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + installation.managementPort() + path))
                .method(method, BodyPublishers.noBody());
        if (!token.isEmpty()) {
            request.setHeader("Authorization", "Bearer " + token);
        }
        return HttpClient.newHttpClient()
                .send(request.build(), BodyHandlers.discarding())
                .statusCode();
    }

    @Test
    void opensToStrangersWhatProbesAndMetricsNeed() throws IOException, InterruptedException {
        assertThat(status("GET", "/actuator/health/liveness", "")).isEqualTo(200);
        assertThat(status("GET", "/actuator/prometheus", "")).isEqualTo(200);
    }

    @Test
    void refusesStrangersEveryOtherEndpoint() throws IOException, InterruptedException {
        Set<String> exposed =
                Set.of(installation
                                .setting("management.endpoints.web.exposure.include")
                                .split("\\s*,\\s*"))
                        .stream()
                        .filter(endpoint -> !OPEN.contains(endpoint))
                        .collect(Collectors.toSet());

        assertThat(exposed).contains("manifests", "sites");
        for (String endpoint : exposed) {
            for (String method : Set.of("GET", "POST")) {
                for (String token : Set.of("", "wrong")) {
                    for (String below : Set.of("", "/lapaz")) {
                        assertThat(status(method, "/actuator/" + endpoint + below, token))
                                .as("%s %s%s with '%s'", method, endpoint, below, token)
                                .isEqualTo(401);
                    }
                }
            }
        }
    }

    @Test
    void knowsTheHolderOfTheToken() throws IOException, InterruptedException {
        assertThat(status("GET", "/actuator/sites", installation.setting("cabildo.internal-token")))
                .isEqualTo(200);
    }
}
