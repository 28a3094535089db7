// SPDX-License-Identifier: Apache-2.0
package org.cabildo.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The few plain requests that a launcher makes, on the JDK's small client: no pool, no threads, no redirects. */
final class Http {

    record Answer(int status, String body) {
        boolean ok() {
            return status >= 200 && status < 300;
        }
    }

    private Http() {}

    static Answer get(String url, Map<String, String> headers) throws IOException {
        return send("GET", url, headers, null, null, Duration.ofSeconds(2));
    }

    static Answer send(
            String method,
            String url,
            Map<String, String> headers,
            @Nullable String contentType,
            @Nullable String body,
            Duration patience)
            throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(url).toURL().openConnection();
        connection.setRequestMethod(method);
        connection.setConnectTimeout(2_000);
        connection.setReadTimeout((int) patience.toMillis());
        connection.setInstanceFollowRedirects(false);
        headers.forEach(connection::setRequestProperty);
        if (contentType != null && body != null) {
            connection.setDoOutput(true);
            connection.setRequestProperty("Content-Type", contentType);
            connection.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
        }
        return answer(connection);
    }

    private static Answer answer(HttpURLConnection connection) throws IOException {
        int status = connection.getResponseCode();
        try (InputStream stream = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            return new Answer(status, stream == null ? "" : new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    /** Whether something answers with success; a refused connection is simply no. */
    static boolean answers(String url) {
        try {
            return get(url, Map.of()).ok();
        } catch (IOException notYet) {
            return false;
        }
    }
}
