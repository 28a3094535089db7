// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.cabildo.complaints.Entry;
import org.cabildo.complaints.catalogue.Catalogue;
import org.cabildo.complaints.catalogue.Status;
import org.cabildo.complaints.clock.Clocks.Pause;
import org.jspecify.annotations.Nullable;

/**
 * What counts of a request's history when its clocks are set anew.
 *
 * @param started when it was reported, or last opened again
 * @param said when staff last said something in public since then; the start when they did not
 * @param pauses since the start, without one that still lasts
 */
record Past(Instant started, Instant said, List<Pause> pauses) {

    static Past of(Catalogue catalogue, Instant requested, List<Entry> entries) {
        Instant started = requested;
        Instant said = requested;
        List<Pause> pauses = new ArrayList<>();
        @Nullable Instant waits = null;
        boolean open = true;
        for (Entry entry : entries) {
            if (entry.isPublic() && entry.author().equals("staff") && says(entry)) {
                said = entry.at();
            }
            if (entry.status() == null) {
                continue;
            }
            Status.Role role =
                    catalogue.status(entry.status()).map(Status::role).orElse(Status.Role.WORKING);
            if (!open && role.open()) {
                started = entry.at();
                said = entry.at();
                pauses.clear();
                waits = null;
            }
            open = role.open();
            if (role == Status.Role.WAITING) {
                waits = waits == null ? entry.at() : waits;
            } else if (waits != null) {
                pauses.add(new Pause(waits, entry.at()));
                waits = null;
            }
        }
        return new Past(started, said, List.copyOf(pauses));
    }

    private static boolean says(Entry entry) {
        return entry.kind().equals("status") || entry.kind().equals("comment");
    }
}
