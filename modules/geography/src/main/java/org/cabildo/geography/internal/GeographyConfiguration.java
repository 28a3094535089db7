// SPDX-License-Identifier: Apache-2.0
package org.cabildo.geography.internal;

import org.cabildo.platform.ModuleDescriptor;
import org.cabildo.platform.SiteKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How territories introduce themselves. */
@Configuration(proxyBeanMethods = false)
class GeographyConfiguration {

    @Bean
    ModuleDescriptor geographyModule() {
        return ModuleDescriptor.module("geography")
                .kinds(SiteKind.MUNICIPALITY)
                .offByDefault()
                .paths("/territorios", "/gestion/territorios", "/api/v1/territories")
                .navigation("module.geography.name", "/territorios", "map", 35)
                .staffNavigation("module.geography.name", "/gestion/territorios", "map", "territories.edit", 35)
                .permission("territories.edit", "editor")
                .searchTypes(TerritorySearch.TYPE)
                .build();
    }
}
