// SPDX-License-Identifier: Apache-2.0
package org.cabildo.gateway.upstream;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Request targets for the servers behind: as the client wrote them, except for characters that a URI must escape. */
final class RequestTarget {

    private static final String ALLOWED = "-._~!$&'()*+,;=:@/?";
    private static final String HEX = "0123456789ABCDEF";

    private RequestTarget() {}

    static URI on(URI server, String rawPath, @Nullable String rawQuery) {
        String base = server.getScheme() + "://" + server.getRawAuthority();
        return URI.create(base + escaped(rawPath) + (rawQuery == null ? "" : "?" + escaped(rawQuery)));
    }

    private static String escaped(String text) {
        StringBuilder escaped = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean fine = isAlphanumeric(c) || ALLOWED.indexOf(c) >= 0 || c == '%' && isEscape(text, i);
            if (!fine && escaped == null) {
                escaped = new StringBuilder(text.length() + 16).append(text, 0, i);
            }
            if (escaped != null) {
                append(escaped, c, fine);
            }
        }
        return escaped == null ? text : escaped.toString();
    }

    private static void append(StringBuilder escaped, char c, boolean fine) {
        if (fine) {
            escaped.append(c);
        } else {
            // the web server hands over one byte per character
            escaped.append('%').append(HEX.charAt(c >> 4 & 0xf)).append(HEX.charAt(c & 0xf));
        }
    }

    private static boolean isEscape(String text, int at) {
        return at + 2 < text.length()
                && Character.digit(text.charAt(at + 1), 16) >= 0
                && Character.digit(text.charAt(at + 2), 16) >= 0;
    }

    private static boolean isAlphanumeric(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    }
}
