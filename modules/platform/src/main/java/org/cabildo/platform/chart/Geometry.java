// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.chart;

import java.util.Locale;

/** Numbers as SVG attributes want them. */
final class Geometry {

    private Geometry() {}

    static String percent(double share) {
        return trim(share * 100) + "%";
    }

    static String trim(double number) {
        String text = String.format(Locale.ROOT, "%.2f", number);
        return text.replaceAll("\\.?0+$", "");
    }
}
