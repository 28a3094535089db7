// SPDX-License-Identifier: Apache-2.0
package org.cabildo.search.web;

import org.cabildo.platform.web.View;

/** What types of documents are called. */
public final class Names {

    private Names() {}

    /** Several of a type, for instance "Noticias"; the type itself when no module has a word for it. */
    public static String ofType(View view, String type) {
        String key = "search.type." + type;
        return view.hasMsg(key) ? view.msg(key) : type;
    }
}
