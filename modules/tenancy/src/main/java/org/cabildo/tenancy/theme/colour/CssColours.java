// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy.theme.colour;

import java.awt.Color;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Colours as drawings write them: hexadecimal, {@code rgb()} and the names in common use. */
final class CssColours {

    private static final Map<String, Integer> NAMES = Map.ofEntries(
            Map.entry("black", 0x000000),
            Map.entry("white", 0xffffff),
            Map.entry("red", 0xff0000),
            Map.entry("lime", 0x00ff00),
            Map.entry("green", 0x008000),
            Map.entry("darkgreen", 0x006400),
            Map.entry("forestgreen", 0x228b22),
            Map.entry("blue", 0x0000ff),
            Map.entry("navy", 0x000080),
            Map.entry("darkblue", 0x00008b),
            Map.entry("royalblue", 0x4169e1),
            Map.entry("steelblue", 0x4682b4),
            Map.entry("skyblue", 0x87ceeb),
            Map.entry("teal", 0x008080),
            Map.entry("cyan", 0x00ffff),
            Map.entry("yellow", 0xffff00),
            Map.entry("gold", 0xffd700),
            Map.entry("orange", 0xffa500),
            Map.entry("darkorange", 0xff8c00),
            Map.entry("tomato", 0xff6347),
            Map.entry("crimson", 0xdc143c),
            Map.entry("firebrick", 0xb22222),
            Map.entry("maroon", 0x800000),
            Map.entry("darkred", 0x8b0000),
            Map.entry("brown", 0xa52a2a),
            Map.entry("purple", 0x800080),
            Map.entry("indigo", 0x4b0082),
            Map.entry("magenta", 0xff00ff),
            Map.entry("olive", 0x808000),
            Map.entry("gray", 0x808080),
            Map.entry("grey", 0x808080),
            Map.entry("silver", 0xc0c0c0));

    private CssColours() {}

    /** The colour, or null for none, transparent or anything unknown. */
    static @Nullable Color read(String text) {
        String value = text.strip().toLowerCase(Locale.ROOT);
        if (value.matches("#[0-9a-f]{3,4}")) {
            return new Color(twice(value.charAt(1)), twice(value.charAt(2)), twice(value.charAt(3)));
        }
        if (value.matches("#[0-9a-f]{6}([0-9a-f]{2})?")) {
            return new Color(Integer.parseInt(value.substring(1, 7), 16));
        }
        if (value.startsWith("rgb")) {
            return ofFunction(value);
        }
        Integer named = NAMES.get(value);
        return named == null ? null : new Color(named);
    }

    private static int twice(char digit) {
        return Character.digit(digit, 16) * 17;
    }

    private static @Nullable Color ofFunction(String value) {
        double[] channels = Geometry.numbers(value);
        if (channels.length < 3) {
            return null;
        }
        double scale = value.contains("%") ? 2.55 : 1;
        int[] rgb = new int[3];
        for (int i = 0; i < 3; i++) {
            rgb[i] = (int) Math.clamp(channels[i] * scale, 0, 255);
        }
        return new Color(rgb[0], rgb[1], rgb[2]);
    }
}
