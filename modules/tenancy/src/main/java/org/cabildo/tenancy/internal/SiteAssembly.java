// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy.internal;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.cabildo.platform.ModuleCatalogue;
import org.cabildo.platform.PlatformProperties;
import org.cabildo.platform.Site;
import org.cabildo.platform.SiteKind;
import org.cabildo.platform.SiteStatus;
import org.cabildo.platform.TenantId;
import org.cabildo.tenancy.internal.jooq.tables.records.TenantRecord;
import org.cabildo.tenancy.theme.PublishedTheme;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Puts sites together from the registry's rows and the published themes. */
@Component
class SiteAssembly {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final ModuleCatalogue modules;
    private final ModuleSwitches switches;
    private final PlatformProperties properties;

    SiteAssembly(ModuleCatalogue modules, ModuleSwitches switches, PlatformProperties properties) {
        this.modules = modules;
        this.switches = switches;
        this.properties = properties;
    }

    Site console() {
        return new Site(
                null,
                SiteKind.CONSOLE,
                "console",
                "Cabildo",
                "Cabildo",
                "",
                "",
                ZoneId.of("UTC"),
                List.of(Locale.of("es"), Locale.of("en")),
                SiteStatus.LIVE,
                List.of(properties.consoleHost()),
                modules.effective(SiteKind.CONSOLE, Set.of()),
                PublishedTheme.NEUTRAL.theme(),
                Map.of(),
                List.of(),
                Map.of(),
                0);
    }

    /**
     * A tenant's site. Of its own hosts only those answer that were proved; the first of them is canonical.
     *
     * @param members slugs of all who belong to a network
     */
    Site site(TenantRecord row, PublishedTheme theme, Set<String> proved, Set<String> members) {
        JsonNode profile = JSON.readTree(row.getProfile().data());
        SiteKind kind = SiteKind.valueOf(row.getKind().toUpperCase(Locale.ROOT));
        Set<String> chosen = switches.chosen(kind, ProfileDocument.modules(profile));
        return new Site(
                new TenantId(row.getId()),
                kind,
                row.getSlug(),
                row.getName(),
                profile.path("officialName").asString(row.getName()),
                profile.path("country").asString(""),
                profile.path("territoryCode").asString(""),
                ZoneId.of(profile.path("zone").asString("UTC")),
                locales(profile),
                SiteStatus.valueOf(row.getStatus().toUpperCase(Locale.ROOT)),
                hosts(row, profile, proved),
                there(modules.effective(kind, chosen), members.contains(row.getSlug())),
                theme.theme(),
                contact(profile),
                menu(profile),
                quotas(profile),
                row.getVersion());
    }

    private Set<String> there(Set<String> on, boolean member) {
        Set<String> there = new HashSet<>(on);
        modules.all().stream()
                .filter(module -> module.membersOnly() && !member)
                .forEach(module -> there.remove(module.key()));
        return Set.copyOf(there);
    }

    /** Slugs of the municipalities that a network lists; a closed network has none. */
    static Stream<String> members(TenantRecord row) {
        return row.getStatus().equals("closed")
                ? Stream.empty()
                : JSON.readTree(row.getProfile().data())
                        .path("members")
                        .valueStream()
                        .map(JsonNode::asString);
    }

    private List<String> hosts(TenantRecord row, JsonNode profile, Set<String> proved) {
        List<String> hosts = new ArrayList<>();
        profile.path("domains").forEach(host -> hosts.add(host.asString()));
        hosts.retainAll(proved);
        hosts.add(properties.defaultHost(row.getSlug()));
        return List.copyOf(hosts);
    }

    private static List<Locale> locales(JsonNode profile) {
        List<Locale> locales = new ArrayList<>();
        profile.path("locales").forEach(tag -> locales.add(Locale.forLanguageTag(tag.asString())));
        return locales.isEmpty() ? List.of(Locale.of("es")) : List.copyOf(locales);
    }

    private static Map<String, String> contact(JsonNode profile) {
        Map<String, String> contact = new LinkedHashMap<>();
        String language = profile.path("locales").path(0).asString("es");
        profile.path("contact").properties().forEach(entry -> {
            if (entry.getKey().equals("social")) {
                entry.getValue()
                        .properties()
                        .forEach(network ->
                                contact.put(network.getKey(), network.getValue().asString()));
            } else if (entry.getValue().isObject()) {
                contact.put(entry.getKey(), entry.getValue().path(language).asString(""));
            } else {
                contact.put(entry.getKey(), entry.getValue().asString());
            }
        });
        return contact;
    }

    private static List<Site.MenuEntry> menu(JsonNode profile) {
        List<Site.MenuEntry> menu = new ArrayList<>();
        profile.path("menu").forEach(entry -> {
            Map<String, String> label = new LinkedHashMap<>();
            entry.path("label")
                    .properties()
                    .forEach(text -> label.put(text.getKey(), text.getValue().asString()));
            menu.add(new Site.MenuEntry(label, entry.path("href").asString()));
        });
        return menu;
    }

    private static Map<String, Integer> quotas(JsonNode profile) {
        Map<String, Integer> quotas = new LinkedHashMap<>();
        profile.path("quotas")
                .properties()
                .forEach(entry -> quotas.put(entry.getKey(), entry.getValue().asInt()));
        return quotas;
    }
}
