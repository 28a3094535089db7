// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy;

import java.util.Optional;
import org.cabildo.platform.Site;
import org.cabildo.platform.web.NavLink;
import org.cabildo.platform.web.View;

/** A page that a module adds to a tenant's pages on the console; a bean. */
@FunctionalInterface
public interface ConsoleTab {

    /** The tab, or empty where the tenant has no such page. */
    Optional<NavLink> of(View view, Site site);
}
