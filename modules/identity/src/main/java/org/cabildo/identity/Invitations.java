// SPDX-License-Identifier: Apache-2.0
package org.cabildo.identity;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.cabildo.platform.Actor;
import org.cabildo.platform.TenantId;
import org.jspecify.annotations.Nullable;

/** Invitations by mail to work for a tenant. Called inside of the tenant. */
public interface Invitations {

    /**
     * Invites whoever holds an address. Somebody who is invited already is sent a new mail, with these roles.
     *
     * @param locale language tag of the mail
     * @throws AlreadyMember when somebody with this address works for the tenant
     */
    void invite(TenantId tenant, String email, Set<String> roles, String locale, Actor actor);

    /** Invitations that wait, newest first, expired ones too. */
    List<Invitation> open(TenantId tenant, @Nullable UUID olderThan, int atMost);

    int countOpen(TenantId tenant);

    Optional<Invitation> find(TenantId tenant, UUID id);

    /** Sends the mail again, with a new link; the one before stops working. */
    void resend(TenantId tenant, UUID id, Actor actor);

    /** Takes an invitation back. */
    void revoke(TenantId tenant, UUID id, Actor actor);

    /** The invitation of a link that works. */
    Optional<Invitation> byToken(TenantId tenant, String token);

    /**
     * Gives its roles to whoever shows the link and is signed in with the address that it was sent to. Answers whether
     * that was so.
     */
    boolean accept(TenantId tenant, String token, Identified who);

    /** Says that somebody with an address works for the tenant already. */
    class AlreadyMember extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public AlreadyMember() {
            super("Somebody with this address is a member");
        }
    }
}
