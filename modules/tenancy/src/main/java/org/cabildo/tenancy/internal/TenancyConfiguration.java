// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy.internal;

import org.cabildo.platform.ModuleDescriptor;
import org.cabildo.tenancy.workspace.Permissions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Introduces the module: settings and look of every site, without a switch. */
@Configuration(proxyBeanMethods = false)
class TenancyConfiguration {

    @Bean
    ModuleDescriptor tenancyModule() {
        return ModuleDescriptor.module("tenancy")
                .core()
                .paths("/tema", "/gestion/ajustes", "/gestion/modulos", "/gestion/auditoria")
                .staffNavigation("workspace.dashboard", "/gestion", "home", "", 0)
                .staffNavigation("settings.title", "/gestion/ajustes", "settings", Permissions.SETTINGS, 70)
                .staffNavigation("modules.title", "/gestion/modulos", "toggle", Permissions.MODULES, 72)
                .staffNavigation("audit.title", "/gestion/auditoria", "history", Permissions.AUDIT, 90)
                .staffNavigation("theme.title", "/gestion/tenancy/tema", "palette", Permissions.THEME, 74)
                .permission(Permissions.SETTINGS)
                .permission(Permissions.MODULES)
                .permission(Permissions.THEME)
                .permission(Permissions.AUDIT)
                .build();
    }
}
