// SPDX-License-Identifier: Apache-2.0
package org.cabildo.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cabildo.gateway.RawClient.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MaintenanceTests {

    private Installation installation;

    @BeforeEach
    void start() {
        installation = new Installation().ready();
    }

    @AfterEach
    void stop() {
        installation.close();
    }

    private Reply get(String host, String... headers) {
        return RawClient.get(installation.port(), host, "/reportes", headers);
    }

    @Test
    void whileTheMonolithIsAwayEachPortalShowsItsOwnPageAndRecoversByItself() throws Exception {
        installation.monolith.stop();

        Reply page = get("sur.cabildo.test");
        assertThat(page.status()).isEqualTo(503);
        assertThat(page.header("Retry-After")).contains("10");
        assertThat(page.header("Cache-Control")).contains("no-store");
        assertThat(page.body())
                .contains("Puerto Sur", "#0b4f6c", "data:image/svg+xml;base64,PHN2Zy8+", "vuelve en unos minutos")
                .doesNotContain("display:none", "<script", "style=", "http://", "https://");
        assertStyleIsAllowed(page);

        for (int i = 0; i < 15; i++) {
            assertThat(get("norte.cabildo.test").body())
                    .contains("Villa &lt;Norte&gt;", "lang=\"en\"", "#ffee00;color:#000000");
        }
        Reply problem = get("sur.cabildo.test", "Accept: application/json");
        assertThat(problem.header("Content-Type")).contains("application/problem+json");
        assertThat(problem.header("Retry-After")).contains("10");
        assertThat(RawClient.post(installation.port(), "sur.cabildo.test", "/reportes", new byte[10])
                        .body())
                .contains("todavía no se recibió");

        installation.monolith.start();
        long back = System.nanoTime();
        Installation.eventually(() -> get("sur.cabildo.test").status() == 200);
        assertThat(System.nanoTime() - back).isLessThan(3_000_000_000L);
    }

    private static void assertStyleIsAllowed(Reply page) throws Exception {
        Matcher style = Pattern.compile("<style>(.*)</style>", Pattern.DOTALL).matcher(page.body());
        assertThat(style.find()).isTrue();
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(style.group(1).getBytes(StandardCharsets.UTF_8));
        assertThat(page.header("Content-Security-Policy").orElseThrow())
                .contains("'sha256-" + Base64.getEncoder().encodeToString(hash) + "'");
    }

    @Test
    void withoutKeycloakOnlySignInIsUnavailable() {
        installation.identity.stop();
        for (int i = 0; i < 12; i++) {
            Reply page = RawClient.get(installation.port(), "id.cabildo.test", "/realms/cabildo/account");
            assertThat(page.status()).isEqualTo(503);
            assertThat(page.body()).contains("inicio de sesión no está disponible");
        }
        assertThat(get("sur.cabildo.test").status()).isEqualTo(200);

        installation.identity.start();
        Installation.eventually(() -> RawClient.get(installation.port(), "id.cabildo.test", "/realms/cabildo/account")
                        .status()
                == 200);
    }

    @Test
    void anEmptyUnavailableIsMaintenanceAndAWrittenOneIsTheMonoliths() {
        installation.monolith.on("/reportes", exchange -> RecordingServer.answer(exchange, 503, ""));
        assertThat(get("sur.cabildo.test").body()).contains("vuelve en unos minutos");

        installation.monolith.on("/reportes", exchange -> RecordingServer.answer(exchange, 503, "disco lleno"));
        assertThat(get("norte.cabildo.test").body()).isEqualTo("disco lleno");
    }

    @Test
    void aKeptConnectionThatDiedIsNotNoticedByReaders() {
        for (int i = 0; i < 20; i++) {
            assertThat(get("sur.cabildo.test").status()).isEqualTo(200);
            installation.monolith.stop();
            installation.monolith.start();
        }
    }

    @Test
    void theDirectorySurvivesAGatewayRestartWithoutTheMonolith() {
        installation.stopGateway();
        installation.monolith.stop();
        installation.management.stop();
        installation.start();

        assertThat(get("sur.cabildo.test").status()).isEqualTo(503);
        assertThat(get("sur.cabildo.test").body()).contains("Puerto Sur");
        assertThat(get("oeste.cabildo.test").status()).isEqualTo(421);

        installation.monolith.start();
        Installation.eventually(() -> get("sur.cabildo.test").status() == 200);
    }

    @Test
    void withoutAnyDirectoryNoHostIsCalledUnknown() throws Exception {
        installation.stopGateway();
        installation.management.stop();
        java.nio.file.Files.delete(installation.state.resolve("sites.json"));
        installation.start();

        assertThat(get("sur.cabildo.test").status()).isEqualTo(503);
        assertThat(RawClient.get(installation.managementPort(), "x", "/actuator/health/readiness")
                        .status())
                .isEqualTo(503);

        installation.management.start();
        Installation.eventually(() -> get("sur.cabildo.test").status() == 200);
        assertThat(RawClient.get(installation.managementPort(), "x", "/actuator/health/readiness")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aBrokenDirectoryChangesNothing() throws Exception {
        installation.publish("{\"hosts\":");
        Thread.sleep(2_500);

        assertThat(get("sur.cabildo.test").status()).isEqualTo(200);
    }
}
