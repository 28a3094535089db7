// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.imports.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.cabildo.platform.Site;
import org.cabildo.platform.Sites;
import org.cabildo.platform.TenantContext;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.imports.ImportJob.Failure;
import org.cabildo.platform.imports.ImportKind;
import org.cabildo.platform.imports.ImportRefused;
import org.cabildo.platform.imports.ImportState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes imports that wait for the background, one at a time, and brings them as far as they get. */
@Component
class ImportWork {

    private static final Logger LOG = LoggerFactory.getLogger(ImportWork.class);
    private static final int MOST_ATTEMPTS = 5;
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final ImportClaims claims;
    private final ImportCheck check;
    private final ImportLoad load;
    private final List<ImportKind<?>> kinds;
    private final Leftovers leftovers;
    private final Sites sites;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final UUID self = UUID.randomUUID();

    ImportWork(
            ImportClaims claims,
            ImportCheck check,
            ImportLoad load,
            ObjectProvider<ImportKind<?>> kinds,
            Leftovers leftovers,
            Sites sites,
            TransactionTemplate transactions,
            Clock clock) {
        this.claims = claims;
        this.check = check;
        this.load = load;
        this.kinds = kinds.orderedStream().toList();
        this.leftovers = leftovers;
        this.sites = sites;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Works until nothing waits that somebody may take. */
    void drain(BooleanSupplier stopping) {
        List<TenantId> tenants =
                Objects.requireNonNull(transactions.execute(status -> claims.tenantsWithWork(clock.instant())));
        for (TenantId tenant : tenants) {
            TenantContext.run(tenant, () -> {
                while (!stopping.getAsBoolean() && one(tenant, stopping)) {
                    // one after the other
                }
            });
        }
    }

    private boolean one(TenantId tenant, BooleanSupplier stopping) {
        Set<String> workable = workable(tenant);
        if (workable.isEmpty()) {
            return false;
        }
        Optional<Claim> taken = transactions.execute(status -> claims.take(tenant, workable, self, clock.instant()));
        Objects.requireNonNull(taken).ifPresent(claim -> work(claim, stopping));
        return taken.isPresent();
    }

    /** The kinds whose module is on. */
    private Set<String> workable(TenantId tenant) {
        Optional<Site> site = sites.byTenant(tenant);
        return kinds.stream()
                .filter(kind -> site.map(one -> one.has(kind.module())).orElse(false))
                .map(ImportKind::key)
                .collect(Collectors.toSet());
    }

    private void work(Claim claim, BooleanSupplier stopping) {
        ImportKind<?> kind = kinds.stream()
                .filter(one -> one.key().equals(claim.job().kind()))
                .findFirst()
                .orElseThrow();
        try {
            if (claim.job().state() == ImportState.CHECKING) {
                if (!check.run(claim, kind, stopping)) {
                    inTransaction(() -> claims.release(claim, clock.instant()));
                }
            } else {
                load.run(claim, kind);
                leftovers.removeFile(claim.tenant(), claim.id(), claim.fileKey());
            }
        } catch (ClaimLost lost) {
            LOG.info("Import {} of tenant {} was cancelled or taken over", claim.id(), claim.tenant());
        } catch (ImportRefused refused) {
            fail(claim, kind, new Failure(refused.messageKey(), refused.arguments()));
        } catch (Exception failure) {
            later(claim, kind, failure);
        }
    }

    private void later(Claim claim, ImportKind<?> kind, Exception failure) {
        LOG.warn("Import {} of tenant {} was interrupted", claim.id(), claim.tenant(), failure);
        if (claim.attempts() >= MOST_ATTEMPTS) {
            fail(claim, kind, new Failure("platform.imports.failed.error", List.of()));
            return;
        }
        Instant again = clock.instant().plus(PAUSE.multipliedBy(claim.attempts()));
        inTransaction(() -> claims.release(claim, again));
    }

    private void fail(Claim claim, ImportKind<?> kind, Failure reason) {
        inTransaction(() -> {
            if (claims.failed(claim, reason, clock.instant())) {
                kind.discard(claim.tenant(), claim.id());
            }
        });
        leftovers.removeFile(claim.tenant(), claim.id(), claim.fileKey());
    }

    private void inTransaction(Runnable work) {
        transactions.executeWithoutResult(status -> work.run());
    }
}
