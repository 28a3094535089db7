// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints;

import java.util.Optional;
import org.cabildo.platform.web.Actors;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Platform, registry, territories, notices and complaints, nobody signed in, at a time that tests set. */
@SpringBootApplication(
        scanBasePackages = {
            "org.cabildo.platform",
            "org.cabildo.tenancy",
            "org.cabildo.geography",
            "org.cabildo.notifications",
            "org.cabildo.complaints"
        })
class ComplaintsApplication {

    @Bean
    @Primary
    Actors nobodySignedIn() {
        return request -> Optional.empty();
    }

    @Bean
    @Primary
    SetClock setClock() {
        return new SetClock();
    }
}
