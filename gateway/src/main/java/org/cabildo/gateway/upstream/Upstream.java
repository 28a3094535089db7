// SPDX-License-Identifier: Apache-2.0
package org.cabildo.gateway.upstream;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.net.URI;
import java.time.Duration;
import org.cabildo.gateway.request.Target;

/**
 * A server behind the gateway, with the breaker that keeps requests from waiting for it while it cannot be reached. Only
 * connection failures open the breaker: a slow page of one tenant must not close the portals of the others.
 */
record Upstream(Target target, URI address, CircuitBreaker breaker) {

    static Upstream of(Target target, URI address, Duration open) {
        CircuitBreakerConfig config = CircuitBreakerConfig.custom()
                .slidingWindow(
                        10,
                        5,
                        SlidingWindowType.COUNT_BASED,
                        CircuitBreakerConfig.SlidingWindowSynchronizationStrategy.LOCK_FREE)
                .failureRateThreshold(60)
                .waitDurationInOpenState(open)
                .permittedNumberOfCallsInHalfOpenState(1)
                .maxWaitDurationInHalfOpenState(Duration.ofSeconds(2))
                .build();
        return new Upstream(target, address, CircuitBreaker.of(target.name(), config));
    }
}
