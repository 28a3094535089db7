// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy.theme;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cabildo.platform.Actor;
import org.cabildo.platform.Audit;
import org.cabildo.platform.Sites;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.UseCase;
import org.cabildo.tenancy.internal.jooq.tables.records.ThemeVersionRecord;
import org.jspecify.annotations.Nullable;

@UseCase
class ThemeEditing implements Themes {

    private final ThemeRows rows;
    private final ThemeSchema schema;
    private final FirstTheme first;
    private final Sites sites;
    private final Audit audit;

    ThemeEditing(ThemeRows rows, ThemeSchema schema, FirstTheme first, Sites sites, Audit audit) {
        this.rows = rows;
        this.schema = schema;
        this.first = first;
        this.sites = sites;
        this.audit = audit;
    }

    @Override
    public Optional<ThemeDraft> draft(TenantId tenant) {
        return rows.byStatus(tenant, "draft").map(row -> draft(tenant, row));
    }

    @Override
    public ThemeDraft current(TenantId tenant) {
        return draft(tenant)
                .or(() -> published(tenant)
                        .map(version -> new ThemeDraft(
                                version.id(),
                                -1,
                                version.choices(),
                                version.pictures(),
                                version.author(),
                                version.publishedAt())))
                .orElseGet(() -> new ThemeDraft(
                        new UUID(0, 0),
                        -1,
                        first.of(sites.byTenant(tenant).orElseThrow()),
                        List.of(),
                        "",
                        java.time.Instant.EPOCH));
    }

    @Override
    public Optional<ThemePicture> picture(TenantId tenant, String role) {
        return current(tenant).pictures().stream()
                .filter(picture -> picture.role().equals(role))
                .findFirst()
                .map(file -> new ThemePicture(
                        role,
                        file.extension(),
                        java.util.Objects.requireNonNull(rows.picture(tenant, file.sha256(), role, file.extension()))));
    }

    @Override
    public ThemeDraft edit(TenantId tenant, Actor actor) {
        return draft(tenant).orElseGet(() -> start(tenant, actor));
    }

    private ThemeDraft start(TenantId tenant, Actor actor) {
        Optional<ThemeVersionRecord> published = rows.byStatus(tenant, "published");
        String tokens = published
                .map(ThemeVersionRecord::getTokens)
                .orElseGet(
                        () -> TokensFile.write(first.of(sites.byTenant(tenant).orElseThrow())));
        ThemeVersionRecord row = rows.insertDraft(tenant, tokens, actor);
        published.ifPresent(from -> rows.copyPictures(tenant, from.getId(), row.getId()));
        audit(tenant, actor, "theme.draft-started", row.getId(), null, null);
        return draft(tenant, row);
    }

    @Override
    public ThemeDraft change(TenantId tenant, ThemeChoices choices, int revision, Actor actor) {
        ThemeDraft before =
                revision < 0 ? started(tenant, actor) : draft(tenant).orElseThrow(StaleDraft::new);
        String tokens = TokensFile.write(choices);
        schema.check("theme/tokens.json", tokens);
        ThemeDifferences differences = ThemeDifferences.between(before.choices(), choices);
        if (before.revision() != Math.max(0, revision)) {
            throw new StaleDraft();
        }
        if (differences.none()) {
            return before;
        }
        changed(tenant, before.revision(), tokens, actor);
        audit(tenant, actor, "theme.draft-changed", before.id(), differences.before(), differences.after());
        return draft(tenant).orElseThrow();
    }

    /** A draft for somebody who saw none; refused when somebody else has started one since. */
    private ThemeDraft started(TenantId tenant, Actor actor) {
        if (draft(tenant).isPresent()) {
            throw new StaleDraft();
        }
        return start(tenant, actor);
    }

    private void changed(TenantId tenant, int revision, @Nullable String tokens, Actor actor) {
        if (!rows.changeDraft(tenant, revision, tokens, actor)) {
            throw new StaleDraft();
        }
    }

    @Override
    public ThemeDraft putPicture(TenantId tenant, ThemePicture picture, Actor actor) {
        ThemeDraft before = edit(tenant, actor);
        rows.putPicture(tenant, before.id(), picture);
        return pictureChanged(tenant, before, picture.role(), actor);
    }

