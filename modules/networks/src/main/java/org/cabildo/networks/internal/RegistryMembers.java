// SPDX-License-Identifier: Apache-2.0
package org.cabildo.networks.internal;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.cabildo.networks.Member;
import org.cabildo.networks.Members;
import org.cabildo.platform.Site;
import org.cabildo.platform.SiteKind;
import org.cabildo.platform.SiteStatus;
import org.cabildo.platform.Sites;
import org.cabildo.platform.TenantId;
import org.cabildo.tenancy.Tenants;
import org.cabildo.tenancy.theme.PublishedTheme;
import org.cabildo.tenancy.theme.ThemeDirectory;
import org.springframework.stereotype.Component;

/** Reads members from the registry of tenants: public knowledge, and none of the members' own tables. */
@Component
class RegistryMembers implements Members {

    private final Tenants tenants;
    private final Sites sites;
    private final ThemeDirectory themes;
    private final Regions regions;

    RegistryMembers(Tenants tenants, Sites sites, ThemeDirectory themes, Regions regions) {
        this.tenants = tenants;
        this.sites = sites;
        this.themes = themes;
        this.regions = regions;
    }

    @Override
    public List<Member> of(TenantId network) {
        return slugs(network).stream()
                .flatMap(slug -> sites.bySlug(slug).stream())
                .filter(site -> site.status() != SiteStatus.CLOSED)
                .map(this::member)
                .toList();
    }

    private List<String> slugs(TenantId network) {
        return tenants.profile(network)
                .map(profile -> profile.members().slugs())
                .orElse(List.of());
    }

    @Override
    public Optional<Member> one(TenantId network, String slug) {
        return of(network).stream().filter(member -> member.slug().equals(slug)).findFirst();
    }

    @Override
    public List<Site> networksOf(Site municipality) {
        return municipality.status() == SiteStatus.CLOSED
                ? List.of()
                : sites.all().stream()
                        .filter(site -> site.kind() == SiteKind.NETWORK && site.status() != SiteStatus.CLOSED)
                        .filter(site -> slugs(site.requireTenant()).contains(municipality.slug()))
                        .toList();
    }

    @Override
    public Optional<Emblem> emblem(TenantId network, String slug) {
        return one(network, slug)
                .flatMap(member -> sites.bySlug(member.slug()))
                .map(this::mark)
                .filter(uri -> !uri.isEmpty())
                .map(RegistryMembers::decoded);
    }

    private Member member(Site site) {
        return new Member(
                site.slug(),
                site.name(),
                site.officialName(),
                site.country(),
                site.territoryCode(),
                regions.of(site.country(), site.territoryCode()),
                site.status() == SiteStatus.LIVE ? sites.url(site, "/") : "",
                !mark(site).isEmpty());
    }

    private String mark(Site site) {
        return themes.theme(site.requireTenant())
                .map(PublishedTheme::markDataUri)
                .orElse("");
    }

    /** Reads {@code data:<type>;base64,<content>}. */
    private static Emblem decoded(String uri) {
        int start = uri.indexOf(',');
        String type = uri.substring("data:".length(), start).replaceFirst(";.*", "");
        byte[] content = uri.substring(start + 1).replaceAll("\\s", "").getBytes(StandardCharsets.US_ASCII);
        return new Emblem(type, Base64.getDecoder().decode(content));
    }
}
