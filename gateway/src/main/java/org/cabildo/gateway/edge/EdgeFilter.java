// SPDX-License-Identifier: Apache-2.0
package org.cabildo.gateway.edge;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.cabildo.gateway.GatewaySettings;
import org.cabildo.gateway.directory.SiteDirectory;
import org.cabildo.gateway.notice.Notice;
import org.cabildo.gateway.notice.Notices;
import org.cabildo.gateway.request.Arrivals;
import org.cabildo.gateway.request.EdgeRequest;
import org.cabildo.gateway.request.RequestPath;
import org.cabildo.gateway.request.Target;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.pattern.PathPattern;

/** Decides whether a request may pass, before anything is asked of the servers behind. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class EdgeFilter extends OncePerRequestFilter {

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private final GatewaySettings settings;
    private final Arrivals arrivals;
    private final RateLimits rateLimits;
    private final SiteDirectory directory;
    private final Notices notices;
    private final List<PathPattern> identityPaths;
    private final List<PathPattern> closedIdentityPaths;
    private final InFlight<Visitor> visitors;
    private final InFlight<String> tenants;

    private record Visitor(String tenant, String client) {}

    EdgeFilter(
            GatewaySettings settings,
            Arrivals arrivals,
            RateLimits rateLimits,
            SiteDirectory directory,
            Notices notices) {
        this.settings = settings;
        this.arrivals = arrivals;
        this.rateLimits = rateLimits;
        this.directory = directory;
        this.notices = notices;
        this.identityPaths = RequestPath.patterns(settings.identity().paths());
        this.closedIdentityPaths = RequestPath.patterns(settings.identity().closedPaths());
        this.visitors = new InFlight<>(settings.upstream().maxPerClient());
        this.tenants = new InFlight<>(settings.upstream().maxPerTenant());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        EdgeRequest edge = arrivals.read(request);
        edge.attachTo(request);
        response.setHeader("X-Request-Id", edge.id());
        RequestPath path = RequestPath.of(request);
        Notice refusal = refusal(edge, request, path);
        if (refusal != null) {
            notices.write(request, response, refusal);
            return;
        }
        OptionalLong wait = rateLimits.refusal(edge, request.getMethod(), path);
        if (wait.isPresent()) {
            notices.write(request, response, Notice.TOO_MANY_REQUESTS, wait.getAsLong());
            return;
        }
        Visitor visitor = new Visitor(edge.tenant(), edge.client());
        if (!visitors.enter(visitor)) {
            notices.write(request, response, Notice.TOO_MANY_REQUESTS, 1);
            return;
        }
        try {
            forward(edge, request, response, chain);
        } finally {
            visitors.leave(visitor);
        }
    }

    /** However slow the pages of a tenant are, connections are left for the others. */
    private void forward(EdgeRequest edge, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!tenants.enter(edge.tenant())) {
            notices.write(request, response, Notice.BUSY);
            return;
        }
        try {
            chain.doFilter(new BoundedRequest(request, settings.requests()), response);
        } finally {
            tenants.leave(edge.tenant());
        }
    }

    private @Nullable Notice refusal(EdgeRequest edge, HttpServletRequest request, RequestPath path) {
        if (edge.target() == null) {
            return directory.isKnown() ? Notice.UNKNOWN_HOST : Notice.STARTING;
        }
        if (!METHODS.contains(request.getMethod())) {
            return Notice.METHOD_NOT_ALLOWED;
        }
        String query = request.getQueryString();
        if (request.getRequestURI().length() + (query == null ? 0 : query.length())
                > settings.requests().maxUri()) {
            return Notice.ADDRESS_TOO_LONG;
        }
        if (path.odd()) {
            return Notice.BAD_REQUEST;
        }
        if (path.isInternal() || edge.target() == Target.IDENTITY && !isPublic(path)) {
            return Notice.NOT_FOUND;
        }
        return request.getContentLengthLong() > settings.requests().maxBody().toBytes() ? Notice.TOO_LARGE : null;
    }

    private boolean isPublic(RequestPath path) {
        return path.matches(identityPaths) && !path.matches(closedIdentityPaths);
    }
}
