// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy.workspace;

import java.util.List;
import org.cabildo.platform.ModuleDescriptor;

/**
 * A module with its switch.
 *
 * @param on whether the site has it now
 * @param needs names of modules without which it can't be on
 * @param missing names of those that are off
 * @param neededBy names of modules that are on and need it
 */
public record ModuleCard(
        ModuleDescriptor module,
        String name,
        String summary,
        boolean on,
        List<String> needs,
        List<String> missing,
        List<String> neededBy) {

    public String key() {
        return module.key();
    }

    public boolean core() {
        return module.core();
    }

    /** Whether its switch can be turned now. */
    public boolean switchable() {
        return !core() && (on ? neededBy.isEmpty() : missing.isEmpty());
    }

    /** Where the public finds it; empty when it has no page of its own. */
    public String path() {
        return module.navigation().isEmpty()
                ? ""
                : module.navigation().getFirst().path();
    }
}
