// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.imports;

import java.util.Locale;

/** How far an import is. */
public enum ImportState {
    /** The file is there; its columns are being mapped. */
    UPLOADED,
    /** All rows are being checked in the background. */
    CHECKING,
    /** The report is ready; somebody decides. */
    CHECKED,
    /** The good rows are being loaded in the background. */
    RUNNING,
    DONE,
    /** Nothing was loaded. */
    FAILED,
    CANCELLED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static ImportState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** Whether the background is at it. */
    public boolean working() {
        return this == CHECKING || this == RUNNING;
    }

    /** Whether nothing will happen any more. */
    public boolean over() {
        return compareTo(DONE) >= 0;
    }
}
