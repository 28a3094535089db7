// SPDX-License-Identifier: Apache-2.0
package org.cabildo.gateway.directory;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** Asks the monolith's management port for the directory, and only for what changed. */
class DirectoryClient implements AutoCloseable {

    private static final int LARGEST = 128 * 1024 * 1024;

    private final HttpClient http;
    private final URI address;
    private final String token;
    private final Duration timeout;
    private @Nullable String etag;

    DirectoryClient(URI management, String token, Duration timeout) {
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(timeout)
                .followRedirects(HttpClient.Redirect.NEVER)
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
        this.address = management.resolve("/actuator/sites");
        this.token = token;
        this.timeout = timeout;
    }

    /** The directory, or nothing when it is the one that was fetched and kept last. */
    Optional<Fetched> fetch() throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .timeout(timeout)
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json");
        if (etag != null) {
            request.header("If-None-Match", etag);
        }
        HttpResponse<InputStream> response = http.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            return switch (response.statusCode()) {
                case 304 -> Optional.empty();
                case 200 -> {
                    byte[] json = body.readNBytes(LARGEST);
                    yield Optional.of(new Fetched(
                            json, response.headers().firstValue("ETag").orElse(null)));
                }
                default -> throw new IOException("The site directory answered " + response.statusCode());
            };
        }
    }

    /** Tells that a document was understood, so that only another one needs to be sent. */
    void keep(Fetched fetched) {
        etag = fetched.etag();
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    record Fetched(byte[] json, @Nullable String etag) {}
}
