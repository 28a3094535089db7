// SPDX-License-Identifier: Apache-2.0
package org.cabildo.indicators;

import java.util.Arrays;

/** Which way is better for residents. */
public enum Direction {
    /** More is better. */
    UP("up"),
    /** Less is better. */
    DOWN("down"),
    /** Neither: the figure describes, it does not judge. */
    NONE("none");

    private final String code;

    Direction(String code) {
        this.code = code;
    }

    /** The word in manifests and the database. */
    public String code() {
        return code;
    }

    /** @throws IllegalArgumentException for any other word */
    public static Direction of(String code) {
        return Arrays.stream(values())
                .filter(direction -> direction.code.equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("direction is up, down or none, not " + code));
    }
}
