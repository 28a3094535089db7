// SPDX-License-Identifier: Apache-2.0
package org.cabildo.networks.console;

import java.util.Optional;
import org.cabildo.platform.Site;
import org.cabildo.platform.SiteKind;
import org.cabildo.platform.web.NavLink;
import org.cabildo.platform.web.View;
import org.cabildo.tenancy.ConsoleTab;
import org.springframework.stereotype.Component;

/** The way from a network's pages on the console to the import of figures. */
@Component
class FiguresTab implements ConsoleTab {

    @Override
    public Optional<NavLink> of(View view, Site site) {
        return site.kind() == SiteKind.NETWORK
                ? Optional.of(new NavLink(
                        view.msg("networks.console.tab"), "/municipios/" + site.slug() + "/cifras", "", false))
                : Optional.empty();
    }
}
