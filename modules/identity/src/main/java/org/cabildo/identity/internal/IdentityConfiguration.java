// SPDX-License-Identifier: Apache-2.0
package org.cabildo.identity.internal;

import org.cabildo.identity.IdentityProperties;
import org.cabildo.identity.Memberships;
import org.cabildo.identity.Operators;
import org.cabildo.platform.ModuleDescriptor;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Introduces the module. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@EnableConfigurationProperties({IdentityProperties.class, Operators.class})
class IdentityConfiguration {

    @Bean
    ModuleDescriptor peopleModule() {
        return ModuleDescriptor.module("people")
                .core()
                .paths("/gestion/personas", "/invitacion")
                .staffNavigation("module.people.name", "/gestion/personas", "users", "people.manage", 80)
                .permission("people.manage", Memberships.ADMINISTRATOR)
                .build();
    }
}
