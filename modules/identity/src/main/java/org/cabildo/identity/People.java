// SPDX-License-Identifier: Apache-2.0
package org.cabildo.identity;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.cabildo.platform.Actor;
import org.cabildo.platform.Site;
import org.cabildo.platform.TenantId;
import org.jspecify.annotations.Nullable;

/** The people who work for a tenant. Called inside of the tenant. */
public interface People {

    /**
     * Members by name.
     *
     * @param words part of a name or an address; empty: everybody
     * @param role only those who have it; empty: everybody
     * @param after the last person of the page before; null: from the start
     */
    List<Member> list(TenantId tenant, String words, String role, @Nullable UUID after, int atMost);

    /** How many {@link #list} would give in all. */
    int count(TenantId tenant, String words, String role);

    Optional<Member> find(TenantId tenant, UUID person);

    /**
     * Makes these somebody's roles, from their next request on. Without any role they are no longer a member.
     *
     * @throws LastAdministrator when nobody would be left to manage the tenant
     */
    void change(TenantId tenant, UUID person, Set<String> roles, Actor actor);

    /** Keys of the roles that a tenant can give, the general ones first. */
    Set<String> roles(Site site);

    /** Keys of the permissions that a role gives on a site, those of modules that are off left out. */
    List<String> permissions(Site site, String role);
}
