// SPDX-License-Identifier: Apache-2.0
package org.cabildo.identity;

import java.net.URI;
import java.util.Optional;
import org.cabildo.platform.Actor;
import org.cabildo.platform.Site;

/**
 * A tenant's own identity provider (OpenID Connect), with which its staff can sign in. It is kept at our identity
 * provider and nowhere else, so no manifest or export carries its secret. Asks over the network: fails with {@link
 * Accounts.Unreachable} while ours is away.
 *
 * <p>What it says of addresses is not believed: it may not speak for people of other tenants.
 */
public interface OwnProvider {

    /** What is known of it; the secret is never given back. */
    record Settings(String name, String issuer, String clientId) {}

    /** What staff of the provider hand over. @param secret empty: the one before stays */
    record Access(String name, URI address, String clientId, String secret) {}

    Optional<Settings> of(Site site);

    /** The address that the provider must be told to send people back to. */
    String callback(Site site);

    /** @throws Refused when there is no provider at the address */
    void keep(Site site, Access access, Actor actor);

    void remove(Site site, Actor actor);

    /** Says that an address does not describe an identity provider. */
    class Refused extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public Refused(String message) {
            super(message);
        }
    }
}
