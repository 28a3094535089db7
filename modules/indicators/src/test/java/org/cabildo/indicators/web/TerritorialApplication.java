// SPDX-License-Identifier: Apache-2.0
package org.cabildo.indicators.web;

import java.util.Optional;
import org.cabildo.platform.web.Actors;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Primary;

/** Platform, registry, territories and indicators, nobody signed in. No component, so that other tests do not find it. */
@EnableAutoConfiguration
@ComponentScan(
        basePackages = {"org.cabildo.platform", "org.cabildo.tenancy", "org.cabildo.geography", "org.cabildo.indicators"
        },
        excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*\\.IndicatorsApplication"))
class TerritorialApplication {

    @Bean
    @Primary
    Actors nobodySignedIn() {
        return request -> Optional.empty();
    }
}
