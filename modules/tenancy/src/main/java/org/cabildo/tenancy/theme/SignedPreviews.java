// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy.theme;

import static org.cabildo.tenancy.internal.jooq.Tables.PREVIEW_KEY;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.cabildo.platform.Actor;
import org.cabildo.platform.Audit;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.UseCase;
import org.cabildo.platform.data.Owned;
import org.cabildo.tenancy.internal.jooq.tables.records.ThemeVersionRecord;
import org.jooq.DSLContext;

@UseCase
class SignedPreviews implements ThemePreviews {

    private static final Duration LIFE = Duration.ofDays(8);

    private final DSLContext dsl;
    private final ThemeRows rows;
    private final Audit audit;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    SignedPreviews(DSLContext dsl, ThemeRows rows, Audit audit, Clock clock) {
        this.dsl = dsl;
        this.rows = rows;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Optional<Link> link(TenantId tenant) {
        Instant expires = clock.instant().truncatedTo(ChronoUnit.DAYS).plus(LIFE);
        return rows.byStatus(tenant, "draft").map(draft -> {
            PreviewToken token = new PreviewToken(tenant, draft.getId(), expires);
            return new Link("/tema/vista/" + token.signed(key(tenant).orElseGet(() -> make(tenant))), expires);
        });
    }

    @Override
    public Optional<Opened> open(TenantId tenant, String token) {
        return PreviewToken.claimed(token)
                .filter(claim -> claim.tenant().equals(tenant))
                .filter(claim -> clock.instant().isBefore(claim.expires()))
                .filter(claim ->
                        key(tenant).filter(key -> claim.confirmed(token, key)).isPresent())
                .flatMap(claim -> rows.byId(tenant, claim.theme())
                        .filter(row -> row.getStatus().equals("draft"))
                        .map(row -> new Opened(shown(tenant, row), claim.expires())));
    }

    private org.cabildo.platform.SiteTheme shown(TenantId tenant, ThemeVersionRecord draft) {
        return PublishedTheme.of(new ThemeTokens(draft.getTokens()), rows.pictures(tenant, draft.getId()), "")
                .theme()
                .asDraft();
    }

    @Override
    public void revoke(TenantId tenant, Actor actor) {
        dsl.deleteFrom(PREVIEW_KEY).where(Owned.by(tenant, PREVIEW_KEY)).execute();
        audit.record(tenant, actor, "theme.previews-revoked", "theme", "preview", null, null);
    }

    private Optional<byte[]> key(TenantId tenant) {
        return dsl.select(PREVIEW_KEY.KEY)
                .from(PREVIEW_KEY)
                .where(Owned.by(tenant, PREVIEW_KEY))
                .fetchOptional(PREVIEW_KEY.KEY);
    }

    private byte[] make(TenantId tenant) {
        byte[] key = new byte[32];
        random.nextBytes(key);
        dsl.insertInto(PREVIEW_KEY)
                .set(PREVIEW_KEY.TENANT_ID, tenant.value())
                .set(PREVIEW_KEY.KEY, key)
                .set(PREVIEW_KEY.CREATED_AT, clock.instant())
                .onConflictDoNothing()
                .execute();
        return key(tenant).orElseThrow();
    }
}
