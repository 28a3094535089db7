// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cabildo.platform.Actor;
import org.cabildo.platform.SiteKind;
import org.cabildo.platform.SiteStatus;
import org.cabildo.platform.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * The registry of tenants: everything that people change of an entry goes through here. Each change is checked against
 * the manifest's schema and against other entries, kept in canonical form, recorded in the tenant's audit and visible on
 * this replica at once.
 *
 * <p>Changes are made inside of the tenant: on a portal it is bound already, elsewhere the caller binds it with {@link
 * org.cabildo.platform.TenantContext}. Changing another tenant than the bound one fails. Only {@link #create} is called
 * outside of any tenant.
 */
public interface Tenants {

    /** Entries ordered by slug, after the given one (null: from the first). */
    List<Entry> find(Filter filter, @Nullable String afterSlug, int atMost);

    int count(Filter filter);

    Optional<Profile> profile(TenantId tenant);

    Optional<Profile> profile(String slug);

    /** Makes a tenant with the status {@link SiteStatus#DRAFT}. */
    Outcome create(NewTenant tenant, Actor actor);

    /** Replaces a part of the profile. */
    Outcome change(TenantId tenant, Profile.Part part, Actor actor);

    /** Switches exactly these modules on and all others that have a switch off; refused where one lacks another. */
    Outcome switchModules(TenantId tenant, Set<String> on, Actor actor);

    /** Switches one module; refused when it lacks another, or when another that is on needs it. */
    Outcome switchModule(TenantId tenant, String module, boolean on, Actor actor);

    /** Moves the tenant to another status, if the life of a tenant knows that step. */
    Outcome changeStatus(TenantId tenant, SiteStatus status, Actor actor);

    /** The steps that a status allows. A closed tenant can come back as suspended until it is purged. */
    static Set<SiteStatus> stepsFrom(SiteStatus status) {
        return switch (status) {
            case DRAFT -> Set.of(SiteStatus.LIVE, SiteStatus.CLOSED);
            case LIVE -> Set.of(SiteStatus.SUSPENDED);
            case SUSPENDED -> Set.of(SiteStatus.LIVE, SiteStatus.CLOSED);
            case CLOSED -> Set.of(SiteStatus.SUSPENDED);
        };
    }

    /**
     * Which entries; empty texts and nulls mean all.
     *
     * @param text part of slug, names or own domains, without regard to case and accents
     * @param module key of a module that was switched on
     */
    record Filter(
            String text, @Nullable SiteKind kind, @Nullable SiteStatus status, String country, String module) {

        public static final Filter ALL = new Filter("", null, null, "", "");
    }

    /** A line of the registry. */
    record Entry(
            TenantId tenant,
            String slug,
            SiteKind kind,
            SiteStatus status,
            String name,
            String officialName,
            String country,
            List<String> domains,
            Instant createdAt,
            long version) {}

    /**
     * What a tenant begins with.
     *
     * @param modules keys that are on; null for each module's default
     * @param parts names, place, languages and contact at least; quotas, legal parameters and menu have defaults
     */
    record NewTenant(String slug, SiteKind kind, @Nullable Set<String> modules, List<Profile.Part> parts) {}
}
