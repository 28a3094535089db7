// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy.theme;

import static org.cabildo.tenancy.internal.jooq.Tables.PUBLISHED_THEMES;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/** Reads the published themes of all tenants, for the directory of sites. */
@Component
public class PublishedThemes {

    private final DSLContext dsl;

    PublishedThemes(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** The themes by tenant number; tenants without a published one are missing. */
    public Map<Integer, PublishedTheme> byTenant() {
        Map<Integer, String> tokens = new HashMap<>();
        Map<Integer, List<ThemeFile>> files = new HashMap<>();
        Map<Integer, String> marks = new HashMap<>();
        var t = PUBLISHED_THEMES;
        for (Record row : dsl.selectFrom(PUBLISHED_THEMES()).fetch()) {
            int tenant = row.get(t.TENANT);
            tokens.put(tenant, row.get(t.TOKENS));
            List<ThemeFile> own = files.computeIfAbsent(tenant, key -> new ArrayList<>());
            if (row.get(t.ROLE) != null) {
                own.add(new ThemeFile(row.get(t.ROLE), row.get(t.EXTENSION), row.get(t.SHA256)));
            }
            if (row.get(t.MARK) != null) {
                String type = ThemeFile.mediaType(row.get(t.EXTENSION));
                marks.put(tenant, "data:" + type + ";base64," + row.get(t.MARK).replace("\n", ""));
            }
        }
        Map<Integer, PublishedTheme> themes = new HashMap<>();
        tokens.forEach((tenant, json) -> themes.put(
                tenant, PublishedTheme.of(new ThemeTokens(json), files.get(tenant), marks.getOrDefault(tenant, ""))));
        return themes;
    }
}
