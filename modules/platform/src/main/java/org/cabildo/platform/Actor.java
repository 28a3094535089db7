// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform;

import java.util.Set;
import java.util.UUID;

/**
 * Who acts: a signed-in person as seen from the site of the request.
 *
 * @param person the person's id in this installation
 * @param name display name
 * @param email verified mail address
 * @param roles roles in the site's tenant: {@code administrator}, {@code editor}, {@code evaluator}, or {@code
 *     <module>.<role>}; empty for citizens and on the console
 * @param permissions permissions that the roles give, see {@link ModuleDescriptor#permissions()}
 * @param operator whether the person runs this installation
 */
public record Actor(
        UUID person, String name, String email, Set<String> roles, Set<String> permissions, boolean operator) {

    /** The name under which the platform itself acts: jobs, manifests applied from the command line. */
    public static final Actor SYSTEM = new Actor(new UUID(0, 0), "system", "", Set.of("system"), Set.of(), false);

    public boolean can(String permission) {
        return permissions.contains(permission);
    }

    /** Staff are people with at least one role in the tenant. */
    public boolean staff() {
        return !roles.isEmpty();
    }
}
