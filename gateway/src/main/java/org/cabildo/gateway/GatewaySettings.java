// SPDX-License-Identifier: Apache-2.0
package org.cabildo.gateway;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Everything that can be set about the gateway. The README lists the environment variables.
 *
 * @param baseDomain domain under which portals, {@code console} and {@code id} live
 * @param publicScheme scheme that browsers use, {@code http} or {@code https}
 * @param publicPort port that browsers use
 * @param trustedProxies address ranges (CIDR) whose {@code X-Forwarded-For} and {@code X-Forwarded-Proto} are believed
 * @param stateDir folder of the last site directory
 * @param upstreamUrl the monolith
 * @param upstreamManagementUrl the monolith's management port, which serves the site directory
 * @param identityUrl Keycloak
 * @param internalToken secret shared with the monolith
 */
@ConfigurationProperties("cabildo.gateway")
public record GatewaySettings(
        @DefaultValue("cabildo.localhost") String baseDomain,
        @DefaultValue("http") String publicScheme,
        @DefaultValue("8080") int publicPort,
        @DefaultValue List<String> trustedProxies,
        @DefaultValue(".cabildo/gateway") Path stateDir,
        @DefaultValue("http://127.0.0.1:8081") URI upstreamUrl,
        @DefaultValue("http://127.0.0.1:8091") URI upstreamManagementUrl,
        @DefaultValue("http://127.0.0.1:18080") URI identityUrl,
        @DefaultValue("") String internalToken,
        @DefaultValue Directory directory,
        @DefaultValue Upstream upstream,
        @DefaultValue Requests requests,
        @DefaultValue Rates rates,
        @DefaultValue Identity identity) {

    public GatewaySettings {
        if (!publicScheme.equals("http") && !publicScheme.equals("https")) {
            throw new IllegalArgumentException("The public scheme is http or https, not " + publicScheme);
        }
    }

    /**
     * @param poll pause between two questions to the monolith
     * @param refresh least time between two questions that unknown hosts cause
     * @param timeout longest wait for an answer
     */
    public record Directory(
            @DefaultValue("2s") Duration poll,
            @DefaultValue("1s") Duration refresh,
            @DefaultValue("3s") Duration timeout) {}

    /**
     * @param connectTimeout longest wait for a connection
     * @param responseTimeout longest silence of the server behind
     * @param maxConnections connections to each server behind
     * @param maxPerTenant requests of a tenant that may be under way at a time
     * @param maxPerClient requests of a client to a tenant that may be under way at a time
     * @param breakerOpen how long nothing is tried after repeated connection failures
     */
    public record Upstream(
            @DefaultValue("2s") Duration connectTimeout,
            @DefaultValue("60s") Duration responseTimeout,
            @DefaultValue("400") int maxConnections,
            @DefaultValue("100") int maxPerTenant,
            @DefaultValue("50") int maxPerClient,
            @DefaultValue("1s") Duration breakerOpen) {}

    /**
     * @param maxBody largest request body
     * @param maxUri longest request target, in characters
     * @param minBodyRate slowest upload, per second, after the grace period
     * @param bodyGrace how long an upload may be slower than that
     */
    public record Requests(
            @DefaultValue("25MB") DataSize maxBody,
            @DefaultValue("4096") int maxUri,
            @DefaultValue("512B") DataSize minBodyRate,
            @DefaultValue("20s") Duration bodyGrace) {}

    /**
     * Buckets are kept per tenant and client address, except for the tenant's own.
     *
     * @param client all requests
     * @param writes requests that may change something
     * @param signIn requests to {@code signInPaths}
     * @param search requests to {@code searchPaths}
     * @param tenantPerMinute a tenant's requests where the directory sets no quota
     * @param maxClients addresses remembered at a time
     */
    public record Rates(
            @DefaultValue("true") boolean enabled,
            @DefaultValue("3000/600") Rate client,
            @DefaultValue("300/60") Rate writes,
            @DefaultValue("120/60") Rate signIn,
            @DefaultValue("240/60") Rate search,
            @DefaultValue("6000") long tenantPerMinute,
            @DefaultValue("100000") int maxClients,

            @DefaultValue({
                "/login/**",
                "/oauth2/**",
                "/realms/*/login-actions/**",
                "/realms/*/protocol/openid-connect/**",
                "/realms/*/broker/**"
            })
            List<String> signInPaths,

            @DefaultValue({"/buscar", "/buscar/**", "/api/v1/search", "/api/v1/search/**"})
            List<String> searchPaths) {}

    /**
     * What of Keycloak is public. Its administration stays on its own port.
     *
     * @param paths patterns that pass
     * @param closedPaths patterns that do not pass although they match {@code paths}
     */
    public record Identity(
            @DefaultValue({"/realms/**", "/resources/**", "/robots.txt"})
            List<String> paths,

            @DefaultValue({"/realms/master", "/realms/master/**"})
            List<String> closedPaths) {}

    /** Host name of sign-in. */
    public String identityHost() {
        return "id." + baseDomain;
    }
}
