// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.catalogue;

import java.util.Map;

/**
 * A state of a request, in a tenant's own words.
 *
 * @param description what it means, for citizens, by language
 * @param role what it is to the machine
 */
public record Status(String code, Map<String, String> name, Map<String, String> description, Role role) {

    /** What a state is to the machine. Exactly one state of a tenant is START, DUPLICATE, REOPENED and WITHDRAWN each. */
    public enum Role {
        /** Where requests begin. */
        START(true),
        /** Somebody works on it. */
        WORKING(true),
        /** The citizen has to answer; clocks stand still. */
        WAITING(true),
        /** Closed because it is done. */
        SOLVED(false),
        /** Closed without a solution, for a reason. */
        CLOSED(false),
        /** Closed because another request is about the same. */
        DUPLICATE(false),
        /** Open again. */
        REOPENED(true),
        /** Closed by the reporter. */
        WITHDRAWN(false);

        private final boolean open;

        Role(boolean open) {
            this.open = open;
        }

        /** Whether Open311 calls it open. */
        public boolean open() {
            return open;
        }
    }

    public Status {
        code = Absent.text(code);
        name = Absent.texts(name);
        description = Absent.texts(description);
        role = role == null ? Role.WORKING : role;
    }

    /** Whether Open311 calls it open. */
    @com.fasterxml.jackson.annotation.JsonIgnore
    public boolean open() {
        return role.open();
    }
}
