// SPDX-License-Identifier: Apache-2.0
package org.cabildo.gateway.notice;

/** Contrast of colours after WCAG 2.2, success criterion 1.4.3. */
final class Contrast {

    private static final double AA = 4.5;

    private Contrast() {}

    /** The wished text colour where it can be read on the ground, else black or white. */
    static String readable(String wished, String ground) {
        if (ratio(wished, ground) >= AA) {
            return wished;
        }
        return ratio("#ffffff", ground) >= ratio("#000000", ground) ? "#ffffff" : "#000000";
    }

    static double ratio(String one, String other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String hex) {
        int rgb = Integer.parseInt(hex.substring(1), 16);
        return 0.2126 * channel(rgb >> 16 & 0xff) + 0.7152 * channel(rgb >> 8 & 0xff) + 0.0722 * channel(rgb & 0xff);
    }

    private static double channel(int value) {
        double share = value / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
