// SPDX-License-Identifier: Apache-2.0
package org.cabildo.identity.keycloak;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.cabildo.identity.IdentityProperties;
import org.cabildo.identity.signin.LogoutNotices;
import org.cabildo.platform.PlatformProperties;
import org.cabildo.platform.Site;
import org.cabildo.platform.SiteStatus;
import org.cabildo.platform.Sites;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The addresses to which the identity provider may send people back: those of every site, and no others. */
@Component
class RedirectAddresses {

    private final KeycloakAdmin keycloak;
    private final IdentityProperties settings;
    private final PlatformProperties platform;
    private final Sites sites;

    RedirectAddresses(KeycloakAdmin keycloak, IdentityProperties settings, PlatformProperties platform, Sites sites) {
        this.keycloak = keycloak;
        this.settings = settings;
        this.platform = platform;
        this.sites = sites;
    }

    /** Scheme, host and port of every site. */
    Set<String> wanted() {
        Set<String> origins = sites.all().stream()
                .filter(site -> site.status() != SiteStatus.CLOSED)
                .map(Site::hosts)
                .flatMap(List::stream)
                .map(platform::origin)
                .collect(Collectors.toCollection(TreeSet::new));
        origins.add(platform.origin(platform.consoleHost()));
        return origins;
    }

    /** Makes the client's addresses these. Nothing is written when they are already. */
    void reconcile(Set<String> origins) {
        JsonNode found = keycloak.get("/clients?clientId={id}", settings.clientId());
        if (found.isEmpty()) {
            throw new IllegalStateException("Keycloak knows no client " + settings.clientId());
        }
        ObjectNode client = (ObjectNode) found.get(0);
        List<String> callbacks = new ArrayList<>();
        List<String> homes = new ArrayList<>();
        for (String origin : origins) {
            callbacks.add(origin + "/login/oauth2/code/cabildo");
            homes.add(origin + "/");
        }
        String leaving = String.join("##", homes);
        ObjectNode attributes = client.withObject("attributes");
        boolean same = texts(client.get("redirectUris")).equals(new TreeSet<>(callbacks))
                && texts(client.get("webOrigins")).equals(origins)
                && attributes.path("post.logout.redirect.uris").asString("").equals(leaving)
                && attributes.path("backchannel.logout.url").asString("").equals(notices());
        if (!same) {
            fill(client.putArray("redirectUris"), callbacks);
            fill(client.putArray("webOrigins"), origins);
            attributes.put("post.logout.redirect.uris", leaving);
            attributes.put("backchannel.logout.url", notices());
            attributes.put("backchannel.logout.session.required", "true");
            keycloak.send(
                    HttpMethod.PUT, "/clients/{id}", client, client.get("id").asString());
        }
    }

    /** Where Keycloak tells that somebody signed out. */
    private String notices() {
        String base = settings.backchannelUrl().isBlank()
                ? platform.origin(platform.consoleHost())
                : settings.backchannelUrl().replaceAll("/+$", "");
        return base + LogoutNotices.PATH;
    }

    private static void fill(ArrayNode array, Iterable<String> values) {
        values.forEach(array::add);
    }

    private static Set<String> texts(JsonNode array) {
        Set<String> values = new TreeSet<>();
        array.forEach(value -> values.add(value.asString()));
        return values;
    }
}
