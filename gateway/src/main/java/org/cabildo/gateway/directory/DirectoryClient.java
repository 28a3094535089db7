// SPDX-License-Identifier: Apache-2.0
package org.cabildo.gateway.directory;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Asks the monolith's management port for the directory, and only for what changed. */
class DirectoryClient implements AutoCloseable {

    private static final long LARGEST = 128L * 1024 * 1024;

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
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json");
        if (etag != null) {
            request.header("If-None-Match", etag);
        }
        HttpResponse<byte[]> response = answer(request.build());
        return switch (response.statusCode()) {
            case 304 -> Optional.empty();
            case 200 ->
                Optional.of(new Fetched(
                        response.body(), response.headers().firstValue("ETag").orElse(null)));
            default -> throw new IOException("The site directory answered " + response.statusCode());
        };
    }

    /** The timeout of a request ends with the headers; this one holds for the body too. */
    private HttpResponse<byte[]> answer(HttpRequest request) throws IOException, InterruptedException {
        CompletableFuture<HttpResponse<byte[]>> answer = http.sendAsync(
                request, HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofByteArray(), LARGEST));
        try {
            return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new IOException("The site directory did not answer in time", e);
        } catch (ExecutionException e) {
            throw new IOException("The site directory did not answer: " + e.getCause(), e);
        } finally {
            answer.cancel(true);
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
