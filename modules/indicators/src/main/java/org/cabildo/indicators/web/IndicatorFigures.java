// SPDX-License-Identifier: Apache-2.0
package org.cabildo.indicators.web;

import java.util.List;
import java.util.Optional;
import org.cabildo.indicators.Indicator;
import org.cabildo.indicators.Indicators;
import org.cabildo.indicators.Observation;
import org.cabildo.platform.Site;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.web.SitemapSource;
import org.cabildo.platform.web.Tile;
import org.cabildo.platform.web.TileSource;
import org.cabildo.platform.web.View;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What indicators give to the home page and to site maps. */
@Configuration(proxyBeanMethods = false)
class IndicatorFigures {

    /** The first indicator in the tenant's own order that has a value. */
    @Bean
    TileSource indicatorTile(Indicators indicators) {
        return new TileSource() {
            @Override
            public String module() {
                return "indicators";
            }

            @Override
            public Optional<Tile> tile(View view) {
                TenantId tenant = view.site().requireTenant();
                for (Indicator indicator : indicators.all(tenant, false)) {
                    List<Observation> headline = indicators.headlines(tenant, List.of(indicator.code()));
                    if (headline.stream().anyMatch(observation -> observation.value() != null)) {
                        return Optional.of(IndicatorCard.tile(view, indicator, headline));
                    }
                }
                return Optional.empty();
            }
        };
    }

    @Bean
    SitemapSource indicatorAddresses(Indicators indicators) {
        return new SitemapSource() {
            @Override
            public String module() {
                return "indicators";
            }

            @Override
            public List<Address> addresses(Site site) {
                return indicators.all(site.requireTenant(), false).stream()
                        .map(indicator -> new Address("/indicadores/" + indicator.code(), null, site.locales()))
                        .toList();
            }
        };
    }
}
