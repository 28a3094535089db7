// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.cabildo.platform.web.Actors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/** Everybody gets in without a form token; a cookie says who somebody is. */
@Configuration(proxyBeanMethods = false)
class TestSecurity {

    @Bean
    SecurityFilterChain open(HttpSecurity http) throws Exception {
        return http.csrf(csrf -> csrf.disable())
                .headers(headers -> headers.cacheControl(cache -> cache.disable()))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    @Bean
    Actors cookieActors() {
        return TestSecurity::actor;
    }

    private static Optional<Actor> actor(HttpServletRequest request) {
        if (request.getCookies() == null) {
            return Optional.empty();
        }
        for (var cookie : request.getCookies()) {
            if (cookie.getName().equals("cabildo-session")) {
                String name = cookie.getValue();
                return Optional.of(new Actor(
                        UUID.nameUUIDFromBytes(name.getBytes()),
                        name,
                        name + "@example.org",
                        Set.of(),
                        Set.of(),
                        false));
            }
        }
        return Optional.empty();
    }
}
