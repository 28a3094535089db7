// SPDX-License-Identifier: Apache-2.0
package org.cabildo.notifications;

import java.util.Locale;

/** When somebody is told: with each change, or once a day of everything. */
public enum Rhythm {
    IMMEDIATE,
    DAILY;

    /** As it is kept and sent by forms. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What a form sent; anything else is immediate. */
    public static Rhythm of(String code) {
        return code.equals("daily") ? DAILY : IMMEDIATE;
    }
}
