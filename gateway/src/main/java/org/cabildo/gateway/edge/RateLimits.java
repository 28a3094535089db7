// SPDX-License-Identifier: Apache-2.0
package org.cabildo.gateway.edge;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.cabildo.gateway.GatewaySettings;
import org.cabildo.gateway.Rate;
import org.cabildo.gateway.request.EdgeRequest;
import org.cabildo.gateway.request.RequestPath;
import org.springframework.stereotype.Component;
import org.springframework.web.util.pattern.PathPattern;

/**
 * Token buckets in memory: for each client of a tenant, with stricter ones for writing, sign-in and search, and one for
 * each tenant. Buckets of clients that went away are forgotten, and their number is bounded.
 */
@Component
class RateLimits {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private enum Kind {
        CLIENT,
        WRITES,
        SIGN_IN,
        SEARCH
    }

    private record ClientKey(Kind kind, String tenant, String client) {}

    private record TenantKey(String tenant, long perMinute) {}

    private final GatewaySettings.Rates rates;
    private final List<PathPattern> signIn;
    private final List<PathPattern> search;
    private final Cache<ClientKey, Bucket> clients;
    private final Cache<TenantKey, Bucket> tenants;

    RateLimits(GatewaySettings settings) {
        this.rates = settings.rates();
        this.signIn = RequestPath.patterns(rates.signInPaths());
        this.search = RequestPath.patterns(rates.searchPaths());
        this.clients = Caffeine.newBuilder()
                .maximumSize(rates.maxClients())
                .expireAfterAccess(Duration.ofMinutes(5))
                .build();
        this.tenants = Caffeine.newBuilder()
                .maximumSize(50_000)
                .expireAfterAccess(Duration.ofMinutes(10))
                .build();
    }

    /** Takes one token of each bucket that applies. When one is empty, tells after how many seconds it will not be. */
    OptionalLong refusal(EdgeRequest edge, String method, RequestPath path) {
        if (!rates.enabled()) {
            return OptionalLong.empty();
        }
        String client = clientKey(edge.client());
        long wait = 0;
        if (path.matches(signIn)) {
            wait = take(Kind.SIGN_IN, rates.signIn(), edge, client);
        } else if (!READING.contains(method)) {
            wait = take(Kind.WRITES, rates.writes(), edge, client);
        } else if (path.matches(search)) {
            wait = take(Kind.SEARCH, rates.search(), edge, client);
        }
        if (wait == 0) {
            wait = take(Kind.CLIENT, rates.client(), edge, client);
        }
        if (wait == 0) {
            wait = take(tenantBucket(edge));
        }
        return wait == 0 ? OptionalLong.empty() : OptionalLong.of(Math.max(1, Math.ceilDiv(wait, 1_000_000_000L)));
    }

    private long take(Kind kind, Rate rate, EdgeRequest edge, String client) {
        return take(clients.get(new ClientKey(kind, edge.tenant(), client), key -> bucket(rate)));
    }

    private static long take(Bucket bucket) {
        return bucket.tryConsumeAndReturnRemaining(1).getNanosToWaitForRefill();
    }

    private Bucket tenantBucket(EdgeRequest edge) {
        long perMinute =
                edge.site() == null ? rates.tenantPerMinute() : edge.site().requestsPerMinute(rates.tenantPerMinute());
        return tenants.get(new TenantKey(edge.tenant(), perMinute), key -> bucket(new Rate(perMinute, perMinute)));
    }

    private static Bucket bucket(Rate rate) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(rate.burst()).refillGreedy(rate.perMinute(), Duration.ofMinutes(1)))
                .build();
    }

    /** An IPv6 subscriber owns a whole /64, so that its addresses share buckets. */
    private static String clientKey(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        try {
            InetAddress parsed = InetAddress.ofLiteral(address);
            return parsed instanceof Inet6Address
                    ? HexFormat.of().formatHex(parsed.getAddress(), 0, 8)
                    : parsed.getHostAddress();
        } catch (IllegalArgumentException ignored) {
            return address;
        }
    }
}
