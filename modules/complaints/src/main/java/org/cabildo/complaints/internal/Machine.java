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
        }
        if (status.role() == Status.Role.WAITING) {
            clocks = clocks.pause(time, now);
        } else if (clocks.pausedAt() != null) {
            row.setWaited(
                    row.getWaited() + Duration.between(clocks.pausedAt(), now).toSeconds());
            clocks = clocks.resume(time, now);
        }
        RequestRead.clocks(row, clocks);
        if (status.open()) {
            row.setClosedAt(null);
            row.setDuplicateOf(null);
            if (!wasOpen) {
                reopen(tenant, row, level, time, now);
            }
        } else if (wasOpen) {
            row.setClosedAt(now);
            if (counts(row)) {
                deltas.closed(tenant, row, journal.zone(tenant));
            }
        }
    }

    /** A request that is opened again has the whole time of its service level before it. */
    private void reopen(TenantId tenant, RequestRecord row, ServiceLevel level, WorkingTime time, Instant now) {
        row.setReopened(row.getReopened() + 1);
        row.setWarned("");
        row.setOverdue("");
        row.setEscalated((short) 0);
        Clocks anew = Clocks.start(level, time, now);
        RequestRead.clocks(
                row,
                new Clocks(
                        anew.response(), anew.update(), anew.solution(), null, null, null, null, row.getRespondedAt()));
        if (counts(row)) {
            deltas.reopened(tenant, row, now, journal.zone(tenant));
        }
    }

    static boolean counts(RequestRecord row) {
        return row.getConfirmed() && !row.getConfidential();
    }
}
