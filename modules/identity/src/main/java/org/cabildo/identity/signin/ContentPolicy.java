// SPDX-License-Identifier: Apache-2.0
package org.cabildo.identity.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.stream.Collectors;
import org.cabildo.platform.web.ImageOrigins;
import org.springframework.security.web.header.HeaderWriter;

/**
 * The content security policy of answers that bring none of their own: nothing but the site's own, no inline script or
 * style, forms to the site and to the identity provider, and pictures of the servers that the handler named.
 */
record ContentPolicy(String provider) implements HeaderWriter {

    private static final String HEADER = "Content-Security-Policy";

    @Override
    public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
        if (response.containsHeader(HEADER)) {
            return;
        }
        String pictures = ImageOrigins.of(request).stream()
                .sorted()
                .map(origin -> " " + origin)
                .collect(Collectors.joining());
        response.setHeader(
                HEADER,
                "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:" + pictures
                        + "; font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self' " + provider
                        + "; frame-ancestors 'none'; base-uri 'none'");
    }
}
