// SPDX-License-Identifier: Apache-2.0
package org.cabildo.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.cabildo.gateway.RawClient.Reply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LimitsTests {

    private static final int MAX = 64 * 1024;

    static Installation installation;

    @BeforeAll
    static void start() {
        installation = new Installation(
                        "--cabildo.gateway.requests.max-body=64KB",
                        "--cabildo.gateway.requests.body-grace=300ms",
                        "--cabildo.gateway.upstream.response-timeout=1s")
                .ready();
    }

    @AfterAll
    static void stop() {
        installation.close();
    }

    @Test
    void aBodyUpToTheLimitPasses() {
        Reply reply = RawClient.post(installation.port(), "sur.cabildo.test", "/envios", new byte[MAX]);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(installation.monolith.last().body()).hasSize(MAX);
        assertThat(installation.monolith.last().header("Content-Length")).isEqualTo(Integer.toString(MAX));
    }

    @Test
    void aFormArrivesByteForByte() {
        byte[] form = "a=1+2&b=%C3%B1&a=&&c".getBytes(StandardCharsets.UTF_8);

        RawClient.post(
                installation.port(),
                "sur.cabildo.test",
                "/envios?a=0",
                form,
                "Content-Type: application/x-www-form-urlencoded");

        assertThat(installation.monolith.last().body()).isEqualTo(form);
        assertThat(installation.monolith.last().target()).isEqualTo("/envios?a=0");
    }

    @Test
    void aLargerBodyIsRefusedBeforeItIsRead() {
        int before = installation.monolith.seen.size();

        Reply reply = RawClient.send(
                installation.port(),
                "POST /envios",
                "sur.cabildo.test",
                new byte[0],
                "Content-Length: " + (MAX + 1),
                "Expect: 100-continue",
                "Accept: application/json");

        assertThat(reply.status()).isEqualTo(413);
        assertThat(reply.header("Content-Type")).contains("application/problem+json");
        assertThat(installation.monolith.seen).hasSize(before);
    }

    @Test
    void aBodyOfUnknownLengthIsCutAtTheLimit() {
        int before = installation.monolith.seen.size();
        String chunk = Integer.toHexString(MAX) + "\r\n" + "x".repeat(MAX) + "\r\n";

        Reply reply = RawClient.raw(
                installation.port(),
                "POST /envios HTTP/1.1\r\nHost: sur.cabildo.test\r\nTransfer-Encoding: chunked\r\n\r\n",
                (chunk + chunk + "0\r\n\r\n").getBytes(StandardCharsets.US_ASCII));

        assertThat(reply.status()).isEqualTo(413);
        assertThat(installation.monolith.seen).hasSize(before);
    }

    @Test
    void aChunkedBodyPasses() {
        Reply reply = RawClient.raw(
                installation.port(),
                "POST /envios HTTP/1.1\r\nHost: sur.cabildo.test\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n",
                "4\r\nhola\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(installation.monolith.last().body()).isEqualTo("hola".getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void lengthAndChunksTogetherAreRefusedOrReadOnce() {
        int before = installation.monolith.seen.size();

        RawClient.raw(
                installation.port(),
                "POST /envios HTTP/1.1\r\nHost: sur.cabildo.test\r\nContent-Length: 6\r\n"
                        + "Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n",
                "0\r\n\r\nGET /smuggled HTTP/1.1\r\nHost: sur.cabildo.test\r\n\r\n"
                        .getBytes(StandardCharsets.US_ASCII));

        assertThat(installation.monolith.seen.subList(before, installation.monolith.seen.size()))
                .noneMatch(seen -> seen.target().contains("smuggled"));
    }

    @Test
    void aTricklingUploadIsGivenUp() throws Exception {
        try (var socket = new java.net.Socket("127.0.0.1", installation.port())) {
            socket.setSoTimeout(10_000);
            var out = socket.getOutputStream();
            out.write("POST /envios HTTP/1.1\r\nHost: sur.cabildo.test\r\nContent-Length: 1000\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < 20 && socket.getInputStream().available() == 0; i++) {
                out.write('x');
                Thread.sleep(100);
            }
            assertThat(RawClient.read(socket.getInputStream()).status()).isEqualTo(408);
        }
    }

    @Test
    void anAddressThatIsTooLongIsRefused() {
        Reply reply = RawClient.get(installation.port(), "sur.cabildo.test", "/buscar?q=" + "x".repeat(5_000));

        assertThat(reply.status()).isEqualTo(414);
    }

    @Test
    void headersThatAreTooLargeAreRefused() {
        Reply reply = RawClient.get(installation.port(), "sur.cabildo.test", "/", "Cookie: a=" + "x".repeat(20_000));

        assertThat(reply.status()).isIn(400, 431);
        assertThat(reply.headers().toString()).doesNotContain("Tomcat");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "CONNECT", "PROPFIND", "FOO"})
    void otherMethodsAreRefused(String method) {
        Reply reply = RawClient.send(installation.port(), method + " /x", "sur.cabildo.test", new byte[0]);

        assertThat(reply.status()).isIn(400, 405, 501);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "PATCH", "DELETE", "OPTIONS", "POST"})
    void theUsualMethodsPass(String method) {
        Reply reply = RawClient.send(installation.port(), method + " /x", "sur.cabildo.test", new byte[0]);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(installation.monolith.last().method()).isEqualTo(method);
    }

    @Test
    void aServerThatDoesNotAnswerInTimeIsAGatewayTimeoutAndNotAnOutage() {
        installation.monolith.on("/slow", exchange -> {
            try {
                Thread.sleep(1_800);
            } catch (InterruptedException ignored) {
                Thread.currentThread().interrupt();
            }
        });
        for (int i = 0; i < 6; i++) {
            Thread.ofVirtual().start(() -> RawClient.get(installation.port(), "norte.cabildo.test", "/slow"));
        }
        assertThat(RawClient.get(installation.port(), "norte.cabildo.test", "/slow")
                        .status())
                .isEqualTo(504);
        assertThat(RawClient.get(installation.port(), "sur.cabildo.test", "/").status())
                .isEqualTo(200);
    }
}
