// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy.theme;

import static org.cabildo.tenancy.internal.jooq.Tables.THEME_ASSET;
import static org.cabildo.tenancy.internal.jooq.Tables.THEME_VERSION;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.noCondition;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cabildo.platform.Actor;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.data.Owned;
import org.cabildo.tenancy.internal.jooq.tables.records.ThemeVersionRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Rows of themes and their pictures. */
@Component
class ThemeRows {

    private final DSLContext dsl;
    private final Clock clock;

    ThemeRows(DSLContext dsl, Clock clock) {
        this.dsl = dsl;
        this.clock = clock;
    }

    private Condition own(TenantId tenant) {
        return Owned.by(tenant, THEME_VERSION);
    }

    Optional<ThemeVersionRecord> byStatus(TenantId tenant, String status) {
        return dsl.selectFrom(THEME_VERSION)
                .where(own(tenant))
                .and(THEME_VERSION.STATUS.eq(status))
                .fetchOptional();
    }

    Optional<ThemeVersionRecord> byId(TenantId tenant, UUID id) {
        return dsl.selectFrom(THEME_VERSION)
                .where(own(tenant))
                .and(THEME_VERSION.ID.eq(id))
                .fetchOptional();
    }

    Optional<ThemeVersionRecord> byNumber(TenantId tenant, int number) {
        return dsl.selectFrom(THEME_VERSION)
                .where(own(tenant))
                .and(THEME_VERSION.NUMBER.eq(number))
                .fetchOptional();
    }

    List<ThemeVersionRecord> below(TenantId tenant, int number, int atMost) {
        return dsl.selectFrom(THEME_VERSION)
                .where(own(tenant))
                .and(THEME_VERSION.NUMBER.lt(number))
                .orderBy(THEME_VERSION.NUMBER.desc())
                .limit(atMost)
                .fetch();
    }

    List<String> newestTokens(TenantId tenant, int atMost) {
        return dsl.select(THEME_VERSION.TOKENS)
                .from(THEME_VERSION)
                .where(own(tenant))
                .orderBy(THEME_VERSION.ID.desc())
                .limit(atMost)
                .fetch(THEME_VERSION.TOKENS);
    }

    ThemeVersionRecord insertDraft(TenantId tenant, String tokens, Actor actor) {
        return dsl.insertInto(THEME_VERSION)
                .set(THEME_VERSION.TENANT_ID, tenant.value())
                .set(THEME_VERSION.STATUS, "draft")
                .set(THEME_VERSION.TOKENS, tokens)
                .set(THEME_VERSION.CREATED_AT, clock.instant())
                .set(THEME_VERSION.CHANGED_AT, clock.instant())
                .set(THEME_VERSION.AUTHOR, actor.name())
                .set(THEME_VERSION.ORIGIN, "editor")
                .returning()
                .fetchSingle();
    }

    /** Changes the draft if it still has the revision; tells whether it had. */
    boolean changeDraft(TenantId tenant, int revision, @Nullable String tokens, Actor actor) {
        return dsl.update(THEME_VERSION)
                        .set(THEME_VERSION.TOKENS, tokens == null ? THEME_VERSION.TOKENS : DSL.val(tokens))
                        .set(THEME_VERSION.REVISION, THEME_VERSION.REVISION.plus(1))
                        .set(THEME_VERSION.CHANGED_AT, clock.instant())
                        .set(THEME_VERSION.AUTHOR, actor.name())
                        .where(own(tenant))
                        .and(THEME_VERSION.STATUS.eq("draft"))
                        .and(THEME_VERSION.REVISION.eq(revision))
                        .execute()
                == 1;
    }

    int deleteDraft(TenantId tenant) {
        return dsl.deleteFrom(THEME_VERSION)
                .where(own(tenant))
                .and(THEME_VERSION.STATUS.eq("draft"))
                .execute();
    }

    private int nextNumber(TenantId tenant) {
        return 1
                + dsl.select(coalesce(max(THEME_VERSION.NUMBER), 0))
                        .from(THEME_VERSION)
                        .where(own(tenant))
                        .fetchSingle()
                        .value1();
    }

    private void archive(TenantId tenant) {
        dsl.update(THEME_VERSION)
                .set(THEME_VERSION.STATUS, "archived")
                .where(own(tenant))
                .and(THEME_VERSION.STATUS.eq("published"))
                .execute();
    }

