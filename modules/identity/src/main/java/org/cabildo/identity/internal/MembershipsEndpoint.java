// SPDX-License-Identifier: Apache-2.0
package org.cabildo.identity.internal;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.cabildo.identity.Accounts;
import org.cabildo.identity.Identified;
import org.cabildo.identity.Memberships;
import org.cabildo.platform.Actor;
import org.cabildo.platform.Site;
import org.cabildo.platform.Sites;
import org.cabildo.platform.TenantContext;
import org.cabildo.platform.TenantId;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.stereotype.Component;

/**
 * Gives people roles from the command line, on the management port: a new installation's first administrators. Who has
 * not signed in yet is known by their address, which must be verified once they do.
 */
@Component
@Endpoint(id = "memberships")
class MembershipsEndpoint {

    private final Sites sites;
    private final Memberships memberships;
    private final Roles roles;
    private final Accounts accounts;

    MembershipsEndpoint(Sites sites, Memberships memberships, Roles roles, Accounts accounts) {
        this.sites = sites;
        this.memberships = memberships;
        this.roles = roles;
        this.accounts = accounts;
    }

    @WriteOperation
    WebEndpointResponse<Map<String, String>> enrol(String email, String tenant, String role) {
        Optional<Site> site = sites.bySlug(tenant);
        String key = role.toLowerCase(Locale.ROOT);
        if (site.isEmpty()) {
            return refused(404, "There is no tenant " + tenant);
        }
        if (!roles.of(site.get()).contains(key) || !email.contains("@")) {
            return refused(422, "A tenant's role and a mail address are needed");
        }
        TenantId id = site.get().requireTenant();
        Optional<Identified> account = verified(email);
        TenantContext.run(
                id,
                () -> account.ifPresentOrElse(
                        who -> memberships.enrol(id, who, key, Actor.SYSTEM),
                        () -> memberships.enrol(id, email, key, Actor.SYSTEM)));
        return new WebEndpointResponse<>(Map.of("tenant", tenant, "role", key), 200);
    }

    private Optional<Identified> verified(String email) {
        try {
            return accounts.byAddress(email).filter(Identified::verified);
        } catch (Accounts.Unreachable unreachable) {
            return Optional.empty(); // the role waits for the address
        }
    }

    private static WebEndpointResponse<Map<String, String>> refused(int status, String detail) {
        return new WebEndpointResponse<>(Map.of("detail", detail), status);
    }
}
