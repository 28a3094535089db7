// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.events;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.cabildo.platform.data.ReplicaLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.dao.DataAccessException;
import org.springframework.modulith.events.FailedEventPublications;
import org.springframework.modulith.events.ResubmissionOptions;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Offers failed events to their listeners again, later and later, and sets aside what keeps failing. Spring Modulith
 * says when a listener failed or a replica died with it; it never tries again by itself.
 */
@Component
@EnableConfigurationProperties(EventProperties.class)
class Resubmission {

    private static final Logger LOG = LoggerFactory.getLogger(Resubmission.class);
    private static final int AT_ONCE = 1_000;
    private static final Duration TOO_OLD = Duration.ofDays(3);

    private final FailedEventPublications failed;
    private final PublicationStore store;
    private final EventProperties properties;
    private final ReplicaLock lock;
    private final Clock clock;

    Resubmission(
            FailedEventPublications failed,
            PublicationStore store,
            EventProperties properties,
            ReplicaLock lock,
            Clock clock) {
        this.failed = failed;
        this.store = store;
        this.properties = properties;
        this.lock = lock;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 5_000, fixedDelay = 5_000)
    void run() {
        lock.tryRun("events", this::resubmit);
    }

    private void resubmit() {
        Instant now = clock.instant();
        setAside(Set.of(), now);
        Set<UUID> due = store.due(properties, now, AT_ONCE);
        if (due.isEmpty()) {
            return;
        }
        try {
            offer(due);
        } catch (RuntimeException unreadable) {
            setAside(offerOneByOne(due), now);
        }
    }

    private void setAside(Set<UUID> unreadable, Instant now) {
        int dead = store.setAside(properties.attempts(), now.minus(TOO_OLD), unreadable, now);
        if (dead > 0) {
            LOG.warn("{} events failed too often and wait for an operator", dead);
        }
    }

    /** An event that can't be read ends the whole round, so find out which it is; answers with those. */
    private Set<UUID> offerOneByOne(Set<UUID> due) {
        Set<UUID> unreadable = new HashSet<>();
        for (UUID id : due) {
            try {
                offer(Set.of(id));
            } catch (DataAccessException | TransactionException databaseAway) {
                throw databaseAway;
            } catch (RuntimeException exception) {
                LOG.warn("Event {} can't be read", id, exception);
                unreadable.add(id);
            }
        }
        return unreadable;
    }

    private void offer(Set<UUID> due) {
        failed.resubmit(ResubmissionOptions.defaults()
                .withBatchSize(AT_ONCE)
                .withMinAge(Duration.ZERO)
                .withFilter(publication -> due.contains(publication.getIdentifier())));
    }

    @Scheduled(cron = "0 41 3 * * *")
    void forget() {
        lock.tryRun("events", () -> store.forgetTaken(clock.instant().minus(properties.keep())));
    }
}
