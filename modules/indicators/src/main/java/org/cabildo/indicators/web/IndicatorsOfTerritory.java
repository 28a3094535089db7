// SPDX-License-Identifier: Apache-2.0
package org.cabildo.indicators.web;

import java.util.List;
import org.cabildo.geography.Territory;
import org.cabildo.geography.TerritoryLinks;
import org.cabildo.indicators.Indicators;
import org.cabildo.platform.web.NavLink;
import org.cabildo.platform.web.View;
import org.springframework.stereotype.Component;

/** Leads from the page of a territory to the indicators that have values for it. */
@Component
class IndicatorsOfTerritory implements TerritoryLinks {

    private final Indicators indicators;

    IndicatorsOfTerritory(Indicators indicators) {
        this.indicators = indicators;
    }

    @Override
    public String module() {
        return "indicators";
    }

    @Override
    public List<NavLink> links(View view, Territory territory) {
        return indicators.about(view.site().requireTenant(), territory.code()).stream()
                .map(indicator -> new NavLink(
                        view.localised(indicator.name()),
                        "/indicadores/" + indicator.code() + "#territorios",
                        "",
                        false))
                .toList();
    }
}
