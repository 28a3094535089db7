// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy.theme;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.cabildo.tenancy.theme.colour.Palette;

/**
 * What differs between two choices, as flat values for the audit and for people.
 *
 * @param before values that were, by name; missing where there was none
 * @param after values that are, by name; missing where there is none
 */
public record ThemeDifferences(Map<String, String> before, Map<String, String> after) {

    public static ThemeDifferences between(ThemeChoices one, ThemeChoices other) {
        Map<String, String> old = flat(one);
        Map<String, String> fresh = flat(other);
        Map<String, String> before = new LinkedHashMap<>();
        Map<String, String> after = new LinkedHashMap<>();
        TreeSet<String> names = new TreeSet<>(old.keySet());
        names.addAll(fresh.keySet());
        for (String name : names) {
            if (!Objects.equals(old.get(name), fresh.get(name))) {
                put(before, name, old.get(name));
                put(after, name, fresh.get(name));
            }
        }
        return new ThemeDifferences(before, after);
    }

    public boolean none() {
        return before.isEmpty() && after.isEmpty();
    }

    private static void put(Map<String, String> values, String name, @org.jspecify.annotations.Nullable String value) {
        if (value != null) {
            values.put(name, value);
        }
    }

    private static Map<String, String> flat(ThemeChoices choices) {
        Map<String, String> flat = new LinkedHashMap<>();
        for (String token : Palette.TOKENS) {
            put(flat, token, choices.palette().chosen(token));
        }
        flat.put("font.heading", choices.headingFont());
        flat.put("font.body", choices.bodyFont());
        flat.put("radius", String.valueOf(choices.radius()));
        choices.variants().forEach(flat::put);
        choices.texts()
                .forEach((key, texts) -> texts.forEach((language, text) -> flat.put(key + "." + language, text)));
        flat.put("tiles", String.join(", ", choices.tiles()));
        flat.put("footerColumns", footer(choices));
        return flat;
    }

    private static String footer(ThemeChoices choices) {
        StringBuilder text = new StringBuilder();
        choices.footer().forEach(column -> {
            text.append(column.title()).append(": ");
            column.links()
                    .forEach(link -> text.append(link.label())
                            .append(' ')
                            .append(link.href())
                            .append("; "));
        });
        return text.toString();
    }
}
