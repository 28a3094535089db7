// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy.theme;

import java.util.Optional;
import org.cabildo.platform.TenantId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Style sheets and pictures of a tenant's themes by hash: pages that somebody still shows keep their look. */
@Component
class ThemeArchive {

    private static final int VERSIONS = 40;

    private final ThemeRows rows;

    ThemeArchive(ThemeRows rows) {
        this.rows = rows;
    }

    @Transactional(readOnly = true)
    public Optional<PublishedTheme> stylesheet(TenantId tenant, String hash) {
        return rows.newestTokens(tenant, VERSIONS).stream()
                .map(tokens -> PublishedTheme.of(new ThemeTokens(tokens), java.util.List.of(), ""))
                .filter(theme -> theme.cssHash().equals(hash))
                .findFirst();
    }

    @Transactional(readOnly = true)
    public byte @Nullable [] picture(TenantId tenant, String hash, String role, String extension) {
        return rows.picture(tenant, hash, role, extension);
    }
}
