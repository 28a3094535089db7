// SPDX-License-Identifier: Apache-2.0
package org.cabildo.gateway.notice;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.cabildo.gateway.directory.SiteEntry;
import org.cabildo.gateway.request.EdgeRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes notices: for people as a page in the site's colours, for programs as a problem document (RFC 9457). */
@Component
public class Notices {

    private static final long SECONDS_TO_RECOVER = 10;
    private static final JsonMapper JSON = new JsonMapper();

    public void write(HttpServletRequest request, HttpServletResponse response, Notice notice) throws IOException {
        write(request, response, notice, notice.isOverload() ? SECONDS_TO_RECOVER : 0);
    }

    /** Writes a notice that asks to come back after so many seconds, none when 0. */
    public void write(HttpServletRequest request, HttpServletResponse response, Notice notice, long retryAfter)
            throws IOException {
        EdgeRequest edge = EdgeRequest.of(request).orElse(null);
        SiteEntry site = edge == null ? null : edge.site();
        Language language =
                Language.of(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE), site == null ? null : site.locale());
        request.setAttribute(Notice.attribute(), notice);
        response.setStatus(notice.status());
        if (retryAfter > 0) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(retryAfter));
        }
        if (notice == Notice.METHOD_NOT_ALLOWED) {
            response.setHeader(HttpHeaders.ALLOW, "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS");
        }
        if (notice.endsConnection()) {
            response.setHeader(HttpHeaders.CONNECTION, "close");
        }
        setSecurityHeaders(response, edge);
        byte[] body = Wish.of(request) == Wish.JSON
                ? problem(response, notice, language, edge)
                : page(request, response, notice, site, language, edge);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
        response.flushBuffer();
    }

    private static void setSecurityHeaders(HttpServletResponse response, @Nullable EdgeRequest edge) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(HttpHeaders.VARY, "Accept, Accept-Language");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "no-referrer");
        if (edge != null && edge.scheme().equals("https")) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000");
        }
    }

    private static byte[] page(
            HttpServletRequest request,
            HttpServletResponse response,
            Notice notice,
            @Nullable SiteEntry site,
            Language language,
            @Nullable EdgeRequest edge) {
        boolean repeatable =
                request.getMethod().equals("GET") && (notice.isOverload() || notice == Notice.TOO_MANY_REQUESTS);
        NoticePage page = NoticePage.of(notice, site, language, edge == null ? null : edge.id(), repeatable);
        response.setHeader("Content-Security-Policy", page.policy());
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, language.tag());
        response.setContentType("text/html;charset=UTF-8");
        return page.html().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] problem(
            HttpServletResponse response, Notice notice, Language language, @Nullable EdgeRequest edge) {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "about:blank");
        problem.put("title", language.word(notice.key() + ".title"));
        problem.put("status", notice.status());
        problem.put("detail", language.word(notice.key() + ".text"));
        problem.put("code", notice.key());
        if (edge != null) {
            problem.put("requestId", edge.id());
        }
        response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, language.tag());
        response.setContentType("application/problem+json");
        return JSON.writeValueAsBytes(problem);
    }
}
