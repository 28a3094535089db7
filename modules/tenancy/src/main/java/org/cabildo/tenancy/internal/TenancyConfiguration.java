// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy.internal;

import org.cabildo.platform.ModuleDescriptor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Introduces the module: settings and look of every site, without a switch. */
@Configuration(proxyBeanMethods = false)
class TenancyConfiguration {

    @Bean
    ModuleDescriptor tenancyModule() {
        return ModuleDescriptor.module("tenancy").core().paths("/tema").build();
    }
}
