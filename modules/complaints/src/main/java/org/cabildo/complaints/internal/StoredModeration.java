// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.internal;

import static org.cabildo.complaints.internal.jooq.Tables.PHOTO;

import java.util.List;
import java.util.Objects;
import org.cabildo.complaints.ChangeRefused;
import org.cabildo.complaints.Moderation;
import org.cabildo.complaints.Worklist.Rectangle;
import org.cabildo.complaints.catalogue.Catalogues;
import org.cabildo.complaints.internal.jooq.tables.records.PhotoRecord;
import org.cabildo.complaints.internal.jooq.tables.records.RequestRecord;
import org.cabildo.platform.Actor;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.UseCase;
import org.cabildo.platform.data.Owned;
import org.cabildo.platform.files.FileKey;
import org.cabildo.platform.files.FileStore;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

@UseCase
class StoredModeration implements Moderation {

    private final DSLContext dsl;
    private final RequestRows rows;
    private final Catalogues catalogues;
    private final Journal journal;
    private final FileStore files;
    private final PhotoPaint paint;

    StoredModeration(
            DSLContext dsl,
            RequestRows rows,
            Catalogues catalogues,
            Journal journal,
            FileStore files,
            PhotoPaint paint) {
        this.dsl = dsl;
        this.rows = rows;
        this.catalogues = catalogues;
        this.journal = journal;
        this.files = files;
        this.paint = paint;
    }

    @Override
    public void hide(TenantId tenant, long request, long photo, boolean hidden, Actor actor) {
        RequestRecord row = lock(tenant, request, actor);
        PhotoRecord picture = picture(tenant, request, photo);
        if (picture.getHidden() == hidden) {
            return;
        }
        dsl.update(PHOTO)
                .set(PHOTO.HIDDEN, hidden)
                .where(Owned.by(tenant, PHOTO))
                .and(PHOTO.ID.eq(photo))
                .execute();
        note(tenant, row, actor, hidden ? "hidden " + photo : "shown " + photo, null);
    }

    @Override
    public void redact(TenantId tenant, long request, long photo, List<Rectangle> rectangles, Actor actor) {
        RequestRecord row = lock(tenant, request, actor);
        PhotoRecord picture = picture(tenant, request, photo);
        String before = picture.getRedacted();
        String after = Redactions.write(rectangles);
        if (before.equals(after)) {
            return;
        }
        String painted = rectangles.isEmpty()
                ? null
                : files.open(tenant, new FileKey(picture.getFileKey()))
                        .map(original -> paint.over(tenant, original, rectangles))
                        .orElseThrow(() -> new ChangeRefused("complaints.refused.photo"));
        dsl.update(PHOTO)
                .set(PHOTO.REDACTED, after)
                .set(PHOTO.PUBLIC_KEY, painted)
                .where(Owned.by(tenant, PHOTO))
                .and(PHOTO.ID.eq(photo))
                .execute();
        note(tenant, row, actor, "redacted " + photo, before);
    }

    private RequestRecord lock(TenantId tenant, long request, Actor actor) {
        return rows.lock(tenant, request)
                .filter(row -> !row.getConfidential() || actor.can("complaints.confidential"))
                .orElseThrow(() -> new ChangeRefused("complaints.refused.missing"));
    }

    private PhotoRecord picture(TenantId tenant, long request, long photo) {
        PhotoRecord found = dsl.selectFrom(PHOTO)
                .where(Owned.by(tenant, PHOTO))
                .and(PHOTO.REQUEST.eq(request))
                .and(PHOTO.ID.eq(photo))
                .fetchOne();
        if (found == null) {
            throw new ChangeRefused("complaints.refused.photo");
        }
        return Objects.requireNonNull(found);
    }

    private void note(TenantId tenant, RequestRecord row, Actor actor, String what, @Nullable String before) {
        journal.add(tenant, row, "photo", "staff", entry -> {
            entry.setPublic(false);
            entry.setActor(actor.person());
            entry.setActorName(actor.name());
            entry.setText(what);
            entry.setBefore(before);
        });
        journal.save(tenant, catalogues.of(tenant), row);
    }
}
