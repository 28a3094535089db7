// SPDX-License-Identifier: Apache-2.0
package org.cabildo.gateway.request;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.cabildo.gateway.directory.SiteEntry;
import org.jspecify.annotations.Nullable;

/**
 * What the gateway itself knows about a request, from the connection and not from what the client claims.
 *
 * @param id correlation id
 * @param client address of the client
 * @param scheme scheme that the browser used
 * @param port port that the browser used
 * @param host canonical host name
 * @param target the server that answers, or null for an unknown host
 * @param site the site, or null on the sign-in host and on unknown hosts
 */
public record EdgeRequest(
        String id,
        String client,
        String scheme,
        int port,
        String host,
        @Nullable Target target,
        @Nullable SiteEntry site) {

    private static final String ATTRIBUTE = EdgeRequest.class.getName();

    /** The knowledge that was attached to a request, absent for requests that were refused before. */
    public static Optional<EdgeRequest> of(HttpServletRequest request) {
        return Optional.ofNullable((EdgeRequest) request.getAttribute(ATTRIBUTE));
    }

    public void attachTo(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    /** Short name under which requests are counted: a tenant, {@code console}, {@code identity} or {@code unknown}. */
    public String tenant() {
        if (site != null) {
            return site.tenant();
        }
        return target == Target.IDENTITY ? "identity" : "unknown";
    }

    /** The port as an authority writes it, -1 where the scheme implies it. */
    public int explicitPort() {
        boolean implied = scheme.equals("https") ? port == 443 : port == 80;
        return implied ? -1 : port;
    }
}
