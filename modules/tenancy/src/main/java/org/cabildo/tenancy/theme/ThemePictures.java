// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy.theme;

import static org.cabildo.tenancy.internal.jooq.Tables.THEME_ASSET;
import static org.cabildo.tenancy.internal.jooq.Tables.THEME_VERSION;

import org.cabildo.platform.TenantId;
import org.cabildo.platform.data.Owned;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Pictures of themes by the start of their hash. */
@Component
class ThemePictures {

    private final DSLContext dsl;

    ThemePictures(DSLContext dsl) {
        this.dsl = dsl;
    }

    @Transactional(readOnly = true)
    public byte @Nullable [] published(TenantId tenant, String hash, String role, String extension) {
        return dsl.select(THEME_ASSET.CONTENT)
                .from(THEME_ASSET)
                .join(THEME_VERSION)
                .on(THEME_VERSION.ID.eq(THEME_ASSET.THEME_ID), Owned.by(tenant, THEME_VERSION))
                .where(Owned.by(tenant, THEME_ASSET))
                .and(THEME_ASSET.ROLE.eq(role))
                .and(THEME_ASSET.EXTENSION.eq(extension))
                .and(THEME_ASSET.SHA256.startsWith(hash))
                .limit(1)
                .fetchOne(THEME_ASSET.CONTENT);
    }
}
