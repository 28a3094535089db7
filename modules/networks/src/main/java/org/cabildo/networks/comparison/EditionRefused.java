// SPDX-License-Identifier: Apache-2.0
package org.cabildo.networks.comparison;

/** An edition is in a state that does not allow a change. */
public final class EditionRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** Why. */
    public enum Reason {
        FROZEN,
        PUBLISHED,
        IMPORTED,
        WITHOUT_MEASURES,
        SLUG_TAKEN,
        CODE_TAKEN
    }

    public EditionRefused(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
