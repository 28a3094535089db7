// SPDX-License-Identifier: Apache-2.0
package org.cabildo.identity;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * Somebody who works for a tenant.
 *
 * @param person the person's id in this installation
 * @param name the name under which the tenant knows them
 * @param email the address under which the tenant knows them
 * @param roles what they are there
 * @param since when they got their first role
 */
public record Member(UUID person, String name, String email, Set<String> roles, Instant since) {

    public boolean administrator() {
        return roles.contains(Memberships.ADMINISTRATOR);
    }
}
