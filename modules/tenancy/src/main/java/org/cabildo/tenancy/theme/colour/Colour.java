// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy.theme.colour;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A colour in sRGB with the arithmetic of themes: WCAG 2.2 contrast and mixing in OKLab, which keeps mixtures of any
 * brand colour even to the eye (Björn Ottosson, "A perceptual color space for image processing", 2020).
 *
 * @param red 0 to 1
 * @param green 0 to 1
 * @param blue 0 to 1
 */
record Colour(double red, double green, double blue) {

    static final Colour WHITE = new Colour(1, 1, 1);
    static final Colour BLACK = new Colour(0, 0, 0);
    private static final Pattern HEX = Pattern.compile("#[0-9a-f]{6}");

    /** Reads {@code #rrggbb}; anything else is refused, so that no other CSS can come in by this door. */
    static Colour hex(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (!HEX.matcher(lower).matches()) {
            throw new IllegalArgumentException("A colour is written #rrggbb, got " + text);
        }
        int value = Integer.parseInt(lower.substring(1), 16);
        return new Colour((value >> 16) / 255.0, (value >> 8 & 255) / 255.0, (value & 255) / 255.0);
    }

    String hex() {
        return "#%02x%02x%02x".formatted(byteOf(red), byteOf(green), byteOf(blue));
    }

    private static int byteOf(double channel) {
        return (int) Math.round(Math.clamp(channel, 0, 1) * 255);
    }

    /** Relative luminance (WCAG 2.2, definition "relative luminance"). */
    double luminance() {
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    }

    /** Contrast ratio from 1 to 21 (WCAG 2.2, definition "contrast ratio"). */
    double contrast(Colour other) {
        double lighter = Math.max(luminance(), other.luminance());
        double darker = Math.min(luminance(), other.luminance());
        return (lighter + 0.05) / (darker + 0.05);
    }

    /** This colour with a share, 0 to 1, of another. */
    Colour mix(Colour other, double share) {
        double[] mine = oklab();
        double[] theirs = other.oklab();
        double[] mixed = new double[3];
        for (int i = 0; i < 3; i++) {
            mixed[i] = mine[i] * (1 - share) + theirs[i] * share;
        }
        return fromOklab(mixed);
    }

    /** Lightness in OKLab, 0 to 1. */
    double lightness() {
        return oklab()[0];
    }

    /** The same hue at another lightness; what sRGB can't show loses chroma, not hue. */
    Colour lightness(double lightness) {
        double[] lab = oklab();
        return shown(lightness, lab[1], lab[2]);
    }

    /** Distance from grey in OKLab, 0 to about 0.32. */
    double chroma() {
        double[] lab = oklab();
        return Math.hypot(lab[1], lab[2]);
    }

    /** The same hue and lightness with at most this chroma. */
    Colour chroma(double most) {
        double[] lab = oklab();
        double share = Math.min(1, most / Math.max(1e-9, Math.hypot(lab[1], lab[2])));
        return fromOklab(new double[] {lab[0], lab[1] * share, lab[2] * share});
    }

    /** Angle of the hue in degrees. */
    double hue() {
        double[] lab = oklab();
        return (Math.toDegrees(Math.atan2(lab[2], lab[1])) + 360) % 360;
    }

    private static Colour shown(double lightness, double a, double b) {
        for (double share = 1; share > 0; share -= 0.05) {
            double[] lab = {lightness, a * share, b * share};
            if (inGamut(lab)) {
                return fromOklab(lab);
            }
        }
        return fromOklab(new double[] {lightness, 0, 0});
    }

    private static boolean inGamut(double[] lab) {
        for (double channel : linearOf(lab)) {
            if (channel < -0.002 || channel > 1.002) {
                return false;
            }
        }
        return true;
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }

    private static double gamma(double channel) {
        double clamped = Math.clamp(channel, 0, 1);
        return clamped <= 0.0031308 ? clamped * 12.92 : 1.055 * Math.pow(clamped, 1 / 2.4) - 0.055;
    }

    /** Coordinates in OKLab: lightness, green to red, blue to yellow. */
    double[] oklab() {
        double r = linear(red);
        double g = linear(green);
        double b = linear(blue);
        double l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
        double m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
        double s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
        return new double[] {
            0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
            1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
            0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s
        };
    }

    static Colour fromOklab(double[] lab) {
        double[] rgb = linearOf(lab);
        return new Colour(gamma(rgb[0]), gamma(rgb[1]), gamma(rgb[2]));
    }

    private static double[] linearOf(double[] lab) {
        double l = Math.pow(lab[0] + 0.3963377774 * lab[1] + 0.2158037573 * lab[2], 3);
        double m = Math.pow(lab[0] - 0.1055613458 * lab[1] - 0.0638541728 * lab[2], 3);
        double s = Math.pow(lab[0] - 0.0894841775 * lab[1] - 1.2914855480 * lab[2], 3);
        return new double[] {
            4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
            -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
            -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s
        };
    }
}
