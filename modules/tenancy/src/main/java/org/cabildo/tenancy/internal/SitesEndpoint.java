// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cabildo.platform.Site;
import org.cabildo.platform.web.ManagementAccess;
import org.cabildo.tenancy.theme.PublishedTheme;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.web.annotation.RestControllerEndpoint;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;

/** The directory of sites for the gateway, on the management port: what it needs to route and to brand its own pages. */
@Component
@RestControllerEndpoint(id = "sites")
@SuppressWarnings("removal") // its successor can't read the Authorization header
class SitesEndpoint {

    private final SiteDirectory directory;
    private final ManagementAccess access;

    SitesEndpoint(SiteDirectory directory, ManagementAccess access) {
        this.directory = directory;
        this.access = access;
    }

    @GetMapping
    ResponseEntity<Map<String, Object>> sites(
            @RequestHeader(name = "Authorization", required = false) @Nullable String authorization,
            @RequestHeader(name = "If-None-Match", required = false) @Nullable String known) {
        access.check(authorization);
        String etag = "\"" + directory.state() + "\"";
        if (etag.equals(known)) {
            return ResponseEntity.status(HttpStatus.NOT_MODIFIED).eTag(etag).build();
        }
        List<Map<String, Object>> sites =
                directory.withConsole().stream().map(this::site).toList();
        long version = directory.all().stream().mapToLong(Site::version).max().orElse(0);
        return ResponseEntity.ok().eTag(etag).body(Map.of("version", version, "sites", sites));
    }

    private Map<String, Object> site(Site site) {
        Map<String, String> colours = site.theme().colours();
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("hosts", site.hosts());
        entry.put("tenant", site.slug());
        entry.put("kind", site.kind().name());
        entry.put("name", site.name());
        entry.put("status", site.status().name());
        entry.put("locale", site.defaultLocale().toLanguageTag());
        entry.put(
                "colours",
                Map.of(
                        "brand", colours.get("brand"),
                        "brandContrast", colours.get("brand-contrast"),
                        "surface", colours.get("surface"),
                        "text", colours.get("text")));
        entry.put(
                "mark",
                site.tenant() == null
                        ? ""
                        : directory
                                .theme(site.tenant())
                                .map(PublishedTheme::markDataUri)
                                .orElse(""));
        if (site.quotas().containsKey("requestsPerMinute")) {
            entry.put("quota", Map.of("requestsPerMinute", site.quotas().get("requestsPerMinute")));
        }
        return entry;
    }
}
