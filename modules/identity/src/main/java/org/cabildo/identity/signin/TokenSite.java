// SPDX-License-Identifier: Apache-2.0
package org.cabildo.identity.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import org.cabildo.platform.Actor;
import org.cabildo.platform.Site;
import org.cabildo.platform.web.Actors;
import org.cabildo.platform.web.SiteContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps an access token to the tenants that it was issued for: it must name the host's tenant as an organization, and
 * whoever it stands for must have a role there. The claim alone gives nothing.
 */
class TokenSite extends OncePerRequestFilter {

    private static final Logger log = LoggerFactory.getLogger(TokenSite.class);

    private final Actors actors;

    TokenSite(Actors actors) {
        this.actors = actors;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication instanceof JwtAuthenticationToken token) {
            Site site = SiteContext.of(request);
            if (!names(token, site) || !actors.of(request).map(Actor::staff).orElse(false)) {
                log.warn("An access token that is not for {} was refused there", site.slug());
                response.sendError(HttpServletResponse.SC_FORBIDDEN);
                return;
            }
        }
        chain.doFilter(request, response);
    }

    private static boolean names(JwtAuthenticationToken token, Site site) {
        Object organizations = token.getToken().getClaims().get("organization");
        if (site.tenant() == null) {
            return false;
        }
        return organizations instanceof Map<?, ?> byAlias
                ? byAlias.containsKey(site.slug())
                : organizations instanceof Collection<?> aliases && aliases.contains(site.slug());
    }
}
