// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.web;

import java.util.Locale;

/**
 * What a status, a notice or a change means to the reader. Templates show it as shape and colour beside a word, never
 * as colour alone.
 */
public enum Tone {
    GOOD("circle-check"),
    WARNING("alert"),
    BAD("octagon"),
    INFO("info"),
    NEUTRAL("circle-dashed");

    private final String icon;

    Tone(String icon) {
        this.icon = icon;
    }

    /** The shape: an icon of the sprite. */
    public String icon() {
        return icon;
    }

    /** The class name of the style sheets. */
    public String css() {
        return name().toLowerCase(Locale.ROOT);
    }
}
