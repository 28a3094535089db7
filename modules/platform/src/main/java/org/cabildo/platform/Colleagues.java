// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The people who work for a site's tenant, for modules in which work is given to somebody. Called as the tenant. */
public interface Colleagues {

    /** Those who have a permission, by name; a few hundred at most. */
    List<Colleague> with(Site site, String permission);

    /** Somebody by their id, if they work here and have the permission. */
    default Optional<Colleague> find(Site site, String permission, UUID person) {
        return with(site, permission).stream()
                .filter(colleague -> colleague.person().equals(person))
                .findFirst();
    }

    /** Somebody who works for a tenant. */
    record Colleague(UUID person, String name, String email) {}
}
