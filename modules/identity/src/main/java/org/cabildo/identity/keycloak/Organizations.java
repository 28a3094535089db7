// SPDX-License-Identifier: Apache-2.0
package org.cabildo.identity.keycloak;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.cabildo.platform.PlatformProperties;
import org.cabildo.platform.Site;
import org.cabildo.platform.SiteStatus;
import org.cabildo.platform.Sites;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;
import tools.jackson.databind.JsonNode;

/** One organization per tenant, with its slug as alias, for its staff and its own identity provider. */
@Component
class Organizations {

    private static final int PAGE = 100;

    private final KeycloakAdmin keycloak;
    private final PlatformProperties platform;
    private final Sites sites;

    Organizations(KeycloakAdmin keycloak, PlatformProperties platform, Sites sites) {
        this.keycloak = keycloak;
        this.platform = platform;
        this.sites = sites;
    }

    /** The slugs of tenants that have staff. */
    Map<String, String> wanted() {
        Map<String, String> names = new TreeMap<>();
        sites.all().stream()
                .filter(site -> site.status() != SiteStatus.CLOSED)
                .forEach(site -> names.put(site.slug(), name(site)));
        return names;
    }

    /** Names of organizations are unique in a realm, names of municipalities are not. */
    private static String name(Site site) {
        return site.name() + " (" + site.slug() + ")";
    }

    /** Makes the organizations that are missing. Others are left alone: they may carry identity providers. */
    void reconcile(Map<String, String> names) {
        Set<String> there = ids().keySet();
        names.forEach((slug, name) -> {
            if (!there.contains(slug)) {
                keycloak.send(
                        HttpMethod.POST,
                        "/organizations",
                        Map.of(
                                "name",
                                name,
                                "alias",
                                slug,
                                "enabled",
                                true,
                                "domains",
                                List.of(Map.of("name", platform.defaultHost(slug), "verified", false))));
            }
        });
    }

    /** Makes somebody a member of a tenant's organization, or no longer. Repeating changes nothing. */
    void keep(String slug, String subject, boolean member) {
        String organization = id(slug).orElseThrow(() -> new IllegalStateException("No organization of " + slug));
        try {
            if (member) {
                keycloak.send(HttpMethod.POST, "/organizations/{id}/members", subject, organization);
            } else {
                keycloak.delete("/organizations/{id}/members/{user}", organization, subject);
            }
        } catch (HttpClientErrorException.Conflict | HttpClientErrorException.NotFound already) {
            // is one already, is none already, or the account is gone
        }
    }

    /** The id of a tenant's organization. */
    Optional<String> id(String slug) {
        for (JsonNode organization :
                keycloak.get("/organizations?exact=true&search={domain}", platform.defaultHost(slug))) {
            if (organization.path("alias").asString("").equals(slug)) {
                return Optional.of(organization.path("id").asString());
            }
        }
        return Optional.ofNullable(ids().get(slug));
    }

    /** The ids of all organizations by alias. */
    Map<String, String> ids() {
        Map<String, String> ids = new HashMap<>();
        for (int first = 0; ; first += PAGE) {
            JsonNode page =
                    keycloak.get("/organizations?briefRepresentation=true&first={first}&max={max}", first, PAGE);
            for (JsonNode organization : page) {
                ids.put(
                        organization.path("alias").asString(""),
                        organization.path("id").asString(""));
            }
            if (page.size() < PAGE) {
                return ids;
            }
        }
    }
}
