// SPDX-License-Identifier: Apache-2.0
package org.cabildo.identity.keycloak;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.cabildo.identity.Accounts;
import org.cabildo.identity.Identified;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClientException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Accounts of the realm. */
@Component
class KeycloakAccounts implements Accounts {

    private final KeycloakAdmin keycloak;

    KeycloakAccounts(KeycloakAdmin keycloak) {
        this.keycloak = keycloak;
    }

    @Override
    public Optional<Identified> byAddress(String email) {
        if (!keycloak.configured()) {
            return Optional.empty();
        }
        JsonNode found = asked(() -> keycloak.get("/users?email={email}&exact=true&briefRepresentation=true", email));
        for (JsonNode user : found) {
            if (user.path("email").asString("").equalsIgnoreCase(email.strip())) {
                return Optional.of(identified(user));
            }
        }
        return Optional.empty();
    }

    /** Notes that somebody has shown, in another way than the provider's own, that an address is theirs. */
    void verified(String subject, String email) {
        ObjectNode user;
        try {
            user = (ObjectNode) keycloak.get("/users/{id}", subject);
        } catch (HttpClientErrorException.NotFound gone) {
            return;
        }
        boolean same = user.path("email").asString("").equalsIgnoreCase(email);
        if (same && !user.path("emailVerified").asBoolean(false)) {
            user.put("emailVerified", true);
            keycloak.send(HttpMethod.PUT, "/users/{id}", user, subject);
        }
    }

    @Override
    public void endSessions(String subject) {
        if (keycloak.configured()) {
            asked(() -> {
                try {
                    return keycloak.send(HttpMethod.POST, "/users/{id}/logout", Map.of(), subject);
                } catch (HttpClientErrorException.NotFound gone) {
                    return Optional.empty();
                }
            });
        }
    }

    private static Identified identified(JsonNode user) {
        String name = (user.path("firstName").asString("") + " "
                        + user.path("lastName").asString(""))
                .strip();
        String email = user.path("email").asString("");
        return new Identified(
                user.path("id").asString(),
                name.isEmpty() ? email : name,
                email,
                user.path("emailVerified").asBoolean(false)
                        && user.path("enabled").asBoolean(false));
    }

    private static <T> T asked(Supplier<T> question) {
        try {
            return question.get();
        } catch (RestClientException | IllegalStateException exception) {
            throw new Unreachable(exception);
        }
    }
}
