// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.mail;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.cabildo.platform.TenantContext;
import org.cabildo.platform.TenantId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends what is due, a few of each tenant in turn, so that one tenant's thousands don't keep the others waiting. Each
 * mail is taken by one replica; one that dies with it is taken again later.
 */
@Component
class MailRun {

    private static final Logger LOG = LoggerFactory.getLogger(MailRun.class);
    private static final int IN_TURN = 20;
    private static final int ROUNDS = 100;
    private static final Duration LEASE = Duration.ofMinutes(3);
    private static final Duration PAUSE = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofHours(6);

    private final MailQueue queue;
    private final MailTransport transport;
    private final Composition composition;
    private final MailProperties properties;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final MeterRegistry meters;
    private final Map<String, MailWriter> writers;
    private final ApplicationEventPublisher events;
    private volatile Instant pausedUntil = Instant.EPOCH;

    MailRun(
            MailQueue queue,
            MailTransport transport,
            Composition composition,
            MailProperties properties,
            TransactionTemplate transactions,
            Clock clock,
            MeterRegistry meters,
            List<MailWriter> writers,
            ApplicationEventPublisher events) {
        this.queue = queue;
        this.transport = transport;
        this.composition = composition;
        this.properties = properties;
        this.transactions = transactions;
        this.clock = clock;
        this.meters = meters;
        this.writers = writers.stream().collect(Collectors.toUnmodifiableMap(MailWriter::name, writer -> writer));
        this.events = events;
    }

    /** Sends until nothing is due or nobody takes it; gives way to the next run after a while. */
    void run() {
        for (int round = 0; round < ROUNDS; round++) {
            Instant now = clock.instant();
            if (now.isBefore(pausedUntil)) {
                return;
            }
            boolean more = sendSome(null);
            List<TenantId> tenants = transactions.execute(status -> queue.tenantsWithMail(now));
            for (TenantId tenant : tenants) {
                if (clock.instant().isBefore(pausedUntil)) {
                    return;
                }
                more |= TenantContext.get(tenant, () -> sendSome(tenant));
            }
            if (!more) {
                return;
            }
        }
    }

    /** Whether there may be more of the tenant, and somebody to hand it to. */
    private boolean sendSome(@Nullable TenantId tenant) {
        for (int sent = 0; sent < IN_TURN; sent++) {
            Instant now = clock.instant();
            Optional<Letter> next = inTransaction(() -> queue.take(tenant, now, now.plus(LEASE)));
            if (next.isEmpty() || !send(next.get())) {
                return false;
            }
        }
        return true;
    }

    /** Whether there is somebody to hand mail to. */
    private boolean send(Letter letter) {
        try {
            Optional<Letter> written = written(letter);
            if (written.isEmpty()) {
                count("dropped");
                return true;
            }
            transport.deliver(message(written.get()));
            inTransaction(() -> {
                queue.sent(letter, clock.instant());
                return letter;
            });
            count("sent");
            return true;
        } catch (DeliveryFailed failure) {
            inTransaction(() -> {
                remember(letter, failure);
                return letter;
            });
            return failure.reason() != DeliveryFailed.Reason.UNREACHABLE;
        }
    }

    /** The letter with its words; empty when there is nothing to say any more. */
    private Optional<Letter> written(Letter letter) throws DeliveryFailed {
        TenantId tenant = letter.tenant();
        if (letter.writer() == null || tenant == null) {
            return Optional.of(letter);
        }
        MailWriter writer = writers.get(letter.writer());
        if (writer == null) {
            throw new DeliveryFailed(DeliveryFailed.Reason.LATER, "no writer", new IllegalStateException());
        }
        try {
            return inTransaction(() -> {
                Optional<Letter> written = writer.write(tenant, letter.text()).map(letter::saying);
                if (written.isEmpty()) {
                    queue.dropped(letter, clock.instant());
                }
                return written;
            });
        } catch (RuntimeException exception) {
            LOG.warn("Mail {} of tenant {} could not be written", letter.id(), tenant, exception);
            throw new DeliveryFailed(DeliveryFailed.Reason.LATER, "not written", exception);
        }
    }

    private MimeMessage message(Letter letter) throws DeliveryFailed {
        try {
            return composition.message(letter);
        } catch (MessagingException exception) {
            throw new DeliveryFailed(DeliveryFailed.Reason.REFUSED, "malformed", exception);
        }
    }

    private void remember(Letter letter, DeliveryFailed failure) {
        Instant now = clock.instant();
        switch (failure.reason()) {
            case UNREACHABLE -> {
                pausedUntil = now.plus(PAUSE);
                queue.postpone(letter, pausedUntil, letter.attempts() - 1, failure.problem());
                LOG.warn("Mail waits: {}", failure.problem());
                count("waiting");
            }
            case LATER -> {
                if (letter.attempts() >= properties.attempts()) {
                    giveUp(letter, now, failure);
                } else {
                    queue.postpone(letter, now.plus(backOff(letter.attempts())), letter.attempts(), failure.problem());
                    count("postponed");
                }
            }
            case REFUSED -> giveUp(letter, now, failure);
        }
    }

    private void giveUp(Letter letter, Instant now, DeliveryFailed failure) {
        Optional<String> key = queue.failed(letter, now, failure.problem());
        TenantId tenant = letter.tenant();
        if (tenant != null && key.isPresent()) {
            boolean refused = failure.reason() == DeliveryFailed.Reason.REFUSED;
            events.publishEvent(new MailGivenUp(tenant, key.get(), refused));
        }
        LOG.warn("Mail {} of tenant {} was given up: {}", letter.id(), letter.tenant(), failure.problem());
        count("failed");
    }

    /** One minute, then four times as long each time. */
    private static Duration backOff(int attempts) {
        Duration pause = Duration.ofMinutes(1L << Math.min(20, 2 * (attempts - 1)));
        return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
    }

    private <T> T inTransaction(Supplier<T> work) {
        return transactions.execute(status -> work.get());
    }

    private void count(String outcome) {
        meters.counter("cabildo.mail", "outcome", outcome).increment();
    }
}
