// SPDX-License-Identifier: Apache-2.0
package org.cabildo.identity;

import org.cabildo.platform.PlatformProperties;
import org.cabildo.platform.Sites;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** Platform and identity, and sites that need no registry. */
@SpringBootApplication(scanBasePackages = {"org.cabildo.platform", "org.cabildo.identity"})
class IdentityApplication {

    @Bean
    Sites sites(PlatformProperties platform) {
        return new TestSites(platform);
    }
}
