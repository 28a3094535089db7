// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy.internal;

import static org.cabildo.tenancy.internal.jooq.Tables.TENANT;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.val;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.cabildo.platform.SiteKind;
import org.cabildo.platform.SiteStatus;
import org.cabildo.platform.TenantId;
import org.cabildo.tenancy.Profile;
import org.cabildo.tenancy.Tenants;
import org.cabildo.tenancy.internal.jooq.tables.records.TenantRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSON;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The registry's rows. */
@Repository
class RegistryRows {

    private final DSLContext dsl;
    private final Clock clock;

    RegistryRows(DSLContext dsl, Clock clock) {
        this.dsl = dsl;
        this.clock = clock;
    }

    List<Tenants.Entry> find(Tenants.Filter filter, @Nullable String afterSlug, int atMost) {
        return dsl.selectFrom(TENANT)
                .where(matching(filter))
                .and(afterSlug == null ? noCondition() : TENANT.SLUG.gt(afterSlug))
                .orderBy(TENANT.SLUG)
                .limit(atMost)
                .fetch(RegistryRows::entry);
    }

    int count(Tenants.Filter filter) {
        return dsl.fetchCount(TENANT, matching(filter));
    }

    private static Condition matching(Tenants.Filter filter) {
        Condition text = filter.text().isBlank()
                ? noCondition()
                : condition(
                        "position(public.unaccent(lower({0})) in public.unaccent(lower({1}))) > 0",
                        val(filter.text().strip()),
                        field(
                                "concat_ws(' ', {0}, {1}, {2} ->> 'officialName', {2} ->> 'domains')",
                                String.class, TENANT.SLUG, TENANT.NAME, TENANT.PROFILE));
        return text.and(filter.kind() == null ? noCondition() : TENANT.KIND.eq(word(filter.kind())))
                .and(filter.status() == null ? noCondition() : TENANT.STATUS.eq(word(filter.status())))
                .and(
                        filter.country().isEmpty()
                                ? noCondition()
                                : condition("{0} ->> 'country' = {1}", TENANT.PROFILE, val(filter.country())))
                .and(
                        filter.module().isEmpty()
                                ? noCondition()
                                : condition("{0} -> 'modules' ->> {1} = 'true'", TENANT.PROFILE, val(filter.module())));
    }

    Optional<Profile> profile(Condition which) {
        return dsl.selectFrom(TENANT)
                .where(which)
                .fetchOptional(row -> ProfileDocument.profile(
                        new TenantId(row.getId()), row.getProfile().data()));
    }

    /** The stored document, locked until the transaction ends. */
    Optional<Map<String, Object>> locked(TenantId tenant) {
        return dsl.select(TENANT.PROFILE)
                .from(TENANT)
                .where(TENANT.ID.eq(tenant.value()))
                .forUpdate()
                .fetchOptional(row -> ProfileDocument.map(row.value1().data()));
    }

    boolean taken(String slug) {
        return dsl.fetchExists(TENANT, TENANT.SLUG.eq(slug));
    }

    /** The entry of another tenant that names the host as its own. */
    boolean claimedByOther(@Nullable TenantId tenant, String host) {
        Condition other = tenant == null ? noCondition() : TENANT.ID.ne(tenant.value());
        return dsl.fetchExists(
                TENANT,
                other.and(condition("({0} -> 'domains')::jsonb @> to_jsonb({1}::text)", TENANT.PROFILE, val(host))));
    }

    TenantId insert(Map<String, Object> document) {
        return new TenantId(dsl.insertInto(TENANT)
                .set(TENANT.SLUG, (String) document.get("slug"))
                .set(TENANT.KIND, (String) document.get("kind"))
                .set(TENANT.STATUS, (String) document.get("status"))
                .set(TENANT.NAME, (String) document.get("name"))
                .set(TENANT.PROFILE, JSON.json(ProfileDocument.json(document)))
                .set(TENANT.CREATED_AT, clock.instant())
                .returning(TENANT.ID)
                .fetchSingle()
                .getId());
    }

    /** Enters a tenant that this transaction has made. */
    void enter(TenantId tenant) {
        dsl.execute("select platform.enter_tenant({0})", val(tenant.value()));
    }

    void update(TenantId tenant, Map<String, Object> document) {
        dsl.update(TENANT)
                .set(TENANT.STATUS, (String) document.get("status"))
                .set(TENANT.NAME, (String) document.get("name"))
                .set(TENANT.PROFILE, JSON.json(ProfileDocument.json(document)))
                .set(TENANT.VERSION, field("nextval('tenancy.site_version')", Long.class))
                .where(TENANT.ID.eq(tenant.value()))
                .execute();
    }

    private static Tenants.Entry entry(TenantRecord row) {
        TenantId tenant = new TenantId(row.getId());
        Profile profile = ProfileDocument.profile(tenant, row.getProfile().data());
        return new Tenants.Entry(
                tenant,
                row.getSlug(),
                SiteKind.valueOf(row.getKind().toUpperCase(Locale.ROOT)),
                SiteStatus.valueOf(row.getStatus().toUpperCase(Locale.ROOT)),
                row.getName(),
                profile.names().officialName(),
                profile.place().country(),
                profile.domains().hosts(),
                row.getCreatedAt(),
                row.getVersion());
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
