// SPDX-License-Identifier: Apache-2.0
package org.cabildo.search.internal;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.auth.AuthScope;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.apache.hc.client5.http.impl.auth.BasicCredentialsProvider;
import org.apache.hc.core5.http.HttpHost;
import org.jspecify.annotations.Nullable;
import org.opensearch.client.json.jackson3.JacksonJsonpMapper;
import org.opensearch.client.opensearch.generic.Body;
import org.opensearch.client.opensearch.generic.OpenSearchGenericClient;
import org.opensearch.client.opensearch.generic.Requests;
import org.opensearch.client.opensearch.generic.Response;
import org.opensearch.client.transport.OpenSearchTransport;
import org.opensearch.client.transport.httpclient5.ApacheHttpClient5TransportBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Requests to OpenSearch behind a circuit breaker. A failure closes the client, because one that was overloaded may stay
 * dead for good (opensearch-java 545), and for a while nothing is asked; the next request makes a new client.
 */
class OpenSearchConnection implements AutoCloseable {

    private final SearchProperties properties;
    private final Duration patience;
    private final Clock clock;
    private final JsonMapper json;
    private volatile @Nullable OpenSearchTransport transport;
    private volatile Instant closedUntil = Instant.MIN;

    OpenSearchConnection(SearchProperties properties, Duration patience, Clock clock, JsonMapper json) {
        this.properties = properties;
        this.patience = patience;
        this.clock = clock;
        this.json = json;
    }

    /** OpenSearch did not answer, or is being left alone. */
    static final class Unavailable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Unavailable(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    /** An answer with its status; statuses of 500 and above never come out. */
    record Answer(int status, JsonNode body) {

        boolean ok() {
            return status < 300;
        }
    }

    /** Whether a request would be tried now. */
    boolean open() {
        return properties.indexed() && !clock.instant().isBefore(closedUntil);
    }

    /** Forgets an earlier failure. */
    void retry() {
        closedUntil = Instant.MIN;
    }

    Answer get(String path) {
        return send("GET", path, null);
    }

    Answer send(String method, String path, @Nullable Object body) {
        byte[] bytes = body == null ? null : json.writeValueAsBytes(body);
        return exchange(method, path, bytes, "application/json");
    }

    /** Several operations at once, one JSON document a line. */
    Answer bulk(String path, String lines) {
        return exchange("POST", path, lines.getBytes(StandardCharsets.UTF_8), "application/x-ndjson");
    }

    private Answer exchange(String method, String path, byte @Nullable [] bytes, String type) {
        if (!open()) {
            throw new Unavailable("OpenSearch is left alone until " + closedUntil, null);
        }
        Requests.JsonBodyBuilder request =
                Requests.builder().method(method).endpoint(address(path)).query(query(path));
        if (bytes != null) {
            request.body(Body.from(bytes, type));
        }
        try (Response response = new OpenSearchGenericClient(client()).execute(request.build())) {
            Answer answer = new Answer(response.getStatus(), content(response));
            if (answer.status() >= 500 || answer.status() == 429) {
                throw new IOException("status " + answer.status() + ": " + answer.body());
            }
            return answer;
        } catch (IOException | RuntimeException exception) {
            fail();
            throw new Unavailable("OpenSearch does not answer: " + exception.getMessage(), exception);
        }
    }

    private static String address(String path) {
        int end = path.indexOf('?');
        return end < 0 ? path : path.substring(0, end);
    }

    private static Map<String, String> query(String path) {
        Map<String, String> parameters = new java.util.LinkedHashMap<>();
        int start = path.indexOf('?');
        if (start >= 0) {
            for (String pair : path.substring(start + 1).split("&")) {
                int equals = pair.indexOf('=');
                parameters.put(pair.substring(0, equals), pair.substring(equals + 1));
            }
        }
        return parameters;
    }

    private JsonNode content(Response response) throws IOException {
        String text = response.getBody().map(Body::bodyAsString).orElse("");
        return text.startsWith("{") || text.startsWith("[") ? json.readTree(text) : json.createObjectNode();
    }

    private synchronized OpenSearchTransport client() {
        OpenSearchTransport current = transport;
        if (current == null) {
            current = build();
            transport = current;
        }
        return current;
    }

    private OpenSearchTransport build() {
        URI address = URI.create(properties.url());
        HttpHost host = new HttpHost(address.getScheme(), address.getHost(), port(address));
        ApacheHttpClient5TransportBuilder builder = ApacheHttpClient5TransportBuilder.builder(host)
                .setMapper(new JacksonJsonpMapper())
                .setRequestConfigCallback(
                        request -> request.setResponseTimeout(patience.toMillis(), TimeUnit.MILLISECONDS))
                .setConnectionConfigCallback(
                        connection -> connection.setConnectTimeout(patience.toMillis(), TimeUnit.MILLISECONDS));
        if (!properties.user().isBlank()) {
            BasicCredentialsProvider credentials = new BasicCredentialsProvider();
            credentials.setCredentials(
                    new AuthScope(host),
                    new UsernamePasswordCredentials(
                            properties.user(), properties.password().toCharArray()));
            builder.setHttpClientConfigCallback(http -> http.setDefaultCredentialsProvider(credentials));
        }
        if (address.getPath() != null && address.getPath().length() > 1) {
            builder.setPathPrefix(address.getPath());
        }
        return builder.build();
    }

    private static int port(URI address) {
        return address.getPort() > 0 ? address.getPort() : address.getScheme().equals("https") ? 443 : 80;
    }

    private void fail() {
        closedUntil = clock.instant().plus(properties.pause());
        close();
    }

    @Override
    public synchronized void close() {
        OpenSearchTransport current = transport;
        transport = null;
        if (current != null) {
            try {
                current.close();
            } catch (IOException exception) {
                // it is being thrown away
            }
        }
    }
}
