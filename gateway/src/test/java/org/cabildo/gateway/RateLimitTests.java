// SPDX-License-Identifier: Apache-2.0
package org.cabildo.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.cabildo.gateway.RawClient.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RateLimitTests {

    private Installation installation;

    @AfterEach
    void stop() {
        installation.close();
    }

    private void start(String... settings) {
        installation = new Installation(settings).ready();
    }

    private long refused(int times, String host, String line, String... headers) {
        return IntStream.range(0, times)
                .map(i -> RawClient.send(installation.port(), line, host, new byte[0], headers)
                        .status())
                .filter(status -> status == 429)
                .count();
    }

    @Test
    void oneClientOfOneTenantIsLimitedAndAnotherTenantIsNot() {
        start("--cabildo.gateway.rates.client=60/10");

        assertThat(refused(30, "sur.cabildo.test", "GET /")).isBetween(15L, 29L);
        assertThat(refused(5, "norte.cabildo.test", "GET /")).isZero();

        Reply reply = RawClient.get(installation.port(), "sur.cabildo.test", "/", "Accept: application/json");
        assertThat(reply.status()).isEqualTo(429);
        assertThat(Integer.parseInt(reply.header("Retry-After").orElseThrow())).isBetween(1, 5);
        assertThat(reply.body()).contains("\"code\":\"too-many-requests\"");
        assertThat(RawClient.get(installation.port(), "sur.cabildo.test", "/").body())
                .contains("demasiadas solicitudes")
                .contains("Puerto Sur");
    }

    @Test
    void writingSignInAndSearchHaveStricterLimits() {
        start(
                "--cabildo.gateway.rates.writes=6/3",
                "--cabildo.gateway.rates.sign-in=6/2",
                "--cabildo.gateway.rates.search=6/4");

        assertThat(refused(10, "sur.cabildo.test", "POST /reportes")).isEqualTo(7);
        assertThat(refused(10, "sur.cabildo.test", "GET /oauth2/authorization/x"))
                .isEqualTo(8);
        assertThat(refused(10, "id.cabildo.test", "POST /realms/cabildo/login-actions/authenticate"))
                .isEqualTo(8);
        assertThat(refused(10, "sur.cabildo.test", "GET /buscar?q=agua")).isEqualTo(6);
        assertThat(refused(10, "sur.cabildo.test", "GET /reportes")).isZero();
    }

    @Test
    void aTenantsQuotaHoldsForAllItsClientsTogether() {
        // the client's own limit is out of reach, however often the directory has to be asked for
        start("--cabildo.gateway.trusted-proxies=127.0.0.0/8", "--cabildo.gateway.rates.client=90000/90000");
        installation.publish(Installation.site("sur", "Sur", "es", "#123456", 20), Installation.NORTE);
        Installation.eventually(() -> refused(30, "sur.cabildo.test", "GET /") > 0);

        assertThat(refused(5, "sur.cabildo.test", "GET /", "X-Forwarded-For: 10.0.0.7"))
                .isPositive();
        assertThat(refused(20, "norte.cabildo.test", "GET /", "X-Forwarded-For: 10.0.0.7"))
                .isZero();
    }

    @Test
    void slowPagesOfOneTenantLeaveRoomForTheOthers() {
        start("--cabildo.gateway.upstream.max-per-tenant=4", "--cabildo.gateway.upstream.max-connections=6");
        CountDownLatch release = new CountDownLatch(1);
        installation.monolith.on("/slow", exchange -> {
            try {
                release.await(10, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            RecordingServer.answer(exchange, 200, "slow");
        });
        List<Integer> statuses = new CopyOnWriteArrayList<>();
        for (int i = 0; i < 10; i++) {
            Thread.ofVirtual()
                    .start(() -> statuses.add(RawClient.get(installation.port(), "sur.cabildo.test", "/slow")
                            .status()));
        }
        Installation.eventually(() -> statuses.size() == 6);
        assertThat(statuses).containsOnly(503);
        assertThat(refused(5, "norte.cabildo.test", "GET /")).isZero();
        assertThat(RawClient.get(installation.port(), "norte.cabildo.test", "/").status())
                .isEqualTo(200);

        release.countDown();
        Installation.eventually(() -> statuses.size() == 10);
        assertThat(statuses).filteredOn(status -> status == 200).hasSize(4);
        assertThat(RawClient.get(installation.port(), "sur.cabildo.test", "/").status())
                .isEqualTo(200);
    }

    @Test
    void behindATrustedProxyTheClientIsTheLastStrangerAndCannotChooseAnAddress() {
        start(
                "--cabildo.gateway.trusted-proxies=127.0.0.1/32, 10.1.0.0/16",
                "--cabildo.gateway.rates.client=6/3",
                "--cabildo.gateway.public-scheme=http");
        String host = "norte.cabildo.test";

        RawClient.get(
                installation.port(),
                host,
                "/",
                "X-Forwarded-For: 1.1.1.1, 9.9.9.9, 10.1.2.3",
                "X-Forwarded-Proto: https");
        RecordingServer.Seen seen = installation.monolith.last();
        assertThat(seen.header("X-Forwarded-For")).isEqualTo("9.9.9.9");
        assertThat(seen.header("X-Forwarded-Proto")).isEqualTo("https");
        assertThat(seen.header("X-Forwarded-Port")).isEqualTo("443");
        assertThat(seen.header("Host")).isEqualTo("norte.cabildo.test");

        long refused = IntStream.range(0, 10)
                .map(i -> RawClient.get(installation.port(), host, "/", "X-Forwarded-For: 1.1.1." + i + ", 9.9.9.9")
                        .status())
                .filter(status -> status == 429)
                .count();
        assertThat(refused).isPositive();
        assertThat(RawClient.get(installation.port(), host, "/", "X-Forwarded-For: 8.8.8.8")
                        .status())
                .isEqualTo(200);
    }
}
