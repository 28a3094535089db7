// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.cabildo.platform.Actor;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.web.Actors;
import org.cabildo.tenancy.domains.DnsTexts;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.core.Ordered;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/** A signed-in person by header, a zone file, people, and pages that say only their name. */
@TestConfiguration(proxyBeanMethods = false)
class ConsoleSurroundings {

    @Bean
    @Primary
    Actors byHeader() {
        return request -> Optional.ofNullable(request.getHeader("X-Who"))
                .map(who -> new Actor(
                        ConsoleTest.OLGA.person(),
                        ConsoleTest.OLGA.name(),
                        ConsoleTest.OLGA.email(),
                        Set.of(),
                        Set.of(),
                        who.equals("operator")));
    }

    @Bean
    @Primary
    Zone zone() {
        return new Zone();
    }

    @Bean
    SecurityFilterChain open(HttpSecurity http) throws Exception {
        return http.csrf(csrf -> csrf.disable())
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    @Bean
    Invited invited() {
        return new Invited();
    }

    @Bean
    ViewResolver names() {
        return new Names();
    }

    /** Names that the tests write. */
    static final class Zone implements DnsTexts {

        final Map<String, List<String>> texts = new ConcurrentHashMap<>();
        volatile boolean silent;

        @Override
        public List<String> at(String name) {
            if (silent) {
                throw new Unavailable("No answer", new IllegalStateException());
            }
            return texts.getOrDefault(name, List.of());
        }
    }

    /** Remembers who was invited. */
    static final class Invited implements Administrators {

        final List<String> addresses = new CopyOnWriteArrayList<>();

        @Override
        public void invite(TenantId tenant, String email, String locale, Actor actor) {
            addresses.add(email);
        }

        @Override
        public void remove(TenantId tenant, String email, Actor actor) {
            addresses.remove(email);
        }

        @Override
        public List<Administrator> of(TenantId tenant) {
            return new ArrayList<>();
        }
    }

    /** Templates are compiled with the application; here a page is its template's name. */
    private static final class Names implements ViewResolver, Ordered {

        @Override
        public int getOrder() {
            return HIGHEST_PRECEDENCE;
        }

        @Override
        public View resolveViewName(String name, java.util.Locale locale) {
            return name.startsWith("redirect:")
                    ? null
                    : (model, request, response) -> response.getWriter().write(name);
        }
    }
}
