// SPDX-License-Identifier: Apache-2.0
package org.cabildo.geography.web;

import java.util.ArrayList;
import java.util.List;
import org.cabildo.geography.Territories;
import org.cabildo.platform.Site;
import org.cabildo.platform.web.SitemapSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What territories give to site maps. */
@Configuration(proxyBeanMethods = false)
class TerritoryFigures {

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
