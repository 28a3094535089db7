// SPDX-License-Identifier: Apache-2.0
package org.cabildo.geography.internal;

import static org.cabildo.geography.internal.jooq.Tables.UPLOAD;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.data.Owned;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Files that are being looked through, as rows. */
@Component
class UploadRows {

    /** A kept file. */
    record Kept(String fileName, String content) {}

    private final DSLContext dsl;

    UploadRows(DSLContext dsl) {
        this.dsl = dsl;
    }

    UUID add(TenantId tenant, String fileName, String content, String by, Instant at) {
        return dsl.insertInto(UPLOAD)
                .set(UPLOAD.TENANT_ID, tenant.value())
                .set(UPLOAD.FILE_NAME, fileName)
                .set(UPLOAD.CONTENT, content)
                .set(UPLOAD.UPLOADED_BY, by)
                .set(UPLOAD.UPLOADED_AT, at)
                .returning(UPLOAD.ID)
                .fetchSingle()
                .getId();
    }

    Optional<Kept> find(TenantId tenant, UUID id) {
        return dsl.selectFrom(UPLOAD)
                .where(Owned.by(tenant, UPLOAD))
                .and(UPLOAD.ID.eq(id))
                .fetchOptional(row -> new Kept(row.getFileName(), row.getContent()));
    }

    void delete(TenantId tenant, UUID id) {
        dsl.deleteFrom(UPLOAD)
                .where(Owned.by(tenant, UPLOAD))
                .and(UPLOAD.ID.eq(id))
                .execute();
    }

    void deleteBefore(TenantId tenant, Instant limit) {
        dsl.deleteFrom(UPLOAD)
                .where(Owned.by(tenant, UPLOAD))
                .and(UPLOAD.UPLOADED_AT.lt(limit))
                .execute();
    }
}
