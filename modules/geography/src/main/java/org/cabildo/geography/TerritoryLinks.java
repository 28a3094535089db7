// SPDX-License-Identifier: Apache-2.0
package org.cabildo.geography;

import java.util.List;
import org.cabildo.platform.web.NavLink;
import org.cabildo.platform.web.View;

/** What a module has about a territory, for the territory's page: a bean of that module. Asked while the module is on. */
public interface TerritoryLinks {

    /** Key of the module. */
    String module();

    /** Pages about the territory, the most telling first; empty when there are none. */
    List<NavLink> links(View view, Territory territory);
}
