// SPDX-License-Identifier: Apache-2.0
package org.cabildo.identity.keycloak;

import java.util.Optional;
import org.cabildo.identity.Memberships;
import org.cabildo.identity.events.InvitationAccepted;
import org.cabildo.identity.events.MembershipChanged;
import org.cabildo.platform.Sites;
import org.cabildo.platform.TenantContext;
import org.cabildo.platform.TenantId;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Repeats at the identity provider what has happened here: who belongs to a tenant's organization, and whose address has
 * been shown to be theirs. While the provider is away, events wait in the registry. Nothing is ever read back: what
 * people may do is decided by our own tables.
 */
@Component
class KeycloakMirror {

    private final KeycloakAdmin keycloak;
    private final KeycloakAccounts accounts;
    private final Organizations organizations;
    private final Memberships memberships;
    private final Sites sites;

    KeycloakMirror(
            KeycloakAdmin keycloak,
            KeycloakAccounts accounts,
            Organizations organizations,
            Memberships memberships,
            Sites sites) {
        this.keycloak = keycloak;
        this.accounts = accounts;
        this.organizations = organizations;
        this.memberships = memberships;
        this.sites = sites;
    }

    @Async
    @TransactionalEventListener(id = "identity.organization-members")
    void on(MembershipChanged changed) {
        TenantId tenant = new TenantId(changed.tenant());
        Optional<Memberships.Account> account =
                TenantContext.get(tenant, () -> memberships.account(tenant, changed.person()));
        if (keycloak.configured() && account.isPresent()) {
            sites.byTenant(tenant)
                    .ifPresent(site -> organizations.keep(
                            site.slug(),
                            account.get().subject(),
                            !account.get().roles().isEmpty()));
        }
    }

    @Async
    @TransactionalEventListener(id = "identity.verified-addresses")
    void on(InvitationAccepted accepted) {
        TenantId tenant = new TenantId(accepted.tenant());
        if (keycloak.configured()) {
            TenantContext.get(tenant, () -> memberships.provedAddress(tenant, accepted.invitation(), accepted.person()))
                    .ifPresent(proved -> accounts.verified(proved.subject(), proved.email()));
        }
    }
}
