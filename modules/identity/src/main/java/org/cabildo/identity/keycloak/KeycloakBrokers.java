// SPDX-License-Identifier: Apache-2.0
package org.cabildo.identity.keycloak;

import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.cabildo.identity.Accounts;
import org.cabildo.identity.OwnProvider;
import org.cabildo.identity.signin.Provider;
import org.cabildo.platform.Actor;
import org.cabildo.platform.Audit;
import org.cabildo.platform.Site;
import org.cabildo.platform.outbound.AddressRefused;
import org.cabildo.platform.outbound.OutboundHttp;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClientException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Identity providers that are linked to a tenant's organization, and shown to its members only. */
@Component
class KeycloakBrokers implements OwnProvider {

    private static final String ONE = "/identity-provider/instances/{alias}";
    private static final int LIMIT = 64 * 1024;

    private final KeycloakAdmin keycloak;
    private final Organizations organizations;
    private final OutboundHttp http;
    private final Provider provider;
    private final JsonMapper json;
    private final Audit audit;
    private final TransactionTemplate transactions;

    KeycloakBrokers(
            KeycloakAdmin keycloak,
            Organizations organizations,
            OutboundHttp http,
            Provider provider,
            JsonMapper json,
            Audit audit,
            TransactionTemplate transactions) {
        this.keycloak = keycloak;
        this.organizations = organizations;
        this.http = http;
        this.provider = provider;
        this.json = json;
        this.audit = audit;
        this.transactions = transactions;
    }

    private static String alias(Site site) {
        return "tenant-" + site.slug();
    }

    @Override
    public String callback(Site site) {
        return provider.broker(alias(site));
    }

    @Override
    public Optional<Settings> of(Site site) {
        if (!keycloak.configured()) {
            return Optional.empty();
        }
        return stored(site)
                .map(found -> new Settings(
                        found.path("displayName").asString(""),
                        found.path("config").path("issuer").asString(""),
                        found.path("config").path("clientId").asString("")));
    }

    private Optional<JsonNode> stored(Site site) {
        try {
            return Optional.of(keycloak.get(ONE, alias(site)));
        } catch (HttpClientErrorException.NotFound none) {
            return Optional.empty();
        } catch (RestClientException | IllegalStateException exception) {
            throw new Accounts.Unreachable(exception);
        }
    }

    @Override
    public void keep(Site site, Access access, Actor actor) {
        Map<String, String> config = discovered(access.address());
        config.put("clientId", access.clientId());
        config.put("clientAuthMethod", "client_secret_post");
        config.put("defaultScope", "openid profile email");
        config.put("pkceEnabled", "true");
        config.put("pkceMethod", "S256");
        config.put("validateSignature", "true");
        config.put("useJwksUrl", "true");
        config.put("syncMode", "IMPORT");
        Optional<JsonNode> before = stored(site);
        // Keycloak keeps the secret that it has when it is sent its own mask.
        config.put("clientSecret", access.secret().isEmpty() ? "**********" : access.secret());
        Map<String, Object> broker = new LinkedHashMap<>();
        broker.put("alias", alias(site));
        broker.put("displayName", access.name());
        broker.put("providerId", "oidc");
        broker.put("enabled", true);
        broker.put("trustEmail", false);
        broker.put("storeToken", false);
        broker.put("firstBrokerLoginFlowAlias", "first broker login");
        broker.put("config", config);
        try {
            String organization = organizations
                    .id(site.slug())
                    .orElseThrow(() -> new IllegalStateException("No organization of " + site.slug()));
            if (before.isPresent()) {
                before.get().path("organizationId").asStringOpt().ifPresent(id -> broker.put("organizationId", id));
                broker.put("internalId", before.get().path("internalId").asString(""));
                keycloak.send(HttpMethod.PUT, ONE, broker, alias(site));
            } else {
                keycloak.send(HttpMethod.POST, "/identity-provider/instances", broker);
                keycloak.send(HttpMethod.POST, "/organizations/{id}/identity-providers", alias(site), organization);
            }
        } catch (RestClientException | IllegalStateException exception) {
            throw new Accounts.Unreachable(exception);
        }
        Map<String, String> after = Map.of("issuer", config.get("issuer"), "clientId", access.clientId());
        record(site, actor, before.isPresent() ? "people.provider-changed" : "people.provider-added", after);
    }

    /** The provider's own description (OpenID Connect Discovery 1.0, 4). */
    private Map<String, String> discovered(URI address) {
        String suffix = "/.well-known/openid-configuration";
        String text = address.toString().replaceAll("/+$", "");
        try {
            URI description = URI.create(text.endsWith(suffix) ? text : text + suffix);
            OutboundHttp.Answer answer = http.get(description, LIMIT);
            if (!answer.successful()) {
                throw new Refused("It answered " + answer.status());
            }
            JsonNode found = json.readTree(answer.body());
            Map<String, String> config = new LinkedHashMap<>();
            config.put("issuer", https(found, "issuer"));
            config.put("authorizationUrl", https(found, "authorization_endpoint"));
            config.put("tokenUrl", https(found, "token_endpoint"));
            config.put("jwksUrl", https(found, "jwks_uri"));
            if (found.has("userinfo_endpoint")) {
                config.put("userInfoUrl", https(found, "userinfo_endpoint"));
            }
            return config;
        } catch (IOException | AddressRefused | JacksonException | IllegalArgumentException exception) {
            throw new Refused(String.valueOf(exception.getMessage()));
        }
    }

    private static String https(JsonNode description, String name) {
        String address = description.path(name).asString("");
        if (!address.startsWith("https://")) {
            throw new Refused(name + " is missing or not https");
        }
        return address;
    }

    @Override
    public void remove(Site site, Actor actor) {
        if (stored(site).isEmpty()) {
            return;
        }
        try {
            keycloak.delete(ONE, alias(site));
        } catch (RestClientException | IllegalStateException exception) {
            throw new Accounts.Unreachable(exception);
        }
        record(site, actor, "people.provider-removed", null);
    }

    private void record(Site site, Actor actor, String action, @org.jspecify.annotations.Nullable Object after) {
        transactions.executeWithoutResult(status ->
                audit.record(site.requireTenant(), actor, action, "identity-provider", alias(site), null, after));
    }
}
