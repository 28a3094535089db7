// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.internal;

import static org.cabildo.complaints.internal.jooq.Tables.PHOTO;
import static org.cabildo.complaints.internal.jooq.Tables.REQUEST;

import java.util.List;
import java.util.Optional;
import org.cabildo.complaints.NewRequest.StoredPhoto;
import org.cabildo.complaints.Photos;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.data.Owned;
import org.cabildo.platform.files.CheckedFile;
import org.cabildo.platform.files.FileKey;
import org.cabildo.platform.files.FilePurpose;
import org.cabildo.platform.files.FileStore;
import org.cabildo.platform.files.IncomingFile;
import org.cabildo.platform.files.StoredFile;
import org.cabildo.platform.files.Uploads;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

@Component
class StoredPhotos implements Photos {

    static final String AREA = "complaints";

    /** The widths that the platform keeps beside a picture; one that is not there is answered with the picture. */
    private static final List<Integer> WIDTHS = List.of(400, 800, 1600);

    private final DSLContext dsl;
    private final Uploads uploads;
    private final FileStore store;

    StoredPhotos(DSLContext dsl, Uploads uploads, FileStore store) {
        this.dsl = dsl;
        this.uploads = uploads;
        this.store = store;
    }

    @Override
    public StoredPhoto store(TenantId tenant, IncomingFile file) {
        try (CheckedFile checked = uploads.check(file, FilePurpose.IMAGE)) {
            return new StoredPhoto(checked.store(store, tenant, AREA).value(), checked.width(), checked.height());
        }
    }

    @Override
    @Transactional(readOnly = true)
    public List<Photo> of(TenantId tenant, long request) {
        return dsl.selectFrom(PHOTO)
                .where(Owned.by(tenant, PHOTO))
                .and(PHOTO.REQUEST.eq(request))
                .orderBy(PHOTO.ID)
                .fetch(row -> new Photo(
                        row.getId(),
                        row.getEntry(),
                        row.getWidth(),
                        row.getHeight(),
                        row.getHidden(),
                        row.getFileKey(),
                        row.getPublicKey()));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<StoredFile> open(TenantId tenant, long request, long number, int width, boolean insider) {
        Optional<Photo> found = of(tenant, request).stream()
                .filter(photo -> photo.number() == number)
                .findFirst()
                .filter(photo -> insider || !photo.hidden() && listed(tenant, request));
        return found.flatMap(photo -> open(
                tenant, insider || photo.publicKey() == null ? photo.key() : photo.publicKey(), photo.width(), width));
    }

    private boolean listed(TenantId tenant, long request) {
        return dsl.fetchExists(dsl.selectOne()
                .from(REQUEST)
                .where(Owned.by(tenant, REQUEST))
                .and(REQUEST.ID.eq(request))
                .and(REQUEST.LISTED));
    }

    @Override
    public Optional<StoredFile> open(TenantId tenant, StoredPhoto photo, int width) {
        return open(tenant, photo.key(), photo.width(), width);
    }

    private Optional<StoredFile> open(TenantId tenant, String key, int has, int wanted) {
        FileKey whole = new FileKey(key);
        return WIDTHS.stream()
                .filter(width -> wanted > 0 && width >= wanted && width < has)
                .findFirst()
                .flatMap(width -> store.open(tenant, whole.variant("w" + width)))
                .or(() -> store.open(tenant, whole));
    }

    @Override
    public void discard(TenantId tenant, StoredPhoto photo) {
        FileKey whole = new FileKey(photo.key());
        WIDTHS.stream()
                .filter(width -> width < photo.width())
                .forEach(width -> store.delete(tenant, whole.variant("w" + width)));
        store.delete(tenant, whole);
    }
}
