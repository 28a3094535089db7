// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy.domains;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A host name that a tenant wishes to answer at.
 *
 * @param canonical whether the portal lives there now; all other proved hosts redirect to it
 * @param recordName name of the TXT record that proves control
 * @param recordText what the record must say
 * @param provedAt when control was proved, or null
 * @param missingSince since when the record can't be found any more, or null
 */
public record Domain(
        String host,
        State state,
        boolean canonical,
        String recordName,
        String recordText,
        @Nullable Instant provedAt,
        @Nullable Instant checkedAt,
        @Nullable Instant missingSince) {

    /** How far the proof is. */
    public enum State {
        /** No proof yet: the host does not answer. */
        WAITING,
        /** Proved: the host answers. */
        PROVED,
        /** Proved once, but the record is gone; the host answers until the grace period ends. */
        LOSING,
        /** Somebody else in this installation has proved it. */
        TAKEN
    }
}
