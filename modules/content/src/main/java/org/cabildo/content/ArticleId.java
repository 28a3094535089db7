// SPDX-License-Identifier: Apache-2.0
package org.cabildo.content;

import java.util.Locale;

/** Names one text in one language inside of a tenant. */
public record ArticleId(ArticleKind kind, String slug, Locale locale) {

    /** Slug and language, as in the names of a manifest's files. */
    public String name() {
        return slug + "." + locale.toLanguageTag();
    }

    /** Where staff edit it. */
    public String deskPath() {
        return "/gestion/" + kind.module() + "/" + slug + "/" + locale.toLanguageTag();
    }
}
