// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy.console;

import org.cabildo.platform.ModuleDescriptor;
import org.cabildo.platform.SiteKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Introduces the console: a module that is always on at the console and nowhere else. */
@Configuration(proxyBeanMethods = false)
class ConsoleConfiguration {

    @Bean
    ModuleDescriptor consoleModule() {
        return ModuleDescriptor.module("console")
                .kinds(SiteKind.CONSOLE)
                .core()
                .paths("/municipios", "/salud", "/eventos", "/auditoria")
                .staffNavigation("console.nav.tenants", "/municipios", "building", "", 10)
                .staffNavigation("console.nav.health", "/salud", "activity", "", 20)
                .staffNavigation("console.nav.events", "/eventos", "layers", "", 30)
                .staffNavigation("console.nav.audit", "/auditoria", "history", "", 40)
                .build();
    }
}
