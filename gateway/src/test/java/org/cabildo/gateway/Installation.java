// SPDX-License-Identifier: Apache-2.0
package org.cabildo.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** A real gateway in front of small real servers, all on free ports of the loopback interface. */
final class Installation implements AutoCloseable {

    static final String TOKEN = "token-of-the-test";
    static final String SUR = site("sur", "Puerto Sur", "es-BO", "#0b4f6c", 100_000);
    static final String NORTE = site("norte", "Villa <Norte>", "en", "#ffee00", 100_000);

    final RecordingServer monolith = new RecordingServer("monolith");
    final RecordingServer identity = new RecordingServer("identity");
    final RecordingServer management = new RecordingServer("management");
    final Path state;
    private final List<String> settings;
    private volatile List<String> sites = List.of(SUR, NORTE);
    private volatile int version = 1;
    private ConfigurableApplicationContext gateway;

    Installation(String... settings) {
        this.settings = List.of(settings);
        try {
            this.state = Files.createTempDirectory("gateway-state");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        management.on("/actuator/sites", exchange -> {
            String etag = "\"" + version + "\"";
            exchange.getResponseHeaders().add("ETag", etag);
            if (!("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                RecordingServer.answer(exchange, 401, "");
            } else if (etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                RecordingServer.answer(exchange, 304, "");
            } else {
                RecordingServer.answer(exchange, 200, directory());
            }
        });
        start();
    }

    static String site(String tenant, String name, String locale, String brand, long quota) {
        return """
                {"hosts":["%s.cabildo.test"],"tenant":"%s","kind":"MUNICIPALITY","name":"%s","status":"LIVE",
                 "locale":"%s","colours":{"brand":"%s","brandContrast":"#ffffff","surface":"#fafafa","text":"#222222",
                 "bad":"red;}body{display:none"},"mark":"data:image/svg+xml;base64,PHN2Zy8+","news":[1],
                 "quota":{"requestsPerMinute":%d}}""".formatted(tenant, tenant, name, locale, brand, quota);
    }

    private String directory() {
        return "{\"version\":" + version + ",\"sites\":[" + String.join(",", sites) + "]}";
    }

    void publish(String... sites) {
        this.sites = List.of(sites);
        this.version++;
    }

    void start() {
        List<String> arguments = new ArrayList<>(Arrays.asList(
                "--server.port=0",
                "--management.server.port=0",
                "--cabildo.gateway.base-domain=cabildo.test",
                "--cabildo.gateway.state-dir=" + state,
                "--cabildo.gateway.upstream-url=" + monolith.url(),
                "--cabildo.gateway.upstream-management-url=" + management.url(),
                "--cabildo.gateway.identity-url=" + identity.url(),
                "--cabildo.gateway.internal-token=" + TOKEN));
        arguments.addAll(settings);
        gateway = SpringApplication.run(GatewayApplication.class, arguments.toArray(String[]::new));
    }

    /** Waits for the first directory, which the gateway fetches beside its start. */
    Installation ready() {
        eventually(() -> RawClient.get(port(), "sur.cabildo.test", "/").status() == 200);
        monolith.seen.clear();
        return this;
    }

    void stopGateway() {
        gateway.close();
    }

    int port() {
        return Integer.parseInt(gateway.getEnvironment().getRequiredProperty("local.server.port"));
    }

    int managementPort() {
        return Integer.parseInt(gateway.getEnvironment().getRequiredProperty("local.management.port"));
    }

    static void eventually(BooleanSupplier condition) {
        long deadline = System.nanoTime() + Duration.ofSeconds(15).toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("Did not come true in time");
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    @Override
    public void close() {
        gateway.close();
        monolith.close();
        identity.close();
        management.close();
    }
}