    /** Makes the draft with this revision the published version. */
    boolean publishDraft(TenantId tenant, int revision, Actor actor) {
        archive(tenant);
        return dsl.update(THEME_VERSION)
                        .set(THEME_VERSION.STATUS, "published")
                        .set(THEME_VERSION.NUMBER, nextNumber(tenant))
                        .set(THEME_VERSION.PUBLISHED_AT, clock.instant())
                        .set(THEME_VERSION.AUTHOR, actor.name())
                        .where(own(tenant))
                        .and(THEME_VERSION.STATUS.eq("draft"))
                        .and(THEME_VERSION.REVISION.eq(revision))
                        .execute()
                == 1;
    }

    /** Publishes tokens as a new version without a draft. */
    ThemeVersionRecord publish(
            TenantId tenant, String tokens, Actor actor, String origin, @Nullable Integer originNumber) {
        archive(tenant);
        return dsl.insertInto(THEME_VERSION)
                .set(THEME_VERSION.TENANT_ID, tenant.value())
                .set(THEME_VERSION.STATUS, "published")
                .set(THEME_VERSION.NUMBER, nextNumber(tenant))
                .set(THEME_VERSION.TOKENS, tokens)
                .set(THEME_VERSION.CREATED_AT, clock.instant())
                .set(THEME_VERSION.CHANGED_AT, clock.instant())
                .set(THEME_VERSION.PUBLISHED_AT, clock.instant())
                .set(THEME_VERSION.AUTHOR, actor.name())
                .set(THEME_VERSION.ORIGIN, origin)
                .set(THEME_VERSION.ORIGIN_NUMBER, originNumber)
                .returning()
                .fetchSingle();
    }

    List<ThemeFile> pictures(TenantId tenant, UUID theme) {
        return dsl.select(THEME_ASSET.ROLE, THEME_ASSET.EXTENSION, THEME_ASSET.SHA256)
                .from(THEME_ASSET)
                .where(pictureOf(tenant, theme, null))
                .orderBy(THEME_ASSET.ROLE)
                .fetch(row -> new ThemeFile(row.value1(), row.value2(), row.value3()));
    }

    void putPicture(TenantId tenant, UUID theme, ThemePicture picture) {
        removePicture(tenant, theme, picture.role());
        dsl.insertInto(THEME_ASSET)
                .set(THEME_ASSET.TENANT_ID, tenant.value())
                .set(THEME_ASSET.THEME_ID, theme)
                .set(THEME_ASSET.ROLE, picture.role())
                .set(THEME_ASSET.EXTENSION, picture.extension())
                .set(THEME_ASSET.SHA256, sha256(picture.content()))
                .set(THEME_ASSET.CONTENT, picture.content())
                .execute();
    }

    int removePicture(TenantId tenant, UUID theme, String role) {
        return dsl.deleteFrom(THEME_ASSET).where(pictureOf(tenant, theme, role)).execute();
    }

    void copyPictures(TenantId tenant, UUID from, UUID to) {
        dsl.insertInto(THEME_ASSET)
                .columns(
                        THEME_ASSET.TENANT_ID,
                        THEME_ASSET.THEME_ID,
                        THEME_ASSET.ROLE,
                        THEME_ASSET.EXTENSION,
                        THEME_ASSET.SHA256,
                        THEME_ASSET.CONTENT)
                .select(dsl.select(
                                THEME_ASSET.TENANT_ID,
                                DSL.val(to),
                                THEME_ASSET.ROLE,
                                THEME_ASSET.EXTENSION,
                                THEME_ASSET.SHA256,
                                THEME_ASSET.CONTENT)
                        .from(THEME_ASSET)
                        .where(pictureOf(tenant, from, null)))
                .execute();
    }

    byte @Nullable [] picture(TenantId tenant, String hash, String role, String extension) {
        return dsl.select(THEME_ASSET.CONTENT)
                .from(THEME_ASSET)
                .where(Owned.by(tenant, THEME_ASSET))
                .and(THEME_ASSET.ROLE.eq(role))
                .and(THEME_ASSET.EXTENSION.eq(extension))
                .and(THEME_ASSET.SHA256.startsWith(hash))
                .limit(1)
                .fetchOne(THEME_ASSET.CONTENT);
    }

    private static Condition pictureOf(TenantId tenant, UUID theme, @Nullable String role) {
        return Owned.by(tenant, THEME_ASSET)
                .and(THEME_ASSET.THEME_ID.eq(theme))
                .and(role == null ? noCondition() : THEME_ASSET.ROLE.eq(role));
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException exception) {
            throw new IllegalStateException(exception);
        }
    }
}
