// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.cache;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An answer that may be given to anybody.
 *
 * @param type its content type
 * @param headers every header but those that belong to one connection or one moment
 * @param freshUntil until when it is given without asking again
 */
record CachedPage(String type, List<Header> headers, byte[] body, String etag, Instant freshUntil) {

    private static final Set<String> TYPES = Set.of(
            "text/html",
            "application/atom+xml",
            "application/rss+xml",
            "application/xml",
            "text/xml",
            "text/csv",
            "text/plain",
            "application/manifest+json");
    private static final Set<String> NOT_KEPT = Set.of(
            "date",
            "connection",
            "keep-alive",
            "transfer-encoding",
            "content-length",
            "content-type",
            "cache-status",
            "x-request-id",
            "server-timing");
    private static final Set<String> FORBIDDING = Set.of("private", "no-store", "no-cache");

    /** A header line. */
    record Header(String name, String value) {}

    /** The page of a response that says that anybody may have it; empty for every other response. */
    static Optional<CachedPage> of(HttpServletResponse response, byte[] body, Instant freshUntil) {
        String control = joined(response, "Cache-Control");
        String type = String.valueOf(response.getContentType());
        String etag = response.getHeader("ETag");
        List<String> directives = List.of(control.toLowerCase(Locale.ROOT).split("[\\s,]+"));
        boolean forAnybody = directives.contains("public")
                && directives.stream().map(directive -> directive.split("=")[0]).noneMatch(FORBIDDING::contains)
                && response.getHeader("Set-Cookie") == null
                && !joined(response, "Vary").contains("*");
        if (response.getStatus() != 200 || !forAnybody || !keeps(type)) {
            return Optional.empty();
        }
        List<Header> headers = new ArrayList<>();
        for (String name : response.getHeaderNames()) {
            if (!NOT_KEPT.contains(name.toLowerCase(Locale.ROOT))) {
                response.getHeaders(name).forEach(value -> headers.add(new Header(name, value)));
            }
        }
        return Optional.of(new CachedPage(type, List.copyOf(headers), body, etag == null ? "" : etag, freshUntil));
    }

    /** Whether answers of this type may be kept. */
    static boolean keeps(String type) {
        return TYPES.contains(type.split(";")[0].strip().toLowerCase(Locale.ROOT));
    }

    private static String joined(HttpServletResponse response, String header) {
        return String.join(", ", response.getHeaders(header));
    }

    boolean fresh(Instant now) {
        return now.isBefore(freshUntil);
    }

    int weight() {
        return body.length
                + headers.stream()
                        .mapToInt(header ->
                                header.name().length() + header.value().length())
                        .sum()
                + 512;
    }

    /** Answers with it, or says that the reader's own copy is still right. */
    void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Set<String> begun = new HashSet<>();
        for (Header header : headers) {
            if (begun.add(header.name().toLowerCase(Locale.ROOT))) {
                response.setHeader(header.name(), header.value());
            } else {
                response.addHeader(header.name(), header.value());
            }
        }
        if (!etag.isEmpty() && matches(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType(type);
        response.setContentLength(body.length);
        if (!request.getMethod().equals("HEAD")) {
            response.getOutputStream().write(body);
        }
    }

    /** Weak comparison, RFC 9110, 8.8.3.2. */
    private boolean matches(@Nullable String known) {
        if (known == null) {
            return false;
        }
        for (String tag : known.split(",")) {
            if (tag.strip().equals("*") || opaque(tag.strip()).equals(opaque(etag))) {
                return true;
            }
        }
        return false;
    }

    private static String opaque(String tag) {
        return tag.startsWith("W/") ? tag.substring(2) : tag;
    }
}
