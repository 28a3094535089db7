// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy;

import java.util.Optional;
import org.cabildo.platform.ModuleDescriptor;
import org.cabildo.platform.web.Actors;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** Platform and tenancy, nobody signed in, and modules to switch. */
@SpringBootApplication(scanBasePackages = {"org.cabildo.platform", "org.cabildo.tenancy"})
class TenancyApplication {

    @Bean
    Actors actors() {
        return request -> Optional.empty();
    }

    @Bean
    ModuleDescriptor library() {
        return ModuleDescriptor.module("library").paths("/biblioteca").build();
    }

    @Bean
    ModuleDescriptor reading() {
        return ModuleDescriptor.module("reading")
                .requires("library")
                .offByDefault()
                .build();
    }
}
