// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.cabildo.complaints.PublicRequests;
import org.cabildo.complaints.RequestFigures;
import org.cabildo.complaints.RequestFigures.Line;
import org.cabildo.geography.Territory;
import org.cabildo.geography.TerritoryLinks;
import org.cabildo.platform.Site;
import org.cabildo.platform.web.NavLink;
import org.cabildo.platform.web.SitemapSource;
import org.cabildo.platform.web.Tile;
import org.cabildo.platform.web.TileSource;
import org.cabildo.platform.web.Tone;
import org.cabildo.platform.web.View;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What requests bring to the home page, to pages of territories and to site maps. */
@Configuration(proxyBeanMethods = false)
class RequestsElsewhere {

    private static final String MODULE = "complaints";
    private static final int MAPPED = 5_000;

    @Bean
    TileSource requestTile(RequestFigures figures, Clock clock) {
        return new TileSource() {
            @Override
            public String module() {
                return MODULE;
            }

            @Override
            public Optional<Tile> tile(View view) {
                LocalDate month =
                        LocalDate.now(clock.withZone(view.site().zone())).withDayOfMonth(1);
                Line line = figures.since(view.site().requireTenant(), month);
                return line.open() + line.closed() == 0
                        ? Optional.empty()
                        : Optional.of(Tile.of(
                                        view.msg("complaints.tile"),
                                        view.number(line.open(), 0),
                                        "/reportes",
                                        "megaphone")
                                .withChange(view.msg("complaints.tile.change", line.closed()), Tone.NEUTRAL));
            }
        };
    }

    @Bean
    TerritoryLinks requestsOfTerritory() {
        return new TerritoryLinks() {
            @Override
            public String module() {
                return MODULE;
            }

            @Override
            public List<NavLink> links(View view, Territory territory) {
                return List.of(new NavLink(
                        view.msg("complaints.territory.link", territory.name()),
                        "/reportes?territorio=" + territory.code(),
                        "megaphone",
                        false));
            }
        };
    }

    @Bean
    SitemapSource requestAddresses(PublicRequests requests) {
        return new SitemapSource() {
            @Override
            public String module() {
                return MODULE;
            }

            @Override
            public List<Address> addresses(Site site) {
                List<Address> addresses = new java.util.ArrayList<>();
                for (String page : List.of("/reportes", "/reportes/nuevo", "/reportes/cifras")) {
                    addresses.add(new Address(page, null, List.of()));
                }
                requests.search(site.requireTenant(), PublicRequests.Query.newest(MAPPED))
                        .items()
                        .forEach(request -> addresses.add(
                                new Address("/reportes/" + request.id(), request.updatedAt(), List.of())));
                return addresses;
            }
        };
    }
}
