// SPDX-License-Identifier: Apache-2.0
package org.cabildo.indicators;

import java.util.Optional;
import org.cabildo.platform.web.Actors;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Platform, registry and indicators, nobody signed in. */
@SpringBootApplication(scanBasePackages = {"org.cabildo.platform", "org.cabildo.tenancy", "org.cabildo.indicators"})
class IndicatorsApplication {

    @Bean
    @Primary
    Actors nobodySignedIn() {
        return request -> Optional.empty();
    }
}
