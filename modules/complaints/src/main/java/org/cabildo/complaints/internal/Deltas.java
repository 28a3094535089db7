// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.internal;

import static org.cabildo.complaints.internal.jooq.Tables.DELTA;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.cabildo.complaints.internal.jooq.tables.records.DeltaRecord;
import org.cabildo.complaints.internal.jooq.tables.records.RequestRecord;
import org.cabildo.platform.TenantId;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * What a change of a request does to the numbers. Rows of the same transaction as the change; a job adds them to the
 * tallies, so that nobody who reports waits for somebody else's number. Only what the public may see is counted.
 */
@Component
class Deltas {

    private final DSLContext dsl;

    Deltas(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** It began to count, as it is now. */
    void received(TenantId tenant, RequestRecord row, ZoneId zone) {
        add(tenant, row, row.getRequestedAt(), zone, delta -> {
            delta.setReceived(1);
            delta.setOpen(row.getClosedAt() == null ? 1 : 0);
        });
        if (row.getClosedAt() != null) {
            ended(tenant, row, zone, 0);
        }
    }

    /** Many began to count, as they are now, in one statement. */
    void received(TenantId tenant, List<RequestRecord> rows, ZoneId zone) {
        List<DeltaRecord> all = new ArrayList<>();
        for (RequestRecord row : rows) {
            all.add(delta(tenant, row, row.getRequestedAt(), zone, delta -> {
                nothing(delta);
                delta.setReceived(1);
                delta.setOpen(row.getClosedAt() == null ? 1 : 0);
            }));
            if (row.getClosedAt() != null) {
                all.add(delta(tenant, row, row.getClosedAt(), zone, delta -> {
                    nothing(delta);
                    end(delta, row, 0);
                }));
            }
        }
        if (!all.isEmpty()) {
            dsl.insertInto(DELTA).set(all).execute();
        }
    }

    /** Rows of one statement name the same columns. */
    private static void nothing(DeltaRecord delta) {
        delta.setReceived(0);
        delta.setClosed(0);
        delta.setLate(0);
        delta.setReopened(0);
        delta.setOpen(0);
        delta.setOverdue(0);
        delta.setRatings(0);
        delta.setRatingSum(0);
    }

    /** It was closed at the time that its row says. */
    void closed(TenantId tenant, RequestRecord row, ZoneId zone) {
        ended(tenant, row, zone, -1);
    }

    private void ended(TenantId tenant, RequestRecord row, ZoneId zone, int open) {
        add(tenant, row, row.getClosedAt(), zone, delta -> end(delta, row, open));
    }

    private static void end(DeltaRecord delta, RequestRecord row, int open) {
        boolean late = row.getSolutionDue() != null
                && row.getPausedAt() == null
                && row.getSolutionDue().isBefore(row.getClosedAt());
        delta.setClosed(1);
        delta.setOpen(open);
        delta.setLate(late ? 1 : 0);
        delta.setOverdue(open < 0 && row.getOverdue().contains("s") ? -1 : 0);
        delta.setDuration(duration(row.getRequestedAt(), row.getClosedAt()));
    }

    /** It was opened again; the closing stays counted, since it happened. */
    void reopened(TenantId tenant, RequestRecord row, Instant now, ZoneId zone) {
        add(tenant, row, now, zone, delta -> {
            delta.setReopened(1);
            delta.setOpen(1);
        });
    }

    /** Its promised solution passed. */
    void overdue(TenantId tenant, RequestRecord row, Instant now, ZoneId zone) {
        add(tenant, row, now, zone, delta -> delta.setOverdue(1));
    }

    void rated(TenantId tenant, RequestRecord row, Instant now, ZoneId zone, int before, int rating) {
        add(tenant, row, now, zone, delta -> {
            delta.setRatings(before == 0 ? 1 : 0);
            delta.setRatingSum(rating - before);
        });
    }

    /** It counts under another office, service or territory: taken from the old, which the row still says. */
    void moves(TenantId tenant, RequestRecord row, ZoneId zone) {
        count(tenant, row, zone, -1);
    }

    /** And given to the new. */
    void moved(TenantId tenant, RequestRecord row, ZoneId zone) {
        count(tenant, row, zone, 1);
    }

    private void count(TenantId tenant, RequestRecord row, ZoneId zone, int sign) {
        add(tenant, row, row.getRequestedAt(), zone, delta -> {
            delta.setReceived(sign);
            delta.setOpen(row.getClosedAt() == null ? sign : 0);
            delta.setOverdue(row.getClosedAt() == null && row.getOverdue().contains("s") ? sign : 0);
        });
    }

    private void add(TenantId tenant, RequestRecord row, Instant at, ZoneId zone, Consumer<DeltaRecord> numbers) {
        dsl.insertInto(DELTA).set(delta(tenant, row, at, zone, numbers)).execute();
    }

    private DeltaRecord delta(
            TenantId tenant, RequestRecord row, Instant at, ZoneId zone, Consumer<DeltaRecord> numbers) {
        DeltaRecord delta = dsl.newRecord(DELTA);
        delta.setTenantId(tenant.value());
        delta.setDay(at.atZone(zone).toLocalDate());
        delta.setService(row.getService());
        delta.setTerritory(row.getTerritory());
        delta.setAgency(row.getAgency());
        delta.setCell(row.getCell());
        numbers.accept(delta);
        return delta;
    }

    /**
     * The class of a time to solution: each is a tenth longer than the one before, from one minute on, so that a median
     * read from them is at most five percent off.
     */
    static short duration(Instant from, Instant until) {
        double minutes = Math.max(0, Duration.between(from, until).toSeconds()) / 60.0;
        return (short) (minutes < 1 ? 0 : 1 + Math.floor(Math.log(minutes) / Math.log(1.1)));
    }

    /** The middle of a class, in minutes. */
    static double minutes(int duration) {
        return duration == 0 ? 0.5 : Math.pow(1.1, duration - 0.5);
    }
}
