// SPDX-License-Identifier: Apache-2.0
package org.cabildo.gateway.upstream;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.apache.hc.core5.http.Method;
import org.cabildo.gateway.notice.Notice;
import org.cabildo.gateway.notice.Notices;
import org.cabildo.gateway.request.EdgeRequest;
import org.cabildo.gateway.request.Target;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Passes a request on to its server, or says why that is not possible just now. */
@Component
class Forwarding implements HandlerFunction<ServerResponse> {

    private static final Logger log = LoggerFactory.getLogger(Forwarding.class);

    private final Map<Target, Upstream> upstreams;
    private final UpstreamExchange exchange;
    private final Notices notices;

    Forwarding(Map<Target, Upstream> upstreams, UpstreamExchange exchange, Notices notices) {
        this.upstreams = upstreams;
        this.exchange = exchange;
        this.notices = notices;
    }

    @Override
    public ServerResponse handle(ServerRequest request) {
        HttpServletRequest servletRequest = request.servletRequest();
        EdgeRequest edge = EdgeRequest.of(servletRequest).orElseThrow();
        Upstream upstream = Objects.requireNonNull(upstreams.get(Objects.requireNonNull(edge.target())));
        if (!upstream.breaker().tryAcquirePermission()) {
            return notice(absence(request), edge);
        }
        try {
            ServerResponse response = exchange.exchange(exchange.request(request)
                    .uri(RequestTarget.on(
                            upstream.address(), servletRequest.getRequestURI(), servletRequest.getQueryString()))
                    .headers(ForwardedHeaders.of(servletRequest, edge))
                    .build());
            return settle(upstream.breaker(), (ForwardedResponse) response, request, edge);
        } catch (UpstreamException e) {
            count(upstream.breaker(), e);
            log.debug("{} {}: {}", edge.id(), edge.target(), e.toString());
            return notice(e.notice(), edge);
        } catch (RuntimeException e) {
            upstream.breaker().releasePermission();
            throw e;
        }
    }

    private ServerResponse settle(
            CircuitBreaker breaker, ForwardedResponse response, ServerRequest request, EdgeRequest edge) {
        if (response.isAbsence()) {
            breaker.onError(0, TimeUnit.NANOSECONDS, new IllegalStateException("No server behind the address"));
            response.discard();
            return notice(absence(request), edge);
        }
        breaker.onSuccess(0, TimeUnit.NANOSECONDS);
        return response;
    }

    private static void count(CircuitBreaker breaker, UpstreamException failure) {
        if (failure.isUnreachable()) {
            breaker.onError(0, TimeUnit.NANOSECONDS, failure);
        } else {
            breaker.releasePermission();
        }
    }

    private static Notice absence(ServerRequest request) {
        return Method.isSafe(request.method().name()) ? Notice.MAINTENANCE : Notice.NOT_SENT;
    }

    private ServerResponse notice(Notice notice, EdgeRequest edge) {
        boolean signIn = edge.target() == Target.IDENTITY && notice.outcome().equals("unavailable");
        return new NoticeResponse(signIn ? Notice.SIGN_IN_UNAVAILABLE : notice, notices);
    }
}
