// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy.domains;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.cabildo.platform.Actor;
import org.cabildo.platform.Audit;
import org.cabildo.platform.PlatformProperties;
import org.cabildo.platform.Sites;
import org.cabildo.platform.TenantContext;
import org.cabildo.platform.TenantId;
import org.cabildo.tenancy.Outcome;
import org.cabildo.tenancy.Profile;
import org.cabildo.tenancy.Tenants;
import org.cabildo.tenancy.domains.DomainProofs.Proof;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A tenant's own host names. Which ones it wishes, and in what order, is part of its profile; a host answers only after
 * a TXT record has shown that whoever rules the name wants this very tenant there. What the record must say differs by
 * tenant and host, so that a record made for one proves nothing for another.
 */
@Component
public class OwnDomains {

    private static final String LABEL = "_cabildo.";
    private static final int MOST = 10;

    private final Tenants tenants;
    private final DomainProofs proofs;
    private final DnsTexts dns;
    private final Sites sites;
    private final Audit audit;
    private final PlatformProperties properties;
    private final TransactionTemplate transactions;
    private final Clock clock;

    OwnDomains(
            Tenants tenants,
            DomainProofs proofs,
            DnsTexts dns,
            Sites sites,
            Audit audit,
            PlatformProperties properties,
            TransactionTemplate transactions,
            Clock clock) {
        this.tenants = tenants;
        this.proofs = proofs;
        this.dns = dns;
        this.sites = sites;
        this.audit = audit;
        this.properties = properties;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Why a host is refused. */
    public enum Refusal {
        NO_HOST,
        OURS,
        PRESENT,
        TAKEN,
        TOO_MANY
    }

    /** What a look into the DNS gave. */
    public enum Check {
        PROVED,
        NOT_FOUND,
        OTHER_TEXT,
        TAKEN,
        NO_ANSWER
    }

    /** The hosts that a tenant wishes, in its order. */
    public List<Domain> of(TenantId tenant) {
        String canonical = sites.byTenant(tenant).orElseThrow().canonicalHost();
        return wished(tenant).stream()
                .map(host -> domain(tenant, host, canonical))
                .toList();
    }

    /** Adds a host at the end; empty when it was added. */
    public Optional<Refusal> add(TenantId tenant, String typed, Actor actor) {
        Optional<String> host = HostName.in(typed);
        if (host.isEmpty()) {
            return Optional.of(Refusal.NO_HOST);
        }
        List<String> wished = new ArrayList<>(wished(tenant));
        Optional<Refusal> refusal = refusal(tenant, host.get(), wished);
        if (refusal.isEmpty()) {
            wished.add(host.get());
            return change(tenant, wished, actor).refused() ? Optional.of(Refusal.TAKEN) : refusal;
        }
        return refusal;
    }

    private Optional<Refusal> refusal(TenantId tenant, String host, List<String> wished) {
        if (host.equals(properties.baseDomain()) || host.endsWith("." + properties.baseDomain())) {
            return Optional.of(Refusal.OURS);
        }
        if (wished.contains(host)) {
            return Optional.of(Refusal.PRESENT);
        }
        if (proofs.of(host).filter(proof -> !proof.tenant().equals(tenant)).isPresent()) {
            return Optional.of(Refusal.TAKEN);
        }
        return wished.size() >= MOST ? Optional.of(Refusal.TOO_MANY) : Optional.empty();
    }

    /** Looks for the record now and lets the host answer when it is right. A proof that stands is not taken away here. */
    public Check check(TenantId tenant, String host, Actor actor) {
        if (!wished(tenant).contains(host)) {
            return Check.NOT_FOUND;
        }
        List<String> texts;
        try {
            texts = dns.at(LABEL + host);
        } catch (DnsTexts.Unavailable unavailable) {
            return Check.NO_ANSWER;
        }
        if (!texts.contains(text(tenant, host))) {
            return texts.isEmpty() ? Check.NOT_FOUND : Check.OTHER_TEXT;
        }
        return within(tenant, () -> proved(tenant, host, actor)) ? Check.PROVED : Check.TAKEN;
    }

    private boolean proved(TenantId tenant, String host, Actor actor) {
        boolean first = proofs.of(host).isEmpty();
        boolean own = proofs.found(tenant, host, clock.instant());
        if (own && first) {
            audit.record(tenant, actor, "tenancy.domain-proved", "domain", host, null, null);
            sites.touch(tenant);
        }
        return own;
    }

    /** Makes a host the first choice: the portal moves there as soon as it is proved, the others redirect to it. */
    public void prefer(TenantId tenant, String host, Actor actor) {
        List<String> wished = new ArrayList<>(wished(tenant));
        if (wished.remove(host)) {
            wished.addFirst(host);
            change(tenant, wished, actor);
        }
    }

    /** Takes a host away: it stops answering at once, and the proof is forgotten. */
    public void remove(TenantId tenant, String host, Actor actor) {
        List<String> wished = new ArrayList<>(wished(tenant));
        if (wished.remove(host)) {
            within(tenant, () -> {
                proofs.forget(tenant, host);
                tenants.change(tenant, new Profile.Domains(wished), actor);
                return true;
            });
        }
    }

    private Outcome change(TenantId tenant, List<String> hosts, Actor actor) {
        return within(tenant, () -> tenants.change(tenant, new Profile.Domains(List.copyOf(hosts)), actor));
    }

    List<String> wished(TenantId tenant) {
        return tenants.profile(tenant).orElseThrow().domains().hosts();
    }

    private Domain domain(TenantId tenant, String host, String canonical) {
        Proof proof = proofs.of(host).orElse(null);
        return new Domain(
                host,
                state(tenant, proof),
                host.equals(canonical),
                LABEL + host,
                text(tenant, host),
                proof == null ? null : proof.provedAt(),
                proof == null ? null : proof.checkedAt(),
                proof == null ? null : proof.missingSince());
    }

    private static Domain.State state(TenantId tenant, @Nullable Proof proof) {
        if (proof == null) {
            return Domain.State.WAITING;
        }
        if (!proof.tenant().equals(tenant)) {
            return Domain.State.TAKEN;
        }
        return proof.missingSince() == null ? Domain.State.PROVED : Domain.State.LOSING;
    }

    /** What the record must say. Nothing secret: whoever can write it into the DNS rules the name. */
    String text(TenantId tenant, String host) {
        String words = String.join(
                "|",
                properties.baseDomain(),
                tenant.toString(),
                proofs.beginning(tenant).toString(),
                host);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(words.getBytes(StandardCharsets.UTF_8));
            return "cabildo-site=" + HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException exception) {
            throw new IllegalStateException(exception);
        }
    }

    private <T> T within(TenantId tenant, Supplier<T> work) {
        return TenantContext.get(tenant, () -> transactions.execute(status -> work.get()));
    }
}
