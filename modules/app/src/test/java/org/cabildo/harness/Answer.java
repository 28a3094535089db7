// SPDX-License-Identifier: Apache-2.0
package org.cabildo.harness;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;

/**
 * What a site answered.
 *
 * @param url the address as a browser would show it
 * @param transferred bytes of the body on the line, compressed where the server did so
 */
public record Answer(URI url, int status, HttpHeaders headers, byte[] body, int transferred) {

    static Answer of(URI url, HttpResponse<byte[]> response) {
        byte[] sent = response.body();
        boolean packed = response.headers()
                .firstValue("Content-Encoding")
                .filter("gzip"::equals)
                .isPresent();
        return new Answer(url, response.statusCode(), response.headers(), packed ? unpacked(sent) : sent, sent.length);
    }

    private static byte[] unpacked(byte[] packed) {
        if (packed.length == 0) {
            return packed;
        }
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return in.readAllBytes();
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** A header's first value, or nothing at all. */
    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    public String type() {
        return header("Content-Type").replaceAll(";.*", "").strip();
    }

    public boolean html() {
        return type().equals("text/html");
    }

    @Override
    public String toString() {
        return status + " " + url + (header("Location").isEmpty() ? "" : " -> " + header("Location"));
    }
}
