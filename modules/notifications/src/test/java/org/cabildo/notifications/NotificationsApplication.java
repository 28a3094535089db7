// SPDX-License-Identifier: Apache-2.0
package org.cabildo.notifications;

import java.util.Optional;
import org.cabildo.platform.web.Actors;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Platform, registry and notices, something to follow, nobody signed in, at a time that tests set. */
@SpringBootApplication(scanBasePackages = {"org.cabildo.platform", "org.cabildo.tenancy", "org.cabildo.notifications"})
class NotificationsApplication {

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

    @Bean
    Meteors meteors() {
        return new Meteors();
    }
}
