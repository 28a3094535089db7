// SPDX-License-Identifier: Apache-2.0
package org.cabildo.search.web;

import org.cabildo.platform.web.View;
import org.jspecify.annotations.Nullable;

/** Addresses of the same question with something else chosen, from its first page. */
public final class Links {

    private Links() {}

    /** The question with one parameter set, or without it when the value is null. */
    public static String of(View view, String parameter, @Nullable String value) {
        String link = view.with(parameter, value);
        return parameter.equals("pagina") ? link : withoutPage(link);
    }

    private static String withoutPage(String link) {
        return link.replaceAll("([?&])pagina=[^&]*(&|$)", "$1").replaceAll("[?&]$", "");
    }
}
