// SPDX-License-Identifier: Apache-2.0
package org.cabildo.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EmbeddedTests {

    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private Path folder;

    @Test
    void opensearchSearchesSpanishAndKeepsItsDataOverACrash() throws IOException {
        try (EmbeddedOpenSearch opensearch = EmbeddedOpenSearch.start(folder)) {
            put(
                    opensearch.url() + "/noticias",
                    "{\"mappings\":{\"properties\":{\"t\":{\"type\":\"text\",\"analyzer\":\"spanish\"}}}}");
            put(opensearch.url() + "/noticias/_doc/1?refresh=true", "{\"t\":\"Las contrataciones del municipio\"}");
            assertThat(hits(opensearch)).isEqualTo(1);

            opensearch.kill();
            assertThat(Http.answers(opensearch.url())).isFalse();
            opensearch.restart();

            assertThat(hits(opensearch)).isEqualTo(1);
        }
    }

    private static int hits(EmbeddedOpenSearch opensearch) throws IOException {
        Http.answers(opensearch.url() + "/_cluster/health/noticias?wait_for_status=yellow&timeout=10s");
        Http.Answer answer = Http.get(opensearch.url() + "/noticias/_search?q=t:contratacion", Map.of());
        return JSON.readTree(answer.body())
                .path("hits")
                .path("total")
                .path("value")
                .asInt(-1);
    }

    private static void put(String url, String body) throws IOException {
        Http.Answer answer = Http.send("PUT", url, Map.of(), "application/json", body, Duration.ofSeconds(20));
        assertThat(answer.status()).as(answer.body()).isBetween(200, 201);
    }

    @Test
    void keycloakServesTheRealmUnderThePublicAddressAndTokensUnderItsOwn() throws IOException {
        int[] ports = Standalone.freePorts(2);
        String publicUrl = "http://id.cabildo.localhost:8080";
        try (EmbeddedKeycloak keycloak = EmbeddedKeycloak.start(folder, ports[0], ports[1], publicUrl)) {
            JsonNode configuration = JSON.readTree(
                    Http.get(keycloak.url() + "/realms/cabildo/.well-known/openid-configuration", Map.of())
                            .body());
            assertThat(configuration.path("issuer").asString()).isEqualTo(publicUrl + "/realms/cabildo");
            assertThat(configuration.path("authorization_endpoint").asString()).startsWith(publicUrl);
            assertThat(configuration.path("token_endpoint").asString()).startsWith(keycloak.url());
            assertThat(signInPage(keycloak))
                    .contains(publicUrl + "/realms/cabildo/login-actions/authenticate")
                    .contains("lang=\"es\"");
            assertThat(organizations(keycloak).status()).isEqualTo(200);
        }
    }

    /** The monolith registers redirect addresses; here one is registered the same way. */
    private static String signInPage(EmbeddedKeycloak keycloak) throws IOException {
        Map<String, String> bearer = Map.of("Authorization", "Bearer " + serviceToken(keycloak));
        String clients = keycloak.url() + "/admin/realms/cabildo/clients";
        JsonNode client = JSON.readTree(
                        Http.get(clients + "?clientId=cabildo-portal", bearer).body())
                .path(0);
        ((tools.jackson.databind.node.ObjectNode) client)
                .putArray("redirectUris")
                .add("http://a.cabildo.localhost:8080/*");
        Http.Answer changed = Http.send(
                "PUT",
                clients + "/" + client.path("id").asString(),
                bearer,
                "application/json",
                client.toString(),
                Duration.ofSeconds(20));
        assertThat(changed.status()).isEqualTo(204);
        String challenge = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
        return Http.send(
                        "GET",
                        keycloak.url() + "/realms/cabildo/protocol/openid-connect/auth?client_id=cabildo-portal"
                                + "&response_type=code&scope=openid&redirect_uri=http://a.cabildo.localhost:8080/entrar"
                                + "&code_challenge_method=S256&code_challenge=" + challenge,
                        Map.of(),
                        null,
                        null,
                        Duration.ofSeconds(30))
                .body();
    }

    private static Http.Answer organizations(EmbeddedKeycloak keycloak) throws IOException {
        return Http.get(
                keycloak.url() + "/admin/realms/cabildo/organizations",
                Map.of("Authorization", "Bearer " + serviceToken(keycloak)));
    }

    private static String serviceToken(EmbeddedKeycloak keycloak) throws IOException {
        Http.Answer answer = Http.send(
                "POST",
                keycloak.url() + "/realms/cabildo/protocol/openid-connect/token",
                Map.of(),
                "application/x-www-form-urlencoded",
                "grant_type=client_credentials&client_id=cabildo-admin&client_secret=" + keycloak.adminClientSecret(),
                Duration.ofSeconds(20));
        return JSON.readTree(answer.body()).path("access_token").asString();
    }
}
