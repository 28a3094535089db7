// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.catalogue;

import java.util.List;

/**
 * A change of state that is allowed.
 *
 * @param roles permissions of staff that may make it (any of them), or {@code reporter}
 * @param note whether a public note has to explain it
 */
public record Transition(String from, String to, List<String> roles, boolean note) {

    /** Whoever reported. */
    public static final String REPORTER = "reporter";

    public Transition {
        from = Absent.text(from);
        to = Absent.text(to);
        roles = Absent.list(roles);
    }
}
