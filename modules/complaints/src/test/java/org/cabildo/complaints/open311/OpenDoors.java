// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.open311;

import org.cabildo.platform.ModuleCatalogue;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/** Nobody is asked who they are, and forms need their token but where machines speak. */
@TestConfiguration(proxyBeanMethods = false)
class OpenDoors {

    @Bean
    SecurityFilterChain open(HttpSecurity http, ModuleCatalogue modules) throws Exception {
        return http.csrf(csrf ->
                        csrf.ignoringRequestMatchers(request -> modules.speakToMachines(request.getRequestURI())))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }
}