    @Override
    public ThemeDraft removePicture(TenantId tenant, String role, Actor actor) {
        ThemeDraft before = edit(tenant, actor);
        return rows.removePicture(tenant, before.id(), role) == 0
                ? before
                : pictureChanged(tenant, before, role, actor);
    }

    private ThemeDraft pictureChanged(TenantId tenant, ThemeDraft before, String role, Actor actor) {
        changed(tenant, before.revision(), null, actor);
        ThemeDraft after = draft(tenant).orElseThrow();
        audit(tenant, actor, "theme.picture-changed", before.id(), hash(before, role), hash(after, role));
        return after;
    }

    private static @Nullable Map<String, String> hash(ThemeDraft draft, String role) {
        return draft.pictures().stream()
                .filter(picture -> picture.role().equals(role))
                .findFirst()
                .map(picture -> Map.of(role, picture.sha256()))
                .orElse(null);
    }

    @Override
    public ThemeVersion publish(TenantId tenant, Actor actor) {
        // The registry's row first: it orders publications of the same tenant, also with manifests.
        sites.touch(tenant);
        ThemeDraft draft = draft(tenant).orElseThrow(StaleDraft::new);
        ThemeReview review = draft.review();
        if (!review.passes()) {
            throw new ThemeRefused(review);
        }
        Optional<ThemeVersion> before = published(tenant);
        if (!rows.publishDraft(tenant, draft.revision(), actor)) {
            throw new StaleDraft();
        }
        ThemeVersion after = published(tenant).orElseThrow();
        published(tenant, actor, "theme.published", before, after);
        return after;
    }

    private void published(
            TenantId tenant, Actor actor, String action, Optional<ThemeVersion> before, ThemeVersion after) {
        audit(
                tenant,
                actor,
                action,
                after.id(),
                before.map(version -> Map.of("version", String.valueOf(version.number())))
                        .orElse(null),
                Map.of("version", String.valueOf(after.number())));
    }

    @Override
    public void discard(TenantId tenant, Actor actor) {
        draft(tenant).ifPresent(draft -> {
            rows.deleteDraft(tenant);
            audit(tenant, actor, "theme.draft-discarded", draft.id(), null, null);
        });
    }

    @Override
    public Optional<ThemeVersion> published(TenantId tenant) {
        return rows.byStatus(tenant, "published").map(row -> version(tenant, row));
    }

    @Override
    public List<ThemeVersion> history(TenantId tenant, int below, int atMost) {
        return rows.below(tenant, below, atMost).stream()
                .map(row -> version(tenant, row))
                .toList();
    }

    @Override
    public Optional<ThemeVersion> version(TenantId tenant, int number) {
        return rows.byNumber(tenant, number).map(row -> version(tenant, row));
    }

    @Override
    public ThemeVersion rollBack(TenantId tenant, int number, Actor actor) {
        sites.touch(tenant);
        ThemeVersionRecord wanted = rows.byNumber(tenant, number).orElseThrow(StaleDraft::new);
        Optional<ThemeVersion> before = published(tenant);
        ThemeVersionRecord fresh = rows.publish(tenant, wanted.getTokens(), actor, "rollback", number);
        rows.copyPictures(tenant, wanted.getId(), fresh.getId());
        ThemeVersion after = version(tenant, fresh);
        published(tenant, actor, "theme.rolled-back", before, after);
        return after;
    }

    private ThemeDraft draft(TenantId tenant, ThemeVersionRecord row) {
        return new ThemeDraft(
                row.getId(),
                row.getRevision(),
                new ThemeTokens(row.getTokens()).choices(),
                rows.pictures(tenant, row.getId()),
                row.getAuthor(),
                row.getChangedAt());
    }

    private ThemeVersion version(TenantId tenant, ThemeVersionRecord row) {
        ThemeTokens tokens = new ThemeTokens(row.getTokens());
        List<ThemeFile> pictures = rows.pictures(tenant, row.getId());
        return new ThemeVersion(
                row.getId(),
                row.getNumber(),
                row.getStatus().equals("published"),
                tokens.choices(),
                pictures,
                PublishedTheme.of(tokens, pictures, "").theme().stylesheet(),
                row.getAuthor(),
                row.getPublishedAt(),
                row.getOrigin(),
                row.getOriginNumber());
    }

    private void audit(
            TenantId tenant, Actor actor, String action, UUID id, @Nullable Object before, @Nullable Object after) {
        audit.record(tenant, actor, action, "theme", id.toString(), before, after);
    }
}
