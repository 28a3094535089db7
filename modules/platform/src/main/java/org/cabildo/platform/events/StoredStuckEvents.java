// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.events;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.cabildo.platform.Actor;
import org.cabildo.platform.Audit;
import org.cabildo.platform.TenantContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

@Component
class StoredStuckEvents implements StuckEvents {

    private static final Logger LOG = LoggerFactory.getLogger(StoredStuckEvents.class);

    private final PublicationStore store;
    private final Audit audit;
    private final TransactionTemplate transactions;
    private final Clock clock;

    StoredStuckEvents(PublicationStore store, Audit audit, TransactionTemplate transactions, Clock clock) {
        this.store = store;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public List<StuckEvent> newest(@Nullable UUID olderThan, int atMost) {
        return store.newest(olderThan, atMost);
    }

    @Override
    public Backlog backlog() {
        return store.backlog();
    }

    @Override
    public boolean retry(UUID id, Actor actor) {
        return change(id, actor, "event.retried", event -> store.bringBack(event.id(), clock.instant()));
    }

    @Override
    public boolean discard(UUID id, Actor actor) {
        return change(id, actor, "event.discarded", event -> store.forget(event.id()));
    }

    /** Looks first to know the tenant, then works in a transaction that has entered it. */
    private boolean change(UUID id, Actor actor, String action, java.util.function.Consumer<StuckEvent> work) {
        Optional<StuckEvent> found = transactions.execute(status -> store.byId(id));
        if (found.isEmpty()) {
            return false;
        }
        StuckEvent event = found.get();
        if (event.tenant() == null) {
            LOG.info("{} {} without tenant by {}", action, id, actor.person());
            return transactions.execute(status -> changed(id, work));
        }
        return TenantContext.get(
                event.tenant(),
                () -> transactions.execute(status -> {
                    boolean changed = changed(id, work);
                    if (changed) {
                        audit.record(event.tenant(), actor, action, "event", id.toString(), event, null);
                    }
                    return changed;
                }));
    }

    private boolean changed(UUID id, java.util.function.Consumer<StuckEvent> work) {
        Optional<StuckEvent> still = store.byId(id);
        still.ifPresent(work);
        return still.isPresent();
    }
}
