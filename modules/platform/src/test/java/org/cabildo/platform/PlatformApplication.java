// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** The platform alone, with sites that need no registry. */
@SpringBootApplication
public class PlatformApplication {

    @Bean
    FixedSites sites() {
        return new FixedSites();
    }
}
