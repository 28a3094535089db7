// SPDX-License-Identifier: Apache-2.0
package org.cabildo.search.internal;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cabildo.platform.Site;
import org.cabildo.platform.SiteKind;
import org.cabildo.platform.SiteStatus;
import org.cabildo.platform.SiteTheme;
import org.cabildo.platform.Sites;
import org.cabildo.platform.TenantId;

/** As many sites as a test wants, without the registry. */
class Towns implements Sites {

    static final Locale SPANISH = Locale.of("es");
    static final Locale ENGLISH = Locale.of("en");

    private final List<Site> all = new ArrayList<>();

    /** A new municipality with news, pages and works switched on. */
    synchronized Site found() {
        Site site = site(all.size() + 1, Set.of("news", "pages", "works", "search"));
        all.add(site);
        return site;
    }

    static Site with(Site site, Set<String> modules) {
        return site(site.requireTenant().value(), modules);
    }

    private static Site site(int number, Set<String> modules) {
        return new Site(
                new TenantId(number),
                SiteKind.MUNICIPALITY,
                "town" + number,
                "Town " + number,
                "Town " + number,
                "BO",
                "",
                ZoneId.of("America/La_Paz"),
                List.of(SPANISH, ENGLISH),
                SiteStatus.LIVE,
                List.of("town" + number + ".example"),
                modules,
                new SiteTheme("", Map.of(), Map.of(), List.of(), List.of(), Map.of(), Map.of()),
                Map.of(),
                List.of(),
                Map.of(),
                1);
    }

    @Override
    public Optional<Site> byHost(String host) {
        return all().stream().filter(site -> site.hosts().contains(host)).findFirst();
    }

    @Override
    public Optional<Site> byTenant(TenantId tenant) {
        return all().stream().filter(site -> tenant.equals(site.tenant())).findFirst();
    }

    @Override
    public Optional<Site> bySlug(String slug) {
        return all().stream().filter(site -> site.slug().equals(slug)).findFirst();
    }

    @Override
    public synchronized Collection<Site> all() {
        return List.copyOf(all);
    }

    @Override
    public String url(Site site, String path) {
        return "https://" + site.canonicalHost() + path;
    }

    @Override
    public void touch(TenantId tenant) {}
}
