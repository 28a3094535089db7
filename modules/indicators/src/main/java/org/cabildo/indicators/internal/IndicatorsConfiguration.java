// SPDX-License-Identifier: Apache-2.0
package org.cabildo.indicators.internal;

import org.cabildo.platform.ModuleDescriptor;
import org.cabildo.platform.SiteKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How indicators introduce themselves. */
@Configuration(proxyBeanMethods = false)
class IndicatorsConfiguration {

    @Bean
    ModuleDescriptor indicatorsModule() {
        return ModuleDescriptor.module("indicators")
                .kinds(SiteKind.MUNICIPALITY)
                .offByDefault()
                .paths("/indicadores", "/gestion/indicadores")
                .navigation("module.indicators.name", "/indicadores", "chart", 30)
                .staffNavigation("indicators.desk.menu", "/gestion/indicadores", "chart", "indicators.edit", 30)
                .permission("indicators.edit", "editor", "indicators.editor")
                .permission("indicators.publish", "editor")
                .searchTypes(IndicatorSearch.TYPE)
                .build();
    }
}
