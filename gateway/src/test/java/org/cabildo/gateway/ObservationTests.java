// SPDX-License-Identifier: Apache-2.0
package org.cabildo.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ObservationTests {

    static Installation installation;
    static final ListAppender<ILoggingEvent> LINES = new ListAppender<>();

    @BeforeAll
    static void start() {
        installation =
                new Installation("--cabildo.gateway.public-scheme=https", "--cabildo.gateway.public-port=443").ready();
        LINES.start();
        ((Logger) LoggerFactory.getLogger("org.cabildo.gateway.access")).addAppender(LINES);
    }

    @AfterAll
    static void stop() {
        ((Logger) LoggerFactory.getLogger("org.cabildo.gateway.access")).detachAppender(LINES);
        installation.close();
    }

    @BeforeEach
    void forget() {
        LINES.list.clear();
    }

    private static JsonNode line(String part) {
        Installation.eventually(() -> List.copyOf(LINES.list).stream()
                .anyMatch(event -> event.getFormattedMessage().contains(part)));
        return new JsonMapper()
                .readTree(List.copyOf(LINES.list).stream()
                        .map(ILoggingEvent::getFormattedMessage)
                        .filter(message -> message.contains(part))
                        .findFirst()
                        .orElseThrow());
    }

    @Test
    void aLineOfTheAccessLogSaysWhatHappenedAndNothingAboutThePerson() {
        RawClient.get(
                installation.port(),
                "SUR.cabildo.test",
                "/buscar/a%22b?q=secreto",
                "User-Agent: Curioso",
                "Cookie: a=secreto",
                "X-Request-Id: request-0001");

        JsonNode line = line("request-0001");
        assertThat(line.get("host").asString()).isEqualTo("sur.cabildo.test");
        assertThat(line.get("tenant").asString()).isEqualTo("sur");
        assertThat(line.get("method").asString()).isEqualTo("GET");
        assertThat(line.get("path").asString()).isEqualTo("/buscar/a%22b");
        assertThat(line.get("status").asInt()).isEqualTo(200);
        assertThat(line.get("bytes").asInt()).isEqualTo("monolith".length());
        assertThat(line.get("ms").asInt()).isBetween(0, 10_000);
        assertThat(line.get("outcome").asString()).isEqualTo("forwarded");
        assertThat(line.get("time").asString()).endsWith("Z");
        assertThat(line.toString()).doesNotContain("secreto", "127.0.0.1", "Curioso");
    }

    @Test
    void mailAddressesAndSecretsInPathsAreHidden() {
        RawClient.get(
                installation.port(),
                "sur.cabildo.test",
                "/baja/ana@example.org/0123456789abcdef0123456789abcdef/eyJhbGciOi-1.x_y-Z9876/c7a1b2d4-0000-4000-8000-000000000001",
                "X-Request-Id: request-0002");

        assertThat(line("request-0002").get("path").asString())
                .isEqualTo("/baja/*/*/*/c7a1b2d4-0000-4000-8000-000000000001");
    }

    @Test
    void whatAnUnknownHostClaimsIsNotRepeated() {
        RawClient.get(installation.port(), "ana.garcia.example", "/", "X-Request-Id: request-0003");

        JsonNode line = line("request-0003");
        assertThat(line.get("host").asString()).isEqualTo("unknown");
        assertThat(line.get("tenant").asString()).isEqualTo("unknown");
        assertThat(line.get("status").asInt()).isEqualTo(421);
    }

    @Test
    void malformedRequestsAreLoggedAndCountedToo() {
        RawClient.raw(installation.port(), "GET / HTTP/1.1\r\nHost: a b\r\n\r\n", new byte[0]);

        assertThat(line("\"status\":400").get("outcome").asString()).isEqualTo("refused");
    }

    @Test
    void metricsCountByTenantAndOutcome() {
        RawClient.get(installation.port(), "norte.cabildo.test", "/");
        RawClient.get(installation.port(), "oeste.cabildo.test", "/");

        Installation.eventually(() -> {
            String metrics = RawClient.get(installation.managementPort(), "x", "/actuator/prometheus")
                    .body();
            return metrics.lines()
                            .anyMatch(line -> line.startsWith("cabildo_gateway_requests_total{")
                                    && line.contains("tenant=\"norte\"")
                                    && line.contains("outcome=\"forwarded\"")
                                    && line.contains("status=\"2xx\""))
                    && metrics.contains("tenant=\"unknown\"")
                    && metrics.contains("cabildo_gateway_duration_seconds_count")
                    && metrics.contains("cabildo_gateway_directory_sites 2.0")
                    && metrics.contains("cabildo_gateway_breaker_open{target=\"MONOLITH\"} 0.0");
        });
    }

    @Test
    void theManagementPortServesProbesAndNothingElse() {
        int port = installation.managementPort();
        assertThat(RawClient.get(port, "x", "/actuator/health/liveness").status())
                .isEqualTo(200);
        assertThat(RawClient.get(port, "x", "/actuator/health/readiness").status())
                .isEqualTo(200);
        assertThat(RawClient.get(port, "x", "/actuator/env").status()).isEqualTo(404);
        assertThat(RawClient.get(port, "sur.cabildo.test", "/").status()).isEqualTo(404);
    }

    @Test
    void underHttpsEveryAnswerDemandsHttpsAndHostsCarryNoPort() {
        assertThat(RawClient.get(installation.port(), "oeste.cabildo.test", "/").header("Strict-Transport-Security"))
                .isPresent();
        assertThat(RawClient.get(installation.port(), "sur.cabildo.test", "/").header("Strict-Transport-Security"))
                .isPresent();
        assertThat(installation.monolith.last().header("Host")).isEqualTo("sur.cabildo.test");
        assertThat(installation.monolith.last().header("X-Forwarded-Port")).isEqualTo("443");
        assertThat(installation.monolith.last().header("X-Forwarded-Proto")).isEqualTo("https");
    }
}
