// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy.domains;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.cabildo.platform.Actor;
import org.cabildo.platform.Audit;
import org.cabildo.platform.Sites;
import org.cabildo.platform.TenantContext;
import org.cabildo.tenancy.domains.DomainProofs.Proof;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks at every proof again, once a day. A record that is gone leaves the host answering for a week, so that a mistake
 * in a zone file takes no portal away; then whoever rules the name has taken it back.
 */
@Component
class ProofReview {

    static final Duration EVERY = Duration.ofHours(20);
    static final Duration GRACE = Duration.ofDays(7);

    private static final Logger LOG = LoggerFactory.getLogger(ProofReview.class);

    private final DomainProofs proofs;
    private final OwnDomains domains;
    private final DnsTexts dns;
    private final Sites sites;
    private final Audit audit;
    private final TransactionTemplate transactions;
    private final Clock clock;

    ProofReview(
            DomainProofs proofs,
            OwnDomains domains,
            DnsTexts dns,
            Sites sites,
            Audit audit,
            TransactionTemplate transactions,
            Clock clock) {
        this.proofs = proofs;
        this.domains = domains;
        this.dns = dns;
        this.sites = sites;
        this.audit = audit;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Scheduled(initialDelayString = "PT10M", fixedDelayString = "PT1H")
    void review() {
        proofs.checkedBefore(clock.instant().minus(EVERY)).forEach(this::review);
    }

    private void review(Proof proof) {
        boolean wished = domains.wished(proof.tenant()).contains(proof.host());
        try {
            String text = domains.text(proof.tenant(), proof.host());
            boolean there = dns.at("_cabildo." + proof.host()).contains(text);
            TenantContext.run(
                    proof.tenant(), () -> transactions.executeWithoutResult(status -> settle(proof, wished, there)));
        } catch (DnsTexts.Unavailable unavailable) {
            LOG.warn("The proof of {} could not be reviewed: {}", proof.host(), unavailable.getMessage());
        }
    }

    private void settle(Proof proof, boolean wished, boolean there) {
        Instant now = clock.instant();
        if (wished && there) {
            proofs.found(proof.tenant(), proof.host(), now);
        } else if (wished
                && (proof.missingSince() == null
                        || proof.missingSince().plus(GRACE).isAfter(now))) {
            proofs.missing(proof.host(), now);
        } else {
            proofs.forget(proof.tenant(), proof.host());
            audit.record(proof.tenant(), Actor.SYSTEM, "tenancy.domain-lost", "domain", proof.host(), null, null);
            sites.touch(proof.tenant());
        }
    }
}
