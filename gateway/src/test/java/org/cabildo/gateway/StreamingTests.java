// SPDX-License-Identifier: Apache-2.0
package org.cabildo.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class StreamingTests {

    static Installation installation;

    @BeforeAll
    static void start() {
        installation = new Installation().ready();
    }

    @AfterAll
    static void stop() {
        installation.close();
    }

    private static Socket ask(String path) throws Exception {
        Socket socket = new Socket("127.0.0.1", installation.port());
        socket.setSoTimeout(20_000);
        socket.getOutputStream()
                .write(("GET " + path + " HTTP/1.1\r\nHost: sur.cabildo.test\r\nConnection: close\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    @Test
    void aLargeAnswerStreamsInConstantMemory() throws Exception {
        long size = 400L << 20;
        installation.monolith.on("/big", exchange -> {
            exchange.sendResponseHeaders(200, size);
            byte[] block = new byte[1 << 20];
            try (OutputStream out = exchange.getResponseBody()) {
                for (long sent = 0; sent < size; sent += block.length) {
                    out.write(block);
                }
            }
        });
        MemoryPoolMXBean tenured = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool ->
                        pool.getName().contains("Tenured") || pool.getName().contains("Old"))
                .findFirst()
                .orElseThrow();
        System.gc();
        tenured.resetPeakUsage();
        long before = tenured.getUsage().getUsed();
        long read = 0;
        try (Socket socket = ask("/big")) {
            InputStream in = socket.getInputStream();
            byte[] buffer = new byte[1 << 16];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                read += n;
            }
        }
        assertThat(read).isGreaterThan(size);
        assertThat(tenured.getPeakUsage().getUsed() - before).isLessThan(64L << 20);
    }

    @Test
    void eventsArriveWhileTheAnswerIsStillOpen() throws Exception {
        CountDownLatch received = new CountDownLatch(1);
        installation.monolith.on("/events", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "text/event-stream;charset=UTF-8");
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write("data: uno\n\n".getBytes(StandardCharsets.UTF_8));
                out.flush();
                received.await(10, TimeUnit.SECONDS);
            } catch (InterruptedException ignored) {
                Thread.currentThread().interrupt();
            }
        });
        try (Socket socket = ask("/events")) {
            String line = "";
            while (!line.startsWith("data:")) {
                line = RawClient.line(socket.getInputStream());
            }
            received.countDown();
        }
        assertThat(received.getCount()).isZero();
    }

    @Test
    void anAnswerThatBreaksOffDoesNotPassForAWholeOne() throws Exception {
        installation.monolith.stop();
        try (ServerSocket server =
                new ServerSocket(installation.monolith.port(), 10, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> breakOff(server));
            try (Socket socket = ask("/broken")) {
                byte[] all = new byte[0];
                try {
                    all = socket.getInputStream().readAllBytes();
                } catch (SocketException ignored) {
                    // cut off, as it should be
                }
                assertThat(new String(all, StandardCharsets.ISO_8859_1)).doesNotEndWith("0\r\n\r\n");
            }
        } finally {
            installation.monolith.start();
        }
    }

    private static void breakOff(ServerSocket server) {
        try (Socket socket = server.accept()) {
            for (String line = "x"; !line.isEmpty(); ) {
                line = RawClient.line(socket.getInputStream());
            }
            OutputStream out = socket.getOutputStream();
            out.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n20000\r\n"
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(new byte[0x20000]);
            out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aClientThatLeavesEndsTheAnswerBehind() throws Exception {
        CountDownLatch ended = new CountDownLatch(1);
        installation.monolith.on("/endless", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] block = new byte[1 << 16];
            try (OutputStream out = exchange.getResponseBody()) {
                while (true) {
                    out.write(block);
                }
            } catch (IOException ignored) {
                ended.countDown();
            }
        });
        try (Socket socket = ask("/endless")) {
            socket.getInputStream().readNBytes(1 << 20);
        }
        assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void anEarlyRefusalOfAnUploadReachesTheClient() {
        installation.monolith.on("/refuse", exchange -> {
            RecordingServer.answer(exchange, 401, "no");
            exchange.getResponseBody().flush();
            try {
                Thread.sleep(500);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });

        RawClient.Reply reply = RawClient.post(installation.port(), "sur.cabildo.test", "/refuse", new byte[4 << 20]);

        assertThat(reply.status()).isEqualTo(401);
    }

    @Test
    void headAndEmptyAnswersHaveNoBody() {
        RawClient.Reply head = RawClient.send(installation.port(), "HEAD /x", "sur.cabildo.test", new byte[0]);
        assertThat(head.status()).isEqualTo(200);
        installation.monolith.on("/none", exchange -> exchange.sendResponseHeaders(204, -1));
        RawClient.Reply none = RawClient.get(installation.port(), "sur.cabildo.test", "/none");
        assertThat(none.status()).isEqualTo(204);
        assertThat(none.bytes()).isEmpty();
        installation.monolith.on("/same", exchange -> exchange.sendResponseHeaders(304, -1));
        assertThat(RawClient.get(installation.port(), "sur.cabildo.test", "/same")
                        .status())
                .isEqualTo(304);
    }
}
