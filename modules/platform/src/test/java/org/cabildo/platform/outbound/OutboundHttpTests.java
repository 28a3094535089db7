// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.cabildo.platform.outbound.AddressRefused.Reason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OutboundHttpTests {

    /** An address of this machine that stands for the public internet; all others of it stay refused. */
    private static final String PUBLIC = "127.0.0.2";

    private final AtomicInteger calls = new AtomicInteger();
    private HttpServer server;
    private OutboundHttp http;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress("0.0.0.0", 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/hello", exchange -> answer(exchange, 200, "hello"));
        server.createContext(
                "/echo",
                exchange -> answer(
                        exchange,
                        202,
                        exchange.getRequestHeaders().getFirst("X-Signature")
                                + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        server.createContext(
                "/where",
                exchange -> answer(
                        exchange, 200, exchange.getLocalAddress().getAddress().getHostAddress()));
        server.createContext("/inside", exchange -> redirect(exchange, "http://127.0.0.1:" + port() + "/hello"));
        server.createContext("/metadata", exchange -> redirect(exchange, "http://169.254.169.254/latest/meta-data"));
        server.createContext("/file", exchange -> redirect(exchange, "file:///etc/passwd"));
        server.createContext("/moved", exchange -> redirect(exchange, "/hello"));
        server.createContext("/loop", exchange -> redirect(exchange, "/loop"));
        server.createContext("/endless", OutboundHttpTests::endless);
        server.start();
        http = http(InetAddress::getAllByName);
    }

    @AfterEach
    void stop() throws IOException {
        http.close();
        server.stop(0);
    }

    @Test
    void fetchesAPublicAddress() throws IOException {
        OutboundHttp.Answer answer = http.get(at("/hello"), 1000);

        assertThat(answer.successful()).isTrue();
        assertThat(answer.contentType()).isEqualTo("text/plain");
        assertThat(answer.body()).asString().isEqualTo("hello");
    }

    @Test
    void sendsABodyWithHeaders() throws IOException {
        OutboundHttp.Answer answer = http.post(
                at("/echo"),
                "application/json",
                "{}".getBytes(StandardCharsets.UTF_8),
                Map.of("X-Signature", "s="),
                100);

        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.body()).asString().isEqualTo("s={}");
    }

    @Test
    void followsARedirectToAPublicAddress() throws IOException {
        assertThat(http.get(at("/moved"), 1000).body()).asString().isEqualTo("hello");
    }

    @Test
    void refusesARedirectIntoTheOwnNetwork() {
        assertRefused("/inside", Reason.NOT_PUBLIC);
        assertRefused("/metadata", Reason.NOT_PUBLIC);
        assertRefused("/file", Reason.NOT_A_WEB_ADDRESS);
        assertThat(calls).as("nobody asked the inside").hasValue(3);
    }

    @Test
    void refusesEndlessRedirects() {
        assertRefused("/loop", Reason.TOO_MANY_REDIRECTS);
    }

    @Test
    void refusesAnAddressWithoutConnecting() {
        assertThatExceptionOfType(AddressRefused.class)
                .isThrownBy(() -> http.get(URI.create("http://127.0.0.1:" + port() + "/hello"), 10));
        assertThatExceptionOfType(AddressRefused.class)
                .isThrownBy(
                        () -> http.post(URI.create("http://localhost/echo"), "text/plain", new byte[0], Map.of(), 10));
        assertThat(calls).hasValue(0);
    }

    @Test
    void connectsToTheAddressThatWasCheckedWhenTheNameChangesItsMind() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        OutboundAddressGuard.Resolver rebinding =
                host -> InetAddress.getAllByName(asked.getAndIncrement() == 0 ? PUBLIC : "127.0.0.1");
        URI address = URI.create("http://rebind.example:" + port() + "/where");
        try (OutboundHttp first = http(rebinding);
                OutboundHttp second = http(rebinding)) {
            assertThat(first.get(address, 100).body()).asString().isEqualTo(PUBLIC);
            assertThat(asked).as("one resolution for one connection").hasValue(1);
            assertThatExceptionOfType(AddressRefused.class).isThrownBy(() -> second.get(address, 100));
            assertThat(calls).hasValue(1);
        }
    }

    @Test
    void stopsReadingAtTheLimit() {
        assertThatIOException()
                .isThrownBy(() -> http.get(at("/endless"), 100_000))
                .withMessageContaining("100000");
    }

    private void assertRefused(String path, Reason reason) {
        assertThatExceptionOfType(AddressRefused.class)
                .isThrownBy(() -> http.get(at(path), 1000))
                .matches(e -> e.reason() == reason);
    }

    private OutboundHttp http(OutboundAddressGuard.Resolver resolver) {
        return new OutboundHttp(
                new OutboundAddressGuard(resolver, List.of(PUBLIC + "/32"), Set.of(80, 8080, port())),
                Duration.ofSeconds(5));
    }

    private URI at(String path) {
        return URI.create("http://" + PUBLIC + ":" + port() + path);
    }

    private int port() {
        return server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange, int status, String body) throws IOException {
        calls.incrementAndGet();
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/plain");
        exchange.sendResponseHeaders(status, bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    private void redirect(HttpExchange exchange, String location) throws IOException {
        calls.incrementAndGet();
        exchange.getResponseHeaders().set("Location", location);
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private static void endless(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            byte[] bytes = new byte[16 * 1024];
            while (true) {
                out.write(bytes);
            }
        } catch (IOException e) {
            exchange.close();
        }
    }
}
