// SPDX-License-Identifier: Apache-2.0
package org.cabildo.search.internal;

import org.cabildo.platform.search.SearchSource;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** Platform and search, with sites and sources that need no other module. */
@SpringBootApplication(scanBasePackages = {"org.cabildo.platform", "org.cabildo.search"})
class SearchApplication {

    @Bean
    Towns towns() {
        return new Towns();
    }

    @Bean
    Library news() {
        return new Library("news", "news");
    }

    @Bean
    Library pages() {
        return new Library("page", "pages");
    }

    @Bean
    SearchSource works() {
        return new Library("work", "works");
    }
}
