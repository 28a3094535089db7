// SPDX-License-Identifier: Apache-2.0
package org.cabildo.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.cabildo.gateway.RawClient.Reply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostRoutingTests {

    static Installation installation;

    @BeforeAll
    static void start() {
        installation = new Installation().ready();
    }

    @AfterAll
    static void stop() {
        installation.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sur.cabildo.test",
                "SUR.Cabildo.TEST",
                "sur.cabildo.test.",
                "sur.cabildo.test:8080",
                "Sur.cabildo.test.:443"
            })
    void everySpellingOfAHostLeadsToItsCanonicalForm(String host) {
        Reply reply = RawClient.get(installation.port(), host, "/");

        assertThat(reply.body()).isEqualTo("monolith");
        assertThat(installation.monolith.last().header("Host")).isEqualTo("sur.cabildo.test:8080");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "oeste.cabildo.test",
                "cabildo.test",
                "127.0.0.1",
                "[::1]",
                "sur.cabildo.test..",
                "xsur.cabildo.test",
                "sur.cabildo.test.evil.example",
                "localhost"
            })
    void anUnknownHostIsMisdirectedAndNeverADefaultTenant(String host) {
        int before = installation.monolith.seen.size();

        Reply reply = RawClient.get(installation.port(), host, "/");

        assertThat(reply.status()).isEqualTo(host.endsWith("..") ? 400 : 421);
        assertThat(installation.monolith.seen).hasSize(before);
    }

    @Test
    void theMisdirectedPageSpeaksTheReadersLanguage() {
        Reply spanish = RawClient.get(installation.port(), "oeste.cabildo.test", "/");
        Reply english = RawClient.get(
                installation.port(), "oeste.cabildo.test", "/", "Accept-Language: fr, en-GB;q=0.7, es;q=0.2");

        assertThat(spanish.body()).contains("lang=\"es\"").contains("no corresponde a ningún portal");
        assertThat(english.body()).contains("lang=\"en\"").contains("No portal has this address");
        assertThat(spanish.header("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'")
                .contains("style-src 'sha256-")
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(spanish.header("X-Content-Type-Options")).contains("nosniff");
        assertThat(spanish.header("X-Frame-Options")).contains("DENY");
        assertThat(spanish.header("Referrer-Policy")).contains("no-referrer");
        assertThat(spanish.header("Strict-Transport-Security")).isEmpty();
    }

    @Test
    void programsGetAProblemDocument() {
        Reply reply = RawClient.get(installation.port(), "oeste.cabildo.test", "/", "Accept: application/json");

        assertThat(reply.header("Content-Type")).contains("application/problem+json");
        assertThat(reply.body()).contains("\"status\":421").contains("\"code\":\"unknown-host\"");
    }

    @Test
    void signInLeadsToKeycloakWithTheAddressesThatItNeeds() {
        Reply reply = RawClient.get(
                installation.port(),
                "ID.cabildo.test:8080",
                "/realms/cabildo/account",
                "X-Forwarded-Host: evil.example");

        assertThat(reply.body()).isEqualTo("identity");
        RecordingServer.Seen seen = installation.identity.last();
        assertThat(seen.header("Host")).isEqualTo("id.cabildo.test:8080");
        assertThat(seen.header("X-Forwarded-Host")).isEqualTo("id.cabildo.test:8080");
        assertThat(seen.header("X-Forwarded-Proto")).isEqualTo("http");
        assertThat(seen.header("X-Forwarded-Port")).isEqualTo("8080");
        assertThat(seen.header("X-Forwarded-For")).isEqualTo("127.0.0.1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/admin", "/admin/master/console/", "/metrics", "/realms/master", "/realms/master/account", "/"})
    void keycloaksAdministrationIsNotPublic(String path) {
        int before = installation.identity.seen.size();

        assertThat(RawClient.get(installation.port(), "id.cabildo.test", path).status())
                .isEqualTo(404);
        assertThat(installation.identity.seen).hasSize(before);
    }

    @ParameterizedTest
    @CsvSource({
        "/actuator,404",
        "/actuator/health,404",
        "/ACTUATOR/env,404",
        "/internal/x,404",
        "//actuator/health,400",
        "/;/actuator,400",
        "/x/../actuator,400",
        "/%61ctuator,404",
        "/x/%2e%2e/actuator,400",
        "/actuator;x=1,400",
        "/actuator%2fhealth,400",
        "/x%00,400",
        "/x%0d%0ay,400",
        "/x%5cy,400"
    })
    void internalAndOddPathsDoNotPass(String path, int status) {
        int before = installation.monolith.seen.size();

        assertThat(RawClient.get(installation.port(), "sur.cabildo.test", path).status())
                .isEqualTo(status);
        assertThat(installation.monolith.seen).hasSize(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuators",
                "/internals/x",
                "/buscar?q=a%20b&q=a+b&vac%C3%ADo&x=&y=%26&f[0]=1",
                "/r/ni%C3%B1os",
                "/x?next=http://a//b;c",
                "/x?"
            })
    void otherTargetsPassAsTheyWereWritten(String target) {
        assertThat(RawClient.get(installation.port(), "sur.cabildo.test", target)
                        .status())
                .isEqualTo(200);
        String expected = target.replace("[", "%5B").replace("]", "%5D");
        assertThat(installation.monolith.last().target()).isEqualTo(expected);
    }

    @Test
    void strayPercentSignsOfQueriesAreRepaired() {
        RawClient.get(installation.port(), "sur.cabildo.test", "/buscar?q=100%&r={a|b}");

        assertThat(installation.monolith.last().target()).isEqualTo("/buscar?q=100%25&r=%7Ba%7Cb%7D");
    }

    @Test
    void aHostInTheRequestLineCountsLikeTheHeader() {
        Reply reply = RawClient.raw(
                installation.port(),
                "GET http://oeste.cabildo.test/ HTTP/1.1\r\nHost: sur.cabildo.test\r\nConnection: close\r\n\r\n",
                new byte[0]);

        assertThat(reply.status()).isIn(400, 421);
    }

    @Test
    void twoHostsAreRefusedWithAPlainPage() {
        Reply reply = RawClient.raw(
                installation.port(),
                "GET / HTTP/1.1\r\nHost: sur.cabildo.test\r\nHost: norte.cabildo.test\r\nConnection: close\r\n\r\n",
                new byte[0]);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body()).doesNotContain("Tomcat").contains("No pudimos entender la solicitud");
        assertThat(reply.header("Content-Security-Policy")).isPresent();
    }

    @Test
    void aNewPortalAnswersItsFirstVisitor() throws InterruptedException {
        Thread.sleep(1_100);
        installation.publish(
                Installation.SUR, Installation.NORTE, Installation.site("este", "Este", "es", "#123456", 100_000));

        Installation.eventually(() ->
                RawClient.get(installation.port(), "este.cabildo.test", "/").status() == 200);
    }
}
