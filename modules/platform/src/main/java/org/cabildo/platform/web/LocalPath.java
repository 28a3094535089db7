// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.web;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** Where to go back to after signing in or choosing a language: always a page of the same site. */
public final class LocalPath {

    private LocalPath() {}

    /** The wanted path if it is one of this site, else the start page. */
    public static String of(@Nullable String wanted) {
        return wanted != null && local(wanted) ? wanted : "/";
    }

    private static boolean local(String path) {
        if (path.length() > 2000
                || !path.startsWith("/")
                || path.startsWith("//")
                || path.chars().anyMatch(letter -> letter == '\\' || letter < ' ' || letter == 127)
                || path.startsWith("/entrar")
                || path.startsWith("/salir")
                || path.startsWith("/login/")) {
            return false;
        }
        try {
            URI uri = new URI(path);
            return uri.getScheme() == null && uri.getRawAuthority() == null;
        } catch (URISyntaxException exception) {
            return false;
        }
    }
}
