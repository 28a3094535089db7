// SPDX-License-Identifier: Apache-2.0
package org.cabildo.networks;

import java.util.Optional;
import org.cabildo.platform.web.Actors;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.scheduling.annotation.EnableAsync;

/** Platform, registry, indicators and networks, nobody signed in. */
@EnableAsync
@SpringBootApplication(
        scanBasePackages = {
            "org.cabildo.platform",
            "org.cabildo.tenancy",
            "org.cabildo.indicators",
            "org.cabildo.networks"
        })
class NetworksApplication {

    @Bean
    @Primary
    Actors nobodySignedIn() {
        return request -> Optional.empty();
    }
}
