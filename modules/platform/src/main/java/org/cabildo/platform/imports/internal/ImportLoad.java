// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.imports.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.cabildo.platform.Actor;
import org.cabildo.platform.Audit;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.imports.ImportKind;
import org.cabildo.platform.imports.Load;
import org.cabildo.platform.imports.Outcome;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Loads what a check has kept: everything, the end of the waiting rows, the record of it and the import's new state by
 * one transaction. Progress is told by transactions of its own.
 */
@Component
class ImportLoad {

    private final ImportClaims claims;
    private final Audit audit;
    private final TransactionTemplate transactions;
    private final TransactionTemplate aside;
    private final Clock clock;

    ImportLoad(ImportClaims claims, Audit audit, PlatformTransactionManager transactionManager, Clock clock) {
        this.claims = claims;
        this.audit = audit;
        this.transactions = new TransactionTemplate(transactionManager);
        this.aside = new TransactionTemplate(transactionManager);
        this.aside.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    void run(Claim claim, ImportKind<?> kind) {
        Instant now = clock.instant();
        transactions.executeWithoutResult(status -> {
            if (!claims.alone(claim)) {
                throw new ClaimLost();
            }
            Outcome outcome = kind.commit(new Running(claim, now));
            kind.discard(claim.tenant(), claim.id());
            audit.record(
                    claim.tenant(),
                    claim.actor(),
                    kind.module() + ".imported",
                    "import",
                    claim.id().toString(),
                    null,
                    record(claim, outcome));
            if (!claims.done(claim, outcome, now)) {
                throw new ClaimLost();
            }
        });
    }

    private static Map<String, Object> record(Claim claim, Outcome outcome) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("kind", claim.job().kind());
        record.put("name", claim.job().fileName());
        record.put("rows", claim.job().rows().read());
        record.put("skipped", claim.job().rows().bad());
        record.putAll(outcome.counts());
        return record;
    }

    private final class Running implements Load {

        private final Claim claim;
        private final Instant at;

        Running(Claim claim, Instant at) {
            this.claim = claim;
            this.at = at;
        }

        @Override
        public TenantId tenant() {
            return claim.tenant();
        }

        @Override
        public UUID job() {
            return claim.id();
        }

        @Override
        public String fileName() {
            return claim.job().fileName();
        }

        @Override
        public Actor actor() {
            return claim.actor();
        }

        @Override
        public Instant at() {
            return at;
        }

        @Override
        public boolean skipBad() {
            return claim.job().skipBad();
        }

        @Override
        public void progress(long rows) {
            aside.executeWithoutResult(status -> {
                if (!claims.written(claim, rows, clock.instant())) {
                    throw new ClaimLost();
                }
            });
        }
    }
}
