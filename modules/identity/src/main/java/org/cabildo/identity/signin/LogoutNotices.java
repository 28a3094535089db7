// SPDX-License-Identifier: Apache-2.0
package org.cabildo.identity.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Hears from the identity provider that somebody signed out there (OpenID Connect Back-Channel Logout 1.0) and ends
 * their sessions on all sites. The provider asks without a site's host name, so this comes before sites are looked for;
 * the signed token alone decides.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 5)
public class LogoutNotices extends OncePerRequestFilter {

    /** Where the provider sends its notices. */
    public static final String PATH = "/login/oauth2/logout/cabildo";

    private static final Logger log = LoggerFactory.getLogger(LogoutNotices.class);

    private final JwtDecoder tokens;
    private final Sessions sessions;

    LogoutNotices(Provider provider, Sessions sessions) {
        this.tokens = Tokens.ofLogout(provider);
        this.sessions = sessions;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().equals(PATH);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader("Cache-Control", "no-store");
        if (!request.getMethod().equals("POST")) {
            response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            return;
        }
        String token = request.getParameter("logout_token");
        try {
            Jwt notice = tokens.decode(token == null ? "" : token);
            sessions.endOfProvider(notice.getSubject(), notice.getClaimAsString("sid"));
        } catch (JwtException | IllegalArgumentException refused) {
            log.warn("A notice of sign-out was refused: {}", refused.getMessage());
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        }
    }
}
