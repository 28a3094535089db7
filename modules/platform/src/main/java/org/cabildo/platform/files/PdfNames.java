// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.files;

import java.util.Set;
import java.util.function.LongToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cabildo.platform.files.FileRefused.Reason;

/** Judges the names of a PDF one by one. */
final class PdfNames {

    private static final Set<String> ACTIVE = Set.of("JavaScript", "Launch", "Rendition", "RichMedia", "ImportData");
    private static final int LONGEST = 40;
    private static final Pattern ESCAPE = Pattern.compile("#([0-9A-Fa-f]{2})");

    /** Reads the name whose slash is at the given place, empty when none begins there; bytes outside are -1. */
    String see(LongToIntFunction bytes, long slash) {
        if (!beginsName(bytes, slash)) {
            return "";
        }
        StringBuilder raw = new StringBuilder();
        for (long at = slash + 1; raw.length() <= LONGEST && regular(bytes.applyAsInt(at)); at++) {
            raw.append((char) (bytes.applyAsInt(at) & 0xff));
        }
        String name = unescape(raw.toString());
        if (ACTIVE.contains(name)) {
            throw new FileRefused(Reason.ACTIVE_CONTENT);
        }
        long after = slash + 1 + raw.length();
        if (name.equals("XFA") && valueFollows(bytes, after)) {
            throw new FileRefused(Reason.ACTIVE_CONTENT);
        }
        if (name.equals("Encrypt") && valueFollows(bytes, after)) {
            throw new FileRefused(Reason.ENCRYPTED);
        }
        return name;
    }

    static String unescape(String text) {
        return ESCAPE.matcher(text)
                .replaceAll(
                        match -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(match.group(1), 16))));
    }

    /** A slash inside an address ("…/wiki/JavaScript") begins no name: before a name stands a space, a bracket or /S. */
    private static boolean beginsName(LongToIntFunction bytes, long slash) {
        int before = bytes.applyAsInt(slash - 1);
        return before == -1 || space(before) || "<>[])}".indexOf(before) >= 0 || followsKey(bytes, slash);
    }

    private static boolean followsKey(LongToIntFunction bytes, long slash) {
        StringBuilder key = new StringBuilder();
        long at = slash - 1;
        while (key.length() < 24 && regular(bytes.applyAsInt(at))) {
            key.insert(0, (char) bytes.applyAsInt(at--));
        }
        String name = unescape(key.toString());
        return bytes.applyAsInt(at) == '/' && (name.equals("S") || name.equals("Subtype") || name.equals("Type"));
    }

    private static boolean valueFollows(LongToIntFunction bytes, long after) {
        long at = after;
        while (space(bytes.applyAsInt(at))) {
            at++;
        }
        int c = bytes.applyAsInt(at);
        return c >= '0' && c <= '9' || c == '[' || c == '<';
    }

    private static boolean space(int c) {
        return c == 0 || c == 9 || c == 10 || c == 12 || c == 13 || c == 32;
    }

    private static boolean regular(int c) {
        return c != -1 && !space(c) && "()<>[]{}/%".indexOf(c) < 0;
    }
}
