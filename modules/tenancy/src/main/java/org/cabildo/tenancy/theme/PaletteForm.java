// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy.theme;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.cabildo.platform.web.View;
import org.cabildo.tenancy.theme.colour.Palette;

/**
 * What somebody sent from {@code tenancy/theme/palette.jte}. Each colour has a text field and a colour field, so that
 * it can be chosen or typed with or without script: the one that was changed counts.
 *
 * @param palette the colours; where one could not be read, what was shown before
 * @param errors what was typed by field name, in the order of the form
 */
public record PaletteForm(Palette palette, Map<String, String> errors) {

    /** Reads the fields of a request. */
    public static PaletteForm of(Map<String, String[]> parameters) {
        Map<String, String> chosen = new LinkedHashMap<>();
        Map<String, String> errors = new LinkedHashMap<>();
        for (String token : Palette.TOKENS) {
            String hex = one(token, parameters);
            if (hex.matches("#[0-9a-f]{6}")) {
                chosen.put(token, hex);
            } else if (!hex.isEmpty() || !token.startsWith("footer")) {
                errors.put(token, hex);
                chosen.put(token, normal(value(token + "-shown", parameters)));
            }
        }
        chosen.values().removeIf(hex -> !hex.matches("#[0-9a-f]{6}"));
        Palette read = Palette.of(chosen);
        if (read.footer() == null != (read.footerText() == null)) {
            String given = read.footer() == null ? "footer-text" : "footer";
            read = read.with(given, String.valueOf(read.chosen(given)));
        }
        return new PaletteForm(read, errors);
    }

    /** The errors in words, for {@code ui.errorSummary} and {@code tenancy/theme/palette.jte}. */
    public Map<String, String> messages(View v) {
        Map<String, String> words = new LinkedHashMap<>();
        errors.forEach((token, typed) -> {
            String label = v.msg("theme.token." + token);
            words.put(
                    token,
                    typed.isEmpty()
                            ? v.msg("theme.error.colourMissing", label)
                            : v.msg("theme.error.colour", label, typed));
        });
        return words;
    }

    /** The changed one of a colour's two fields: the text when it says something new, else the picked colour. */
    private static String one(String token, Map<String, String[]> parameters) {
        String typed = normal(value(token, parameters));
        String shown = normal(value(token + "-shown", parameters));
        String picked = normal(value(token + "-pick", parameters));
        boolean pickedAnew = !picked.isEmpty() && !picked.equals(shown);
        return typed.equals(shown) || (typed.isEmpty() && pickedAnew) ? (pickedAnew ? picked : typed) : typed;
    }

    private static String value(String name, Map<String, String[]> parameters) {
        String[] values = parameters.get(name);
        return values == null || values.length == 0 ? "" : values[0];
    }

    /** People write colours with and without the sign, in capitals, or with three digits. */
    private static String normal(String text) {
        String value = text.strip().toLowerCase(Locale.ROOT);
        String digits = value.startsWith("#") ? value.substring(1) : value;
        if (digits.matches("[0-9a-f]{3}")) {
            return "#" + digits.replaceAll("(.)", "$1$1");
        }
        return digits.matches("[0-9a-f]{6}") ? "#" + digits : value;
    }
}
