// SPDX-License-Identifier: Apache-2.0
package org.cabildo.gateway.upstream;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.cabildo.gateway.request.EdgeRequest;
import org.cabildo.gateway.request.Target;
import org.springframework.http.HttpHeaders;

/**
 * Which headers pass. A client cannot tell the servers behind who it is, what it asked for or through whom; the gateway
 * tells them itself. Headers of a single connection (RFC 9110, section 7.6.1) end here in both directions.
 */
final class ForwardedHeaders {

    private static final Set<String> HOP_BY_HOP = Set.of(
            "connection",
            "keep-alive",
            "proxy-authenticate",
            "proxy-authorization",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "http2-settings",
            "expect");

    private static final Set<String> CLAIMS = Set.of(
            "host",
            "forwarded",
            "proxy",
            "x-request-id",
            "x-real-ip",
            "x-client-ip",
            "x-cluster-client-ip",
            "true-client-ip",
            "cf-connecting-ip",
            "x-http-method-override",
            "x-http-method",
            "x-method-override",
            "x-rewrite-url",
            "x-host",
            "x-scheme",
            "x-ssl-client-cert",
            "ssl-client-cert");

    private static final List<String> CLAIM_PREFIXES =
            List.of("x-forwarded", "x-original-", "x-tenant", "x-user", "x-cabildo", "x-envoy-", "x-auth-");

    private ForwardedHeaders() {}

    /** Headers for the server behind. The content length stays with the body and is not among them. */
    static HttpHeaders of(HttpServletRequest request, EdgeRequest edge) {
        Set<String> dropped = connectionOptions(Collections.list(request.getHeaders(HttpHeaders.CONNECTION)));
        HttpHeaders headers = new HttpHeaders();
        for (String name : Collections.list(request.getHeaderNames())) {
            String lower = name.toLowerCase(Locale.ROOT);
            if (!isHopByHop(lower) && !isClaim(lower) && !dropped.contains(lower) && !lower.equals("content-length")) {
                headers.addAll(name, Collections.list(request.getHeaders(name)));
            }
        }
        String port = edge.explicitPort() < 0 ? "" : ":" + edge.explicitPort();
        headers.set(HttpHeaders.HOST, edge.host() + port);
        headers.set("X-Forwarded-For", edge.client());
        headers.set("X-Forwarded-Proto", edge.scheme());
        headers.set("X-Forwarded-Port", Integer.toString(edge.port()));
        headers.set("X-Request-Id", edge.id());
        if (edge.target() == Target.IDENTITY) {
            headers.set("X-Forwarded-Host", edge.host() + port);
        }
        return headers;
    }

    /** Options of a connection name further headers that end with it. */
    static Set<String> connectionOptions(List<String> connection) {
        Set<String> options = new HashSet<>();
        for (String line : connection) {
            for (String option : line.split(",")) {
                options.add(option.strip().toLowerCase(Locale.ROOT));
            }
        }
        return options;
    }

    static boolean isHopByHop(String lowerCaseName) {
        return HOP_BY_HOP.contains(lowerCaseName);
    }

    /** Some servers read an underscore as a hyphen. */
    private static boolean isClaim(String lowerCaseName) {
        String name = lowerCaseName.replace('_', '-');
        return CLAIMS.contains(name) || CLAIM_PREFIXES.stream().anyMatch(name::startsWith);
    }
}
