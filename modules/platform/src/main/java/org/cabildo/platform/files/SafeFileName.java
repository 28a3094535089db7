// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.files;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/**
 * Names for people to see and to save under. Path parts, controls, line breaks and the characters that reverse the
 * direction of writing are gone; the extension is the one of the real type.
 */
public final class SafeFileName {

    private static final int LONGEST = 100;
    private static final Set<String> DEVICES = Set.of("con", "prn", "aux", "nul");

    private SafeFileName() {}

    /** A safe name from whatever was sent, ending in the type's extension; never empty. */
    public static String of(String sent, FileType type) {
        String name = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
        int dot = name.lastIndexOf('.');
        String stem = clean(dot > 0 ? name.substring(0, dot) : dot == 0 ? "" : name);
        if (stem.length() > LONGEST) {
            int cut = Character.isHighSurrogate(stem.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
            stem = stem.substring(0, cut).strip();
        }
        String lower = stem.toLowerCase(Locale.ROOT);
        if (stem.isEmpty() || DEVICES.contains(lower) || lower.matches("(com|lpt)\\d")) {
            stem = ("archivo " + stem).strip();
        }
        return stem + "." + type.extension();
    }

    /** The value of {@code Content-Disposition} (RFC 6266) for a name made by {@link #of}. */
    public static String disposition(boolean inline, String name) {
        String ascii = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .replaceAll("[^A-Za-z0-9 ._()-]", "_");
        String plain = (inline ? "inline" : "attachment") + "; filename=\"" + ascii + "\"";
        return ascii.equals(name) ? plain : plain + "; filename*=UTF-8''" + percent(name);
    }

    /** Text without anything that a file system, a header or a reader's eye could take for something else. */
    static String clean(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .replaceAll("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\p{Cn}\\p{Zl}\\p{Zp}]", "")
                .replaceAll("[\\\\/:*?\"<>|;%]", " ")
                .replaceAll("\\s+", " ")
                .replaceAll("^[. ]+|[. ]+$", "");
    }

    /** RFC 5987 {@code ext-value} characters. */
    private static String percent(String name) {
        StringBuilder encoded = new StringBuilder();
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            boolean plain =
                    b >= '0' && b <= '9' || b >= 'A' && b <= 'Z' || b >= 'a' && b <= 'z' || "-._~".indexOf(b) >= 0;
            encoded.append(plain ? String.valueOf((char) b) : "%%%02X".formatted(b & 0xff));
        }
        return encoded.toString();
    }
}
