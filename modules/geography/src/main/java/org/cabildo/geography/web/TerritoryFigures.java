// SPDX-License-Identifier: Apache-2.0
package org.cabildo.geography.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cabildo.geography.Territories;
import org.cabildo.geography.Territory;
import org.cabildo.platform.Site;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.web.SitemapSource;
import org.cabildo.platform.web.Tile;
import org.cabildo.platform.web.TileSource;
import org.cabildo.platform.web.View;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What territories give to the home page and to site maps. */
@Configuration(proxyBeanMethods = false)
class TerritoryFigures {

    /** How many territories there are of the kind that there are most of. */
    @Bean
    TileSource territoryTile(Territories territories, Clock clock) {
        return new TileSource() {
            @Override
            public String module() {
                return "geography";
            }

            @Override
            public Optional<Tile> tile(View view) {
                TenantId tenant = view.site().requireTenant();
                LocalDate today = LocalDate.now(clock.withZone(view.site().zone()));
                Map<String, Long> counts = territories.tree(tenant, today).all().stream()
                        .collect(Collectors.groupingBy(Territory::level, Collectors.counting()));
                return territories.levels(tenant).stream()
                        .filter(level -> counts.getOrDefault(level.code(), 0L) > 1)
                        .max(Comparator.comparing(level -> counts.get(level.code())))
                        .map(level -> Tile.of(
                                view.localised(level.plural()),
                                view.number(counts.get(level.code()), 0),
                                "/territorios",
                                "map"));
            }
        };
    }

    @Bean
    SitemapSource territoryAddresses(Territories territories) {
        return new SitemapSource() {
            @Override
            public String module() {
                return "geography";
            }

            @Override
            public List<Address> addresses(Site site) {
                List<Address> addresses = new ArrayList<>();
                addresses.add(new Address("/territorios", null, site.locales()));
                territories.all(site.requireTenant()).stream()
                        .limit(10_000)
                        .forEach(one -> addresses.add(new Address("/territorios/" + one.code(), null, site.locales())));
                return addresses;
            }
        };
    }
}
