// SPDX-License-Identifier: Apache-2.0
package org.cabildo.identity.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.cabildo.platform.ModuleCatalogue;
import org.cabildo.platform.PlatformProperties;
import org.cabildo.platform.web.SiteContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses changes that a browser says another site asked for. Portals of one installation are sites of one another in
 * the browser's sense, so cookies alone don't tell them apart. Programs, which send no such headers, pass; what they
 * may do is decided by their token.
 */
class SameOrigin extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger(SameOrigin.class);
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private final PlatformProperties platform;
    private final ModuleCatalogue modules;

    SameOrigin(PlatformProperties platform, ModuleCatalogue modules) {
        this.platform = platform;
        this.modules = modules;
    }

    /** Where machines speak a standard's protocol, a key says what they may do and no session is looked at. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return modules.speakToMachines(request.getRequestURI());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!SAFE.contains(request.getMethod()) && foreign(request)) {
            log.warn(
                    "A change that another site asked for was refused on {}",
                    SiteContext.of(request).slug());
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        chain.doFilter(request, response);
    }

    private boolean foreign(HttpServletRequest request) {
        String fetched = request.getHeader("Sec-Fetch-Site");
        String origin = request.getHeader("Origin");
        return (fetched != null && !Set.of("same-origin", "none").contains(fetched))
                || (origin != null
                        && SiteContext.of(request).hosts().stream()
                                .noneMatch(host -> platform.origin(host).equals(origin)));
    }
}
