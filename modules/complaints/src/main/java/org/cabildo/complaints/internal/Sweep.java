// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.internal;

import static org.cabildo.complaints.internal.jooq.Tables.REQUEST;

import java.time.Instant;
import java.util.List;
import org.cabildo.complaints.catalogue.Agency;
import org.cabildo.complaints.catalogue.Catalogue;
import org.cabildo.complaints.catalogue.Catalogues;
import org.cabildo.complaints.catalogue.ServiceLevel;
import org.cabildo.complaints.clock.Clocks;
import org.cabildo.complaints.clock.Clocks.Clock;
import org.cabildo.complaints.clock.WorkingTime;
import org.cabildo.complaints.internal.jooq.tables.records.RequestRecord;
import org.cabildo.platform.Site;
import org.cabildo.platform.Sites;
import org.cabildo.platform.TenantContext;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.data.Owned;
import org.cabildo.platform.data.ReplicaLock;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks at the requests whose time has come: warns, notes what is late, escalates. Each request says itself when it has
 * to be looked at, so that a sweep reads what is due and nothing else. Rows of one batch stand or fall together, and a
 * batch that a crash undid is done again.
 */
@Component
class Sweep {

    private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);
    private static final int BATCH = 500;
    private static final int BATCHES = 2_000;

    private final DSLContext dsl;
    private final Catalogues catalogues;
    private final RequestRows rows;
    private final Journal journal;
    private final Deltas deltas;
    private final Sites sites;
    private final TransactionTemplate transactions;
    private final ReplicaLock lock;

    Sweep(
            DSLContext dsl,
            Catalogues catalogues,
            RequestRows rows,
            Journal journal,
            Deltas deltas,
            Sites sites,
            TransactionTemplate transactions,
            ReplicaLock lock) {
        this.dsl = dsl;
        this.catalogues = catalogues;
        this.rows = rows;
        this.journal = journal;
        this.deltas = deltas;
        this.sites = sites;
        this.transactions = transactions;
        this.lock = lock;
    }

    @Scheduled(fixedDelayString = "${cabildo.complaints.sweep:PT1M}", initialDelayString = "PT20S")
    void all() {
        lock.tryRun(
                "complaints.sweep",
                () -> sites.all().stream()
                        .filter(site -> site.has("complaints"))
                        .map(Site::requireTenant)
                        .forEach(this::sweepCarefully));
    }

    private void sweepCarefully(TenantId tenant) {
        try {
            sweep(tenant);
        } catch (RuntimeException exception) {
            LOG.warn("Clocks of tenant {} could not be looked at", tenant, exception);
        }
    }

    /** Looks at everything of a tenant that is due; says how many requests that were. */
    int sweep(TenantId tenant) {
        int sum = 0;
        for (int i = 0; i < BATCHES; i++) {
            Integer looked =
                    TenantContext.get(tenant, () -> transactions.execute(status -> batch(tenant, journal.now())));
            sum += looked == null ? 0 : looked;
            if (looked == null || looked < BATCH) {
                return sum;
            }
        }
        return sum;
    }

    private int batch(TenantId tenant, Instant now) {
        Catalogue catalogue = catalogues.of(tenant);
        List<RequestRecord> due = dsl.selectFrom(REQUEST)
                .where(Owned.by(tenant, REQUEST))
                .and(REQUEST.NEXT_CHECK.le(now))
                .orderBy(REQUEST.NEXT_CHECK)
                .limit(BATCH)
                .forUpdate()
                .skipLocked()
                .fetch();
        due.forEach(row -> look(tenant, catalogue, row, now));
        return due.size();
    }

    private void look(TenantId tenant, Catalogue catalogue, RequestRecord row, Instant now) {
        ServiceLevel level = journal.level(catalogue, row.getService());
        WorkingTime time = journal.time(tenant, catalogue, level);
        Clocks clocks = RequestRead.request(row).clocks();
        for (Clock clock : clocks.running(level, time)) {
            if (!clock.due().isAfter(now)) {
                late(tenant, row, clock, now);
            } else if (level != null && level.warn() > 0 && !clock.warning().isAfter(now)) {
                warn(tenant, row, clock);
            }
        }
        escalate(tenant, catalogue, row, level, time, clocks, now);
        journal.schedule(tenant, catalogue, row);
        rows.update(tenant, row);
    }

    private void late(TenantId tenant, RequestRecord row, Clock clock, Instant now) {
        if (row.getOverdue().indexOf(clock.letter()) >= 0) {
            return;
        }
        row.setOverdue(with(row.getOverdue(), clock.letter()));
        if (clock.letter() == 's' && Machine.counts(row)) {
            deltas.overdue(tenant, row, now, journal.zone(tenant));
        }
        journal.add(tenant, row, "overdue", "system", entry -> {
            entry.setPublic(false);
            entry.setText(String.valueOf(clock.letter()));
        });
    }

    private void warn(TenantId tenant, RequestRecord row, Clock clock) {
        if (row.getWarned().indexOf(clock.letter()) >= 0) {
            return;
        }
        row.setWarned(with(row.getWarned(), clock.letter()));
        journal.add(tenant, row, "warned", "system", entry -> {
            entry.setPublic(false);
            entry.setText(String.valueOf(clock.letter()));
        });
    }

    /** The letters in the order r, u, s. */
    private static String with(String letters, char more) {
        StringBuilder all = new StringBuilder();
        for (char letter : new char[] {'r', 'u', 's'}) {
            if (letter == more || letters.indexOf(letter) >= 0) {
                all.append(letter);
            }
        }
        return all.toString();
    }

    private void escalate(
            TenantId tenant,
            Catalogue catalogue,
            RequestRecord row,
            ServiceLevel level,
            WorkingTime time,
            Clocks clocks,
            Instant now) {
        if (level == null || clocks.solution() == null || clocks.pausedAt() != null) {
            return;
        }
        while (row.getEscalated() < level.escalation().size()) {
            ServiceLevel.Escalation step = level.escalation().get(row.getEscalated());
            if (time.plus(clocks.solution(), step.after() * 60L).isAfter(now)) {
                return;
            }
            row.setEscalated((short) (row.getEscalated() + 1));
            String before = row.getAgency();
            boolean moves =
                    catalogue.agency(step.agency()).map(Agency::code).isPresent() && !before.equals(step.agency());
            if (moves) {
                if (Machine.counts(row)) {
                    deltas.moves(tenant, row, journal.zone(tenant));
                }
                row.setAgency(step.agency());
                if (Machine.counts(row)) {
                    deltas.moved(tenant, row, journal.zone(tenant));
                }
            }
            journal.add(tenant, row, "escalated", "system", entry -> {
                entry.setPublic(false);
                entry.setAgency(moves ? step.agency() : null);
                entry.setText(step.email());
                entry.setBefore(moves ? before : null);
            });
        }
    }
}
