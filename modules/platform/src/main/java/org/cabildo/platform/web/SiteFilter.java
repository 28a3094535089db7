// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.cabildo.platform.Site;
import org.cabildo.platform.SiteStatus;
import org.cabildo.platform.Sites;
import org.cabildo.platform.TenantContext;
import org.cabildo.platform.TenantId;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Finds the site from the host name and binds its tenant around the rest of the request. A host that is not known gets
 * 421 (RFC 9110, 15.5.20), never a default tenant; a host that is not the canonical one is redirected to it with 308,
 * which keeps path, method and body.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class SiteFilter extends OncePerRequestFilter {

    private static final String MISDIRECTED = "{\"type\":\"about:blank\",\"title\":\"Misdirected Request\","
            + "\"status\":421,\"detail\":\"No site answers to this host name.\"}";

    private final Sites sites;

    SiteFilter(Sites sites) {
        this.sites = sites;
    }

    @Override
    protected boolean shouldNotFilterAsyncDispatch() {
        return false;
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String host = host(request);
        Optional<Site> found = sites.byHost(host);
        if (found.isEmpty()) {
            misdirected(response);
            return;
        }
        Site site = found.get();
        if (!host.equals(site.canonicalHost())) {
            String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
            response.setStatus(HttpServletResponse.SC_PERMANENT_REDIRECT);
            response.setHeader("Location", sites.url(site, request.getRequestURI() + query));
            return;
        }
        SiteContext.bind(request, site);
        MDC.put("tenant", site.slug());
        try {
            enter(site, request, response, chain);
        } finally {
            MDC.remove("tenant");
        }
    }

    private static void enter(Site site, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (site.status() == SiteStatus.CLOSED) {
            response.sendError(HttpServletResponse.SC_GONE);
            return;
        }
        if (site.tenant() == null) {
            chain.doFilter(request, response);
            return;
        }
        serve(site.tenant(), request, response, chain);
    }

    private static void serve(
            TenantId tenant, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            TenantContext.call(tenant, () -> {
                chain.doFilter(request, response);
                return true;
            });
        } catch (ServletException | IOException | RuntimeException exception) {
            throw exception;
        } catch (Exception exception) {
            throw new ServletException(exception);
        }
    }

    private static String host(HttpServletRequest request) {
        String name = request.getServerName().toLowerCase(Locale.ROOT);
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }

    private static void misdirected(HttpServletResponse response) throws IOException {
        response.setStatus(421);
        response.setContentType("application/problem+json");
        response.getOutputStream().write(MISDIRECTED.getBytes(StandardCharsets.UTF_8));
    }
}
