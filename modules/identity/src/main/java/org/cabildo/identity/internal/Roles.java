// SPDX-License-Identifier: Apache-2.0
package org.cabildo.identity.internal;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import org.cabildo.identity.Memberships;
import org.cabildo.platform.ModuleCatalogue;
import org.cabildo.platform.Site;
import org.springframework.stereotype.Component;

/** The roles that a tenant can give: the general ones and those that its modules know. */
@Component
class Roles {

    private final ModuleCatalogue modules;

    Roles(ModuleCatalogue modules) {
        this.modules = modules;
    }

    /** Keys of the roles, the general ones first. */
    Set<String> of(Site site) {
        Set<String> roles = new LinkedHashSet<>(java.util.List.of(Memberships.ADMINISTRATOR, "editor", "evaluator"));
        Set<String> special = new TreeSet<>();
        modules.all().stream()
                .filter(module -> module.kinds().contains(site.kind()))
                .flatMap(module -> module.permissions().stream())
                .forEach(permission -> special.addAll(permission.roles()));
        roles.addAll(special);
        return roles;
    }
}
