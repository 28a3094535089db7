// SPDX-License-Identifier: Apache-2.0
package org.cabildo.networks.internal;

import org.cabildo.platform.ModuleDescriptor;
import org.cabildo.platform.SiteKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How the parts of network portals introduce themselves. */
@Configuration(proxyBeanMethods = false)
class NetworksConfiguration {

    @Bean
    ModuleDescriptor membersModule() {
        return ModuleDescriptor.module("members")
                .kinds(SiteKind.NETWORK)
                .paths("/miembros")
                .navigation("module.members.name", "/miembros", "users", 20)
                .searchTypes(MemberSearch.TYPE)
                .build();
    }

    @Bean
    ModuleDescriptor comparisonsModule() {
        return ModuleDescriptor.module("comparisons")
                .kinds(SiteKind.NETWORK)
                .requires("members")
                .offByDefault()
                .paths("/comparaciones", "/gestion/ediciones")
                .navigation("module.comparisons.name", "/comparaciones", "chart", 25)
                .searchTypes(ComparisonSearch.TYPE)
                .permission("comparisons.edit")
                .staffNavigation("networks.editions.title", "/gestion/ediciones", "chart", "comparisons.edit", 30)
                .build();
    }

    /**
     * What a municipality lets its networks show. It is theirs to decide even while their indicators are switched off, so
     * it has no switch and needs no other module.
     */
    @Bean
    ModuleDescriptor consentsModule() {
        return ModuleDescriptor.module("consents")
                .kinds(SiteKind.MUNICIPALITY)
                .core()
                .membersOnly()
                .paths("/gestion/comparaciones")
                .permission("consents.decide")
                .staffNavigation("module.consents.name", "/gestion/comparaciones", "network", "consents.decide", 40)
                .build();
    }
}
