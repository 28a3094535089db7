// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.open311;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cabildo.complaints.catalogue.Status;
import org.cabildo.complaints.catalogue.Status.Role;

/** States as the extension "servicerequestupdates" of FixMyStreet names them, and what they mean here. */
public enum UpdateWord {
    OPEN(Role.REOPENED),
    REOPEN(Role.REOPENED),
    IN_PROGRESS(Role.WORKING),
    ACTION_SCHEDULED(Role.WORKING),
    INVESTIGATING(Role.WORKING),
    INTERNAL_REFERRAL(Role.WORKING),
    FOR_TRIAGE(Role.WORKING),
    FIXED(Role.SOLVED),
    CLOSED(Role.SOLVED),
    NO_FURTHER_ACTION(Role.CLOSED),
    NOT_COUNCILS_RESPONSIBILITY(Role.CLOSED),
    CANCELLED(Role.WITHDRAWN),
    DUPLICATE(Role.DUPLICATE);

    private final Role role;

    UpdateWord(Role role) {
        this.role = role;
    }

    /** What the state would have to be to the machine. */
    public Role role() {
        return role;
    }

    /** The word that a client sent, however it wrote it. */
    public static Optional<UpdateWord> read(String word) {
        String wanted = word.toUpperCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
        return List.of(values()).stream()
                .filter(one -> one.name().equals(wanted))
                .findFirst();
    }

    /** The word for a state of the municipality's own. */
    static UpdateWord of(Status status) {
        return switch (status.role()) {
            case START -> OPEN;
            case WORKING -> IN_PROGRESS;
            case WAITING -> INVESTIGATING;
            case SOLVED -> FIXED;
            case CLOSED -> NO_FURTHER_ACTION;
            case DUPLICATE -> DUPLICATE;
            case REOPENED -> REOPEN;
            case WITHDRAWN -> CANCELLED;
        };
    }
}
