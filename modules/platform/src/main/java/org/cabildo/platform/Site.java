// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A site as requests see it: an immutable snapshot of a tenant's registry entry, module switches and published theme.
 * The console is a site without a tenant.
 *
 * @param tenant the tenant, or null for the console
 * @param kind what the site shows
 * @param slug short name, unique in the installation, for instance {@code lapaz}
 * @param name short public name, for instance {@code La Paz}
 * @param officialName full official name, for instance {@code Gobierno Autónomo Municipal de La Paz}
 * @param country ISO 3166-1 alpha-2 code, upper case
 * @param territoryCode official territory code, for instance INE {@code 020101}; empty for networks
 * @param zone zone of legal clocks and dates on screen
 * @param locales languages of the site, the first is its default
 * @param status whether the public may see it
 * @param hosts verified host names, lower case without port; the first is canonical
 * @param modules keys of the modules that are switched on
 * @param theme the published theme
 * @param contact public contact data: keys {@code email}, {@code phone}, {@code address}, {@code hours}, {@code
 *     website}, and social networks by name
 * @param menu entries of the main menu chosen by staff; empty: one for each module that is on
 * @param quotas limits by name: {@code requestsPerMinute}, {@code storageMb}
 * @param version grows with every published change of the tenant; part of every cache key
 */
public record Site(
        @Nullable TenantId tenant,
        SiteKind kind,
        String slug,
        String name,
        String officialName,
        String country,
        String territoryCode,
        ZoneId zone,
        List<Locale> locales,
        SiteStatus status,
        List<String> hosts,
        Set<String> modules,
        SiteTheme theme,
        Map<String, String> contact,
        List<MenuEntry> menu,
        Map<String, Integer> quotas,
        long version) {

    /** An entry of the main menu: its label by language and a path of the site. */
    public record MenuEntry(Map<String, String> label, String href) {}

    /** The tenant of a portal; the console has none and this throws. */
    public TenantId requireTenant() {
        return Optional.ofNullable(tenant).orElseThrow(() -> new IllegalStateException("The console has no tenant"));
    }

    /** The same site with another look, for previews. */
    public Site wearing(SiteTheme other) {
        return new Site(
                tenant,
                kind,
                slug,
                name,
                officialName,
                country,
                territoryCode,
                zone,
                locales,
                status,
                hosts,
                modules,
                other,
                contact,
                menu,
                quotas,
                version);
    }

    public boolean has(String module) {
        return modules.contains(module);
    }

    public Locale defaultLocale() {
        return locales.getFirst();
    }

    public String canonicalHost() {
        return hosts.getFirst();
    }
}
