// SPDX-License-Identifier: Apache-2.0
package org.cabildo.identity.keycloak;

import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.cabildo.identity.IdentityProperties;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Keycloak's admin API, spoken with the service account of the administration client. */
@Component
class KeycloakAdmin {

    private static final ParameterizedTypeReference<Map<String, Object>> OBJECT = new ParameterizedTypeReference<>() {};

    private record Token(String value, Instant until) {}

    private final IdentityProperties settings;
    private final JsonMapper json;
    private final Clock clock;
    private final RestClient http;
    private volatile Token token = new Token("", Instant.EPOCH);

    KeycloakAdmin(IdentityProperties settings, JsonMapper json, Clock clock) {
        this.settings = settings;
        this.json = json;
        this.clock = clock;
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build());
        requests.setReadTimeout(Duration.ofSeconds(20));
        this.http = RestClient.builder()
                .baseUrl(settings.url().replaceAll("/+$", ""))
                .requestFactory(requests)
                .build();
    }

    /** Whether there is an account to speak with. */
    boolean configured() {
        return !settings.adminClientSecret().isBlank();
    }

    JsonNode get(String path, Object... variables) {
        String body = request(HttpMethod.GET, path, variables).retrieve().body(String.class);
        return json.readTree(body == null ? "null" : body);
    }

    /** Sends something, as JSON. Answers with the address of what was made, if anything was. */
    Optional<String> send(HttpMethod method, String path, Object body, Object... variables) {
        return Optional.ofNullable(request(method, path, variables)
                .contentType(MediaType.APPLICATION_JSON)
                .body(json.writeValueAsString(body))
                .retrieve()
                .toBodilessEntity()
                .getHeaders()
                .getFirst("Location"));
    }

    void delete(String path, Object... variables) {
        request(HttpMethod.DELETE, path, variables).retrieve().toBodilessEntity();
    }

    private RestClient.RequestBodySpec request(HttpMethod method, String path, Object... variables) {
        return http.method(method)
                .uri("/admin/realms/" + settings.realm() + path, variables)
                .headers(headers -> headers.setBearerAuth(token()));
    }

    private String token() {
        Token known = token;
        if (clock.instant().isBefore(known.until())) {
            return known.value();
        }
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        form.add("grant_type", "client_credentials");
        Map<String, Object> answer = http.post()
                .uri("/realms/" + settings.realm() + "/protocol/openid-connect/token")
                .headers(headers -> headers.setBasicAuth(settings.adminClientId(), settings.adminClientSecret()))
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(form)
                .retrieve()
                .body(OBJECT);
        if (answer == null || !(answer.get("expires_in") instanceof Number seconds)) {
            throw new IllegalStateException("Keycloak gave no token");
        }
        Token fresh = new Token(
                String.valueOf(answer.get("access_token")),
                clock.instant().plusSeconds(Math.max(0, seconds.longValue() - 20)));
        token = fresh;
        return fresh.value();
    }
}
