// SPDX-License-Identifier: Apache-2.0
package org.cabildo.identity.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.cabildo.platform.Site;
import org.cabildo.platform.web.SiteContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps a session to the site where it began: on another tenant's host it gives nothing, and the attempt is logged.
 * Ends sessions that have lasted too long, however busy they are.
 */
class SessionSite extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger(SessionSite.class);
    static final String ATTRIBUTE = "cabildo.site";
    private static final String TENANT = "tenant ";

    private final Duration limit;
    private final Clock clock;

    SessionSite(Duration limit, Clock clock) {
        this.limit = limit;
        this.clock = clock;
    }

    /** Binds the session to the request's site. */
    static void bind(HttpServletRequest request) {
        request.getSession(true).setAttribute(ATTRIBUTE, key(SiteContext.of(request)));
    }

    /** The tenant of a bound session; empty for the console's. */
    static Optional<Integer> tenant(@Nullable Object bound) {
        return bound instanceof String key && key.startsWith(TENANT)
                ? Optional.of(Integer.valueOf(key.substring(TENANT.length())))
                : Optional.empty();
    }

    private static String key(Site site) {
        return site.tenant() == null ? "console" : TENANT + site.tenant().value();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        if (session != null) {
            String here = key(SiteContext.of(request));
            Object there = session.getAttribute(ATTRIBUTE);
            if (!here.equals(there)) {
                log.warn("A session of {} was shown to {} and refused", there, here);
                response.sendError(HttpServletResponse.SC_FORBIDDEN);
                return;
            }
            if (Instant.ofEpochMilli(session.getCreationTime()).plus(limit).isBefore(clock.instant())) {
                session.invalidate();
            }
        }
        chain.doFilter(request, response);
    }
}
