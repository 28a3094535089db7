// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.mail;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.cabildo.platform.Actor;
import org.cabildo.platform.Audit;
import org.cabildo.platform.TenantContext;
import org.cabildo.platform.TenantId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Mail through the queue, and the operators' view of what was given up. */
@Component
class QueuedMail implements Mailer, UndeliveredMails {

    private static final Logger LOG = LoggerFactory.getLogger(QueuedMail.class);

    private final MailQueue queue;
    private final Audit audit;
    private final TransactionTemplate transactions;
    private final Clock clock;

    QueuedMail(MailQueue queue, Audit audit, TransactionTemplate transactions, Clock clock) {
        this.queue = queue;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public void send(Mail mail) {
        transactions.executeWithoutResult(status -> queue.add(mail, clock.instant()));
    }

    @Override
    public void send(LateMail mail) {
        transactions.executeWithoutResult(status -> queue.add(mail, clock.instant()));
    }

    @Override
    public List<UndeliveredMail> newest(int atMost) {
        return transactions.execute(
                status -> Stream.concat(queue.undeliveredOfConsole(atMost).stream(), queue.undelivered(atMost).stream())
                        .sorted((one, other) -> other.failedAt().compareTo(one.failedAt()))
                        .limit(atMost)
                        .toList());
    }

    @Override
    public boolean retry(@Nullable TenantId tenant, UUID id, Actor actor) {
        return asTenant(
                tenant, () -> record("mail.retried", tenant, actor, id, queue.requeue(tenant, id, clock.instant())));
    }

    @Override
    public boolean discard(@Nullable TenantId tenant, UUID id, Actor actor) {
        return asTenant(
                tenant, () -> record("mail.discarded", tenant, actor, id, queue.discard(tenant, id, clock.instant())));
    }

    private boolean record(String action, @Nullable TenantId tenant, Actor actor, UUID id, Optional<String> key) {
        if (key.isPresent() && tenant != null) {
            audit.record(tenant, actor, action, "mail", id.toString(), null, key.get());
        } else if (key.isPresent()) {
            LOG.info("{} {} of the console by {}", action, id, actor.person());
        }
        return key.isPresent();
    }

    private boolean asTenant(@Nullable TenantId tenant, java.util.function.BooleanSupplier work) {
        if (tenant == null) {
            return transactions.execute(status -> work.getAsBoolean());
        }
        return TenantContext.get(tenant, () -> transactions.execute(status -> work.getAsBoolean()));
    }
}
