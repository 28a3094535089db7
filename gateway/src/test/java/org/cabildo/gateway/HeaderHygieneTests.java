// SPDX-License-Identifier: Apache-2.0
package org.cabildo.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.cabildo.gateway.RawClient.Reply;
import org.cabildo.gateway.RecordingServer.Seen;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderHygieneTests {

    static Installation installation;

    @BeforeAll
    static void start() {
        installation = new Installation().ready();
    }

    @AfterAll
    static void stop() {
        installation.close();
    }

    private static Seen ask(String... headers) {
        assertThat(RawClient.get(installation.port(), "sur.cabildo.test", "/x", headers)
                        .status())
                .isEqualTo(200);
        return installation.monolith.last();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "X-Forwarded-Host",
                "x-forwarded-server",
                "X-FORWARDED-PREFIX",
                "X-Forwarded-User",
                "Forwarded",
                "X-Real-IP",
                "X-Tenant",
                "X-Tenant-Id",
                "x-TENANT-slug",
                "X-User",
                "X-User-Id",
                "X-Cabildo-Site",
                "X_Forwarded_Host",
                "X_Tenant_Id",
                "X-Original-URL",
                "X-Rewrite-URL",
                "X-HTTP-Method-Override",
                "X-Host",
                "Proxy",
                "Keep-Alive",
                "Proxy-Authorization",
                "Proxy-Connection",
                "TE",
                "Trailer",
                "Upgrade"
            })
    void aForgedHeaderDoesNotPassInAnyCaseOrNumber(String name) {
        Seen seen = ask(
                name + ": evil",
                name.toUpperCase() + ": evil",
                name.toLowerCase() + ": evil, evil",
                "X-Harmless: fine");

        assertThat(seen.headers().values().toString()).doesNotContain("evil");
        assertThat(seen.header("X-Harmless")).isEqualTo("fine");
    }

    @Test
    void theGatewayTellsItselfWhoAsksAndHow() {
        Seen seen = ask(
                "X-Forwarded-For: 6.6.6.6",
                "x-forwarded-for: 7.7.7.7",
                "X-Forwarded-Proto: https",
                "X-FORWARDED-PORT: 1");

        assertThat(seen.header("X-Forwarded-For")).isEqualTo("127.0.0.1");
        assertThat(seen.header("X-Forwarded-Proto")).isEqualTo("http");
        assertThat(seen.header("X-Forwarded-Port")).isEqualTo("8080");
        assertThat(seen.headers()).doesNotContainKey("X-forwarded-host");
    }

    @Test
    void whatAConnectionNamesEndsWithIt() {
        Seen seen = ask("Connection: X-Secret-Hop, X-Request-Id, Host", "X-Secret-Hop: 1");

        assertThat(seen.header("X-Secret-Hop")).isEmpty();
        assertThat(seen.header("Host")).isEqualTo("sur.cabildo.test:8080");
        assertThat(seen.header("X-Request-Id")).isNotEmpty();
    }

    @Test
    void everythingElsePasses() {
        Seen seen = ask(
                "Cookie: a=1; b=2",
                "Authorization: Bearer x",
                "Accept-Language: qu",
                "Accept-Encoding: br",
                "If-None-Match: \"1\"",
                "User-Agent: Mozilla",
                "HX-Request: true");

        assertThat(seen.header("Cookie")).isEqualTo("a=1; b=2");
        assertThat(seen.header("Authorization")).isEqualTo("Bearer x");
        assertThat(seen.header("Accept-Language")).isEqualTo("qu");
        assertThat(seen.header("Accept-Encoding")).isEqualTo("br");
        assertThat(seen.header("If-None-Match")).isEqualTo("\"1\"");
        assertThat(seen.header("User-Agent")).isEqualTo("Mozilla");
        assertThat(seen.header("HX-Request")).isEqualTo("true");
    }

    @Test
    void theClientAddsNothingOfItsOwn() {
        Seen seen = ask();

        assertThat(seen.headers().keySet())
                .containsOnly(
                        "Host",
                        "Connection",
                        "X-forwarded-for",
                        "X-forwarded-proto",
                        "X-forwarded-port",
                        "X-request-id");
    }

    @Test
    void aProperCorrelationIdIsKeptAndReturned() {
        Reply reply = RawClient.get(installation.port(), "sur.cabildo.test", "/", "x-request-id: abcdef-0123");

        assertThat(installation.monolith.last().header("X-Request-Id")).isEqualTo("abcdef-0123");
        assertThat(reply.header("X-Request-Id")).contains("abcdef-0123");
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "with space in it", "semi;colon-123", "{\"a\":1}aaaaaa", ""})
    void anImproperCorrelationIdIsReplaced(String id) {
        Reply reply = RawClient.get(installation.port(), "sur.cabildo.test", "/", "X-Request-Id: " + id);

        assertThat(reply.header("X-Request-Id").orElseThrow()).matches("[a-f0-9-]{36}");
        assertThat(installation.monolith.last().header("X-Request-Id"))
                .isEqualTo(reply.header("X-Request-Id").orElseThrow());
    }

    @Test
    void answersPassWithoutTheServersSignatureAndConnectionHeaders() {
        installation.monolith.on("/signed", exchange -> {
            exchange.getResponseHeaders().add("Server", "Secret/1");
            exchange.getResponseHeaders().add("X-Powered-By", "Secret");
            exchange.getResponseHeaders().add("X-Request-Id", "other");
            exchange.getResponseHeaders().add("Set-Cookie", "a=1");
            exchange.getResponseHeaders().add("Set-Cookie", "b=2");
            exchange.getResponseHeaders().add("ETag", "\"7\"");
            RecordingServer.answer(exchange, 200, "hola");
        });

        Reply reply = RawClient.get(installation.port(), "sur.cabildo.test", "/signed", "If-None-Match: \"7\"");

        assertThat(reply.status()).as("validators are the monolith's business").isEqualTo(200);
        assertThat(reply.headers().toString()).doesNotContain("Secret").doesNotContain("other");
        assertThat(reply.headers())
                .filteredOn(line -> line.startsWith("Set-cookie"))
                .hasSize(2);
        assertThat(reply.header("ETag")).contains("\"7\"");
        assertThat(reply.header("Content-Length")).contains("4");
    }

    @Test
    void redirectsPass() {
        installation.monolith.on("/away", exchange -> {
            exchange.getResponseHeaders().add("Location", "http://sur.cabildo.test:8080/reportes");
            RecordingServer.answer(exchange, 303, "");
        });

        Reply reply = RawClient.get(installation.port(), "sur.cabildo.test", "/away");

        assertThat(reply.status()).isEqualTo(303);
        assertThat(reply.header("Location")).contains("http://sur.cabildo.test:8080/reportes");
    }
}
