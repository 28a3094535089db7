// SPDX-License-Identifier: Apache-2.0
package org.cabildo.gateway.notice;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** Whether a page or a document for programs is wished for. */
enum Wish {
    HTML,
    JSON;

    static Wish of(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        double html = 0;
        double json = 0;
        for (MediaType type : types(accept == null ? "" : accept)) {
            String subtype = type.getSubtype().toLowerCase(Locale.ROOT);
            if (subtype.equals("html") || subtype.equals("xhtml+xml")) {
                html = Math.max(html, type.getQualityValue());
            } else if (subtype.equals("json") || subtype.endsWith("+json")) {
                json = Math.max(json, type.getQualityValue());
            }
        }
        if (html == json) {
            return isForPrograms(request.getRequestURI()) && html == 0 ? JSON : HTML;
        }
        return json > html ? JSON : HTML;
    }

    private static boolean isForPrograms(String uri) {
        return uri != null && (uri.startsWith("/api/") || uri.startsWith("/open311/") || uri.endsWith(".json"));
    }

    private static List<MediaType> types(String accept) {
        try {
            return accept.length() > 1_000 ? List.of() : MediaType.parseMediaTypes(accept);
        } catch (InvalidMediaTypeException ignored) {
            return List.of();
        }
    }
}
