// SPDX-License-Identifier: Apache-2.0
package org.cabildo.content;

import java.util.Arrays;
import java.util.Optional;

/** What an article is: a page that stays or a piece of news of a day. */
public enum ArticleKind {
    PAGE("page", "pages", "/paginas"),
    NEWS("news", "news", "/noticias");

    private final String code;
    private final String module;
    private final String path;

    ArticleKind(String code, String module, String path) {
        this.code = code;
        this.module = module;
        this.path = path;
    }

    /** The word in the store. */
    public String code() {
        return code;
    }

    /** Key of the module whose switch shows or hides it; also the name of its folder in manifests. */
    public String module() {
        return module;
    }

    /** The public path of the list. */
    public String path() {
        return path;
    }

    /** The kind that a module shows, if any. */
    public static Optional<ArticleKind> ofModule(String key) {
        return Arrays.stream(values()).filter(kind -> kind.module.equals(key)).findFirst();
    }
}
