// SPDX-License-Identifier: Apache-2.0
package org.cabildo.identity.internal;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.cabildo.identity.Memberships;
import org.cabildo.platform.ModuleCatalogue;
import org.cabildo.platform.ModuleDescriptor;
import org.cabildo.platform.Site;
import org.springframework.stereotype.Component;

/** The roles that a tenant can give: the general ones and those that its modules know. */
@Component
class Roles {

    private static final List<String> GENERAL = List.of(Memberships.ADMINISTRATOR, "editor", "evaluator");

    private final ModuleCatalogue modules;

    Roles(ModuleCatalogue modules) {
        this.modules = modules;
    }

    /** Keys of the roles, the general ones first. */
    Set<String> of(Site site) {
        Set<String> special = new TreeSet<>();
        permissions(site).forEach(permission -> special.addAll(permission.roles()));
        Set<String> roles = new LinkedHashSet<>(GENERAL);
        roles.addAll(special);
        return roles;
    }

    /** Keys of the permissions that a role gives, those of modules that are off left out. */
    List<String> permissions(Site site, String role) {
        return permissions(site)
                .filter(permission -> role.equals(Memberships.ADMINISTRATOR)
                        || permission.roles().contains(role))
                .map(ModuleDescriptor.Permission::key)
                .distinct()
                .toList();
    }

    private Stream<ModuleDescriptor.Permission> permissions(Site site) {
        return modules.all().stream()
                .filter(module -> module.kinds().contains(site.kind()))
                .filter(module -> module.core() || site.has(module.key()))
                .flatMap(module -> module.permissions().stream());
    }
}
