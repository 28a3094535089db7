// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.internal;

import java.time.Duration;
import java.time.Instant;
import org.cabildo.complaints.ChangeRefused;
import org.cabildo.complaints.catalogue.Catalogue;
import org.cabildo.complaints.catalogue.ServiceLevel;
import org.cabildo.complaints.catalogue.Status;
import org.cabildo.complaints.clock.Clocks;
import org.cabildo.complaints.clock.WorkingTime;
import org.cabildo.complaints.internal.jooq.tables.records.RequestRecord;
import org.cabildo.platform.TenantId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a change of state does to a row: clocks, closing time, numbers. Who may make it is decided before. */
@Component
class Machine {

    private final Journal journal;
    private final Deltas deltas;

    Machine(Journal journal, Deltas deltas) {
        this.journal = journal;
        this.deltas = deltas;
    }

    /**
     * Puts a locked row into a state.
     *
     * @param spoken whether staff said something that the public can read
     */
    void enter(TenantId tenant, Catalogue catalogue, RequestRecord row, String state, boolean spoken) {
        Status status = catalogue.status(state).orElseThrow(() -> new ChangeRefused("complaints.refused.state"));
        Instant now = journal.now();
        ServiceLevel level = journal.level(catalogue, row.getService());
        WorkingTime time = journal.time(tenant, catalogue, level);
        boolean wasOpen = row.getClosedAt() == null;
        row.setStatus(state);
        Clocks clocks = RequestRead.request(row).clocks();
        if (spoken) {
            clocks = clocks.said(level, time, now);
            row.setWarned(row.getWarned().replace("u", ""));
            row.setOverdue(row.getOverdue().replace("u", ""));
        }
        if (status.role() == Status.Role.WAITING) {
            clocks = clocks.pause(time, now);
        } else if (clocks.pausedAt() != null) {
            row.setWaited(
                    row.getWaited() + Duration.between(clocks.pausedAt(), now).toSeconds());
            clocks = clocks.resume(time, now);
        }
        RequestRead.clocks(row, clocks);
        if (status.role() != Status.Role.DUPLICATE) {
            row.setDuplicateOf(null);
        }
        if (status.open()) {
            row.setClosedAt(null);
            if (!wasOpen) {
                reopen(tenant, row, level, time, now, status.role() == Status.Role.WAITING);
            }
        } else if (wasOpen) {
            row.setClosedAt(now);
            if (counts(row)) {
                deltas.closed(tenant, row, journal.zone(tenant));
            }
        }
    }

    /** A request that is opened again has the whole time of its service level before it. */
    private void reopen(
            TenantId tenant, RequestRecord row, ServiceLevel level, WorkingTime time, Instant now, boolean waiting) {
        row.setReopened(row.getReopened() + 1);
        row.setWarned("");
        row.setOverdue("");
        row.setEscalated((short) 0);
        Clocks start = Clocks.start(level, time, now);
        Clocks anew = new Clocks(
                start.response(), start.update(), start.solution(), null, null, null, null, row.getRespondedAt());
        RequestRead.clocks(row, waiting ? anew.pause(time, now) : anew);
        if (counts(row)) {
            deltas.reopened(tenant, row, now, journal.zone(tenant));
        }
    }

    /** After clocks were set anew: what was warned or late under the old ones and is not under these is forgotten. */
    void forgive(RequestRecord row) {
        row.setWarned("");
        Clocks clocks = RequestRead.request(row).clocks();
        Instant now = journal.now();
        String still = (passed(clocks.response(), now) ? "r" : "")
                + (passed(clocks.update(), now) ? "u" : "")
                + (passed(clocks.solution(), now) ? "s" : "");
        String kept = row.getOverdue()
                .chars()
                .filter(letter -> still.indexOf(letter) >= 0)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        row.setOverdue(kept);
    }

    private static boolean passed(@Nullable Instant due, Instant now) {
        return due != null && !due.isAfter(now);
    }

    static boolean counts(RequestRecord row) {
        return row.getConfirmed() && !row.getConfidential();
    }
}
