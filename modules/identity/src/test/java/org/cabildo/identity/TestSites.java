// SPDX-License-Identifier: Apache-2.0
package org.cabildo.identity;

import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cabildo.platform.PlatformProperties;
import org.cabildo.platform.Site;
import org.cabildo.platform.SiteKind;
import org.cabildo.platform.SiteStatus;
import org.cabildo.platform.SiteTheme;
import org.cabildo.platform.Sites;
import org.cabildo.platform.TenantId;
import org.jspecify.annotations.Nullable;

/** Two municipalities and the console, without the registry. */
class TestSites implements Sites {

    static final TenantId ALFA = new TenantId(1);
    static final TenantId BETA = new TenantId(2);

    private final PlatformProperties platform;
    private final List<Site> sites;

    TestSites(PlatformProperties platform) {
        this.platform = platform;
        this.sites = List.of(
                site(ALFA, SiteKind.MUNICIPALITY, "alfa"),
                site(BETA, SiteKind.MUNICIPALITY, "beta"),
                site(null, SiteKind.CONSOLE, "console"));
    }

    private Site site(@Nullable TenantId tenant, SiteKind kind, String slug) {
        return new Site(
                tenant,
                kind,
                slug,
                slug,
                slug,
                "BO",
                "",
                ZoneId.of("America/La_Paz"),
                List.of(Locale.of("es", "BO"), Locale.of("en")),
                SiteStatus.LIVE,
                List.of(platform.defaultHost(slug)),
                Set.of("people"),
                new SiteTheme("", Map.of(), Map.of(), List.of(), List.of(), Map.of(), Map.of()),
                Map.of(),
                List.of(),
                Map.of(),
                1);
    }

    @Override
    public Optional<Site> byHost(String host) {
        return sites.stream().filter(site -> site.hosts().contains(host)).findFirst();
    }

    @Override
    public Optional<Site> byTenant(TenantId tenant) {
        return sites.stream().filter(site -> tenant.equals(site.tenant())).findFirst();
    }

    @Override
    public Optional<Site> bySlug(String slug) {
        return all().stream().filter(site -> site.slug().equals(slug)).findFirst();
    }

    @Override
    public Collection<Site> all() {
        return sites.stream().filter(site -> site.tenant() != null).toList();
    }

    @Override
    public String url(Site site, String path) {
        return platform.origin(site.canonicalHost()) + path;
    }

    @Override
    public void touch(TenantId tenant) {}
}
