// SPDX-License-Identifier: Apache-2.0
package org.cabildo.identity;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.cabildo.platform.Actor;
import org.cabildo.platform.TenantId;
import org.jspecify.annotations.Nullable;

/** Who works for a tenant, and as what. Called inside of the tenant. */
public interface Memberships {

    /** Carries every permission. A tenant keeps at least one person with it. */
    String ADMINISTRATOR = "administrator";

    /**
     * Finds somebody who is signed in, with their roles in the tenant (none for null, on the console). Roles that
     * waited for their verified address are given to them.
     */
    Standing standing(@Nullable TenantId tenant, Identified who);

    /** Notes that somebody has just signed in, and brings the tenant's copy of their name up to date. */
    Standing signedIn(@Nullable TenantId tenant, Identified who);

    /** Gives a role to whoever has, or once signs in with, this verified address. Repeating changes nothing. */
    void enrol(TenantId tenant, String email, String role, Actor actor);

    /** Gives a role to somebody whose account is known, whether they have been here or not. Repeating changes nothing. */
    void enrol(TenantId tenant, Identified who, String role, Actor actor);

    /** The account of a person and their roles in the tenant; empty for a person that is not known. */
    Optional<Account> account(TenantId tenant, UUID person);

    /** The address that a person has shown to be theirs by accepting an invitation. */
    Optional<Proved> provedAddress(TenantId tenant, UUID invitation, UUID person);

    /** A person's lasting identifier at the identity provider, and the roles that they have. */
    record Account(String subject, Set<String> roles) {}

    /** A person's lasting identifier at the identity provider, and an address that is theirs. */
    record Proved(String subject, String email) {}

    /** A person and the roles that they have. */
    record Standing(UUID person, Set<String> roles) {}
}
