// SPDX-License-Identifier: Apache-2.0
package org.cabildo.gateway.upstream;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Map;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.MonitoringResponseOutOfOrderStrategy;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.cabildo.gateway.GatewaySettings;
import org.cabildo.gateway.request.EdgeRequest;
import org.cabildo.gateway.request.Target;
import org.springframework.cloud.gateway.server.mvc.handler.GatewayRouterFunctions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.function.RequestPredicate;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * The routes, and the client that they use: blocking HTTP/1.1 on the request's own virtual thread, which neither
 * follows redirects nor keeps cookies nor unpacks bodies.
 */
@Configuration(proxyBeanMethods = false)
class UpstreamConfiguration {

    /** Shorter than the 20 seconds after which the servers behind close idle connections. */
    private static final TimeValue KEEP_ALIVE = TimeValue.ofSeconds(12);

    @Bean
    Map<Target, Upstream> upstreams(GatewaySettings settings) {
        return Map.of(
                Target.MONOLITH,
                Upstream.of(
                        Target.MONOLITH,
                        settings.upstreamUrl(),
                        settings.upstream().breakerOpen()),
                Target.IDENTITY,
                Upstream.of(
                        Target.IDENTITY,
                        settings.identityUrl(),
                        settings.upstream().breakerOpen()));
    }

    @Bean
    MeterBinder breakerMeters(Map<Target, Upstream> upstreams) {
        return registry -> upstreams
                .values()
                .forEach(upstream -> Gauge.builder(
                                "cabildo.gateway.breaker.open",
                                () -> upstream.breaker().getState() == CircuitBreaker.State.CLOSED ? 0 : 1)
                        .description("Whether the server behind is thought to be away")
                        .tag("target", upstream.target().name())
                        .register(registry));
    }

    @Bean
    RouterFunction<ServerResponse> routes(Forwarding forwarding) {
        return GatewayRouterFunctions.route("sites")
                .route(leadsTo(Target.MONOLITH), forwarding)
                .build()
                .and(GatewayRouterFunctions.route("identity")
                        .route(leadsTo(Target.IDENTITY), forwarding)
                        .build());
    }

    private static RequestPredicate leadsTo(Target target) {
        return request -> EdgeRequest.of(request.servletRequest())
                .filter(edge -> edge.target() == target)
                .isPresent();
    }

    @Bean(destroyMethod = "close")
    CloseableHttpClient upstreamClient(GatewaySettings settings) {
        GatewaySettings.Upstream limits = settings.upstream();
        PoolingHttpClientConnectionManager connections = connections(limits);
        return HttpClients.custom()
                .setConnectionManager(connections)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(Timeout.of(limits.connectTimeout()))
                        .setResponseTimeout(Timeout.of(limits.responseTimeout()))
                        .setExpectContinueEnabled(false)
                        .setProtocolUpgradeEnabled(false)
                        .build())
                .setRetryStrategy(new StaleConnectionRetry(() -> connections.closeIdle(TimeValue.ZERO_MILLISECONDS)))
                .setKeepAliveStrategy((response, context) -> KEEP_ALIVE)
                .evictIdleConnections(KEEP_ALIVE)
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .disableDefaultUserAgent()
                .build();
    }

    private static PoolingHttpClientConnectionManager connections(GatewaySettings.Upstream limits) {
        Http1Config http = Http1Config.custom()
                .setMaxHeaderCount(200)
                .setMaxLineLength(64 * 1024)
                .build();
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(http)
                        // An upload that is refused early is answered with that refusal, not with a broken connection.
                        .responseOutOfOrderStrategy(new MonitoringResponseOutOfOrderStrategy(16 * 1024, 256))
                        .build())
                .setMaxConnPerRoute(limits.maxConnections())
                .setMaxConnTotal(limits.maxConnections() * 2)
                .setDefaultSocketConfig(
                        SocketConfig.custom().setTcpNoDelay(true).build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(limits.connectTimeout()))
                        .setSocketTimeout(Timeout.of(limits.responseTimeout()))
                        .setValidateAfterInactivity(TimeValue.ofMilliseconds(500))
                        .build())
                .build();
    }
}
