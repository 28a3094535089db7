// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform;

import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Two municipalities and the console without a registry; {@link #touch} raises a version at once. */
public final class FixedSites implements Sites {

    public static final TenantId ALFA = new TenantId(1);
    public static final TenantId BETA = new TenantId(2);

    private final Map<String, Site> sites = new ConcurrentHashMap<>();
    private volatile Set<String> modules = Set.of();

    public FixedSites() {
        put(site(ALFA, SiteKind.MUNICIPALITY, "alfa", SiteStatus.LIVE, 1));
        put(site(BETA, SiteKind.MUNICIPALITY, "beta", SiteStatus.LIVE, 1));
        put(site(null, SiteKind.CONSOLE, "console", SiteStatus.LIVE, 0));
    }

    public void status(TenantId tenant, SiteStatus status) {
        Site site = byTenant(tenant).orElseThrow();
        put(site(tenant, site.kind(), site.slug(), status, site.version() + 1));
    }

    /** Switches modules on at both municipalities, and all others off. */
    public void modules(Set<String> keys) {
        modules = keys;
        status(ALFA, SiteStatus.LIVE);
        status(BETA, SiteStatus.LIVE);
    }

    private void put(Site site) {
        sites.put(site.slug(), site);
    }

    private Site site(@Nullable TenantId tenant, SiteKind kind, String slug, SiteStatus status, long version) {
        return new Site(
                tenant,
                kind,
                slug,
                "Ciudad " + slug,
                "Gobierno de " + slug,
                "BO",
                "",
                ZoneId.of("America/La_Paz"),
                List.of(Locale.of("es", "BO"), Locale.of("en")),
                status,
                List.of(slug + ".cabildo.localhost"),
                modules,
                new SiteTheme("/tema.css", Map.of(), Map.of(), List.of(), List.of(), Map.of(), Map.of()),
                new LinkedHashMap<>(Map.of("email", "contacto@" + slug + ".example")),
                List.of(),
                Map.of(),
                version);
    }

    @Override
    public Optional<Site> byHost(String host) {
        return sites.values().stream()
                .filter(site -> site.hosts().contains(host))
                .findFirst();
    }

    @Override
    public Optional<Site> byTenant(TenantId tenant) {
        return sites.values().stream()
                .filter(site -> tenant.equals(site.tenant()))
                .findFirst();
    }

    @Override
    public Optional<Site> bySlug(String slug) {
        return Optional.ofNullable(sites.get(slug)).filter(site -> site.tenant() != null);
    }

    @Override
    public Collection<Site> all() {
        return sites.values().stream().filter(site -> site.tenant() != null).toList();
    }

    @Override
    public String url(Site site, String path) {
        return "http://" + site.canonicalHost() + path;
    }

    @Override
    public void touch(TenantId tenant) {
        Site site = byTenant(tenant).orElseThrow();
        put(site(tenant, site.kind(), site.slug(), site.status(), site.version() + 1));
    }
}
