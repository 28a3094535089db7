// SPDX-License-Identifier: Apache-2.0
package org.cabildo.geography;

import java.util.Optional;
import org.cabildo.platform.web.Actors;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Platform, registry and territories, nobody signed in. */
@SpringBootApplication(scanBasePackages = {"org.cabildo.platform", "org.cabildo.tenancy", "org.cabildo.geography"})
class GeographyApplication {

    @Bean
    @Primary
    Actors nobodySignedIn() {
        return request -> Optional.empty();
    }
}
