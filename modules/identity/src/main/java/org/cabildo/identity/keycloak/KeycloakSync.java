// SPDX-License-Identifier: Apache-2.0
package org.cabildo.identity.keycloak;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;

/**
 * Compares the registry with the identity provider: at once when a site changed, and now and then in case somebody
 * changed the provider. While the provider is down it is asked again and again; nothing else waits for it.
 */
@Component
class KeycloakSync {

    private static final Logger log = LoggerFactory.getLogger(KeycloakSync.class);
    private static final Duration AGAIN = Duration.ofMinutes(10);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);

    private final KeycloakAdmin keycloak;
    private final RedirectAddresses addresses;
    private final Organizations organizations;
    private final Clock clock;
    private volatile Set<String> knownAddresses = Set.of();
    private volatile Map<String, String> knownOrganizations = Map.of();
    private volatile Instant next = Instant.EPOCH;
    private volatile boolean failing;

    KeycloakSync(KeycloakAdmin keycloak, RedirectAddresses addresses, Organizations organizations, Clock clock) {
        this.keycloak = keycloak;
        this.addresses = addresses;
        this.organizations = organizations;
        this.clock = clock;
    }

    /** Looks, in memory, whether there is anything to do. */
    @Scheduled(fixedDelay = 1000)
    void compare() {
        if (!keycloak.configured()) {
            return;
        }
        Set<String> origins = addresses.wanted();
        Map<String, String> names = organizations.wanted();
        boolean changed = !origins.equals(knownAddresses) || !names.equals(knownOrganizations);
        boolean due = !clock.instant().isBefore(next);
        if (failing ? due : changed || due) {
            bring(origins, names);
        }
    }

    private void bring(Set<String> origins, Map<String, String> names) {
        try {
            addresses.reconcile(origins);
            organizations.reconcile(names);
            knownAddresses = origins;
            knownOrganizations = names;
            next = clock.instant().plus(AGAIN);
            if (failing) {
                log.info("The identity provider is up to date again");
            }
            failing = false;
        } catch (RestClientException | IllegalStateException exception) {
            next = clock.instant().plus(AFTER_FAILURE);
            if (!failing) {
                log.warn("The identity provider could not be brought up to date: {}", exception.getMessage());
            }
            failing = true;
        }
    }
}
