// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy.domains;

import static org.cabildo.tenancy.internal.jooq.Tables.DOMAIN_PROOF;
import static org.cabildo.tenancy.internal.jooq.Tables.TENANT;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cabildo.platform.TenantId;
import org.cabildo.tenancy.internal.jooq.tables.records.DomainProofRecord;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The proofs of control, of all tenants. */
@Component
public class DomainProofs {

    private final DSLContext dsl;

    DomainProofs(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** One host's proof. */
    record Proof(
            String host,
            TenantId tenant,
            Instant provedAt,
            Instant checkedAt,
            @Nullable Instant missingSince) {}

    /** The proved hosts by tenant number, for the directory of sites. */
    public Map<Integer, Set<String>> hostsByTenant() {
        return dsl
                .select(DOMAIN_PROOF.TENANT, DOMAIN_PROOF.HOST)
                .from(DOMAIN_PROOF)
                .fetch()
                .intoGroups(DOMAIN_PROOF.TENANT, DOMAIN_PROOF.HOST)
                .entrySet()
                .stream()
                .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, entry -> Set.copyOf(entry.getValue())));
    }

    Optional<Proof> of(String host) {
        return dsl.selectFrom(DOMAIN_PROOF).where(DOMAIN_PROOF.HOST.eq(host)).fetchOptional(DomainProofs::proof);
    }

    List<Proof> checkedBefore(Instant limit) {
        return dsl.selectFrom(DOMAIN_PROOF)
                .where(DOMAIN_PROOF.CHECKED_AT.lt(limit))
                .orderBy(DOMAIN_PROOF.CHECKED_AT)
                .limit(500)
                .fetch(DomainProofs::proof);
    }

    /** When the tenant was made; part of what its records must say. */
    Instant beginning(TenantId tenant) {
        return dsl.select(TENANT.CREATED_AT)
                .from(TENANT)
                .where(TENANT.ID.eq(tenant.value()))
                .fetchSingle(TENANT.CREATED_AT);
    }

    /** Stores a proof, or that it was seen again; false when the host is another tenant's. */
    boolean found(TenantId tenant, String host, Instant now) {
        return dsl.insertInto(DOMAIN_PROOF)
                        .set(DOMAIN_PROOF.HOST, host)
                        .set(DOMAIN_PROOF.TENANT, tenant.value())
                        .set(DOMAIN_PROOF.PROVED_AT, now)
                        .set(DOMAIN_PROOF.CHECKED_AT, now)
                        .onConflict(DOMAIN_PROOF.HOST)
                        .doUpdate()
                        .set(DOMAIN_PROOF.CHECKED_AT, now)
                        .setNull(DOMAIN_PROOF.MISSING_SINCE)
                        .where(DOMAIN_PROOF.TENANT.eq(tenant.value()))
                        .execute()
                == 1;
    }

    void missing(String host, Instant now) {
        dsl.update(DOMAIN_PROOF)
                .set(DOMAIN_PROOF.CHECKED_AT, now)
                .set(
                        DOMAIN_PROOF.MISSING_SINCE,
                        org.jooq.impl.DSL.coalesce(DOMAIN_PROOF.MISSING_SINCE, org.jooq.impl.DSL.val(now)))
                .where(DOMAIN_PROOF.HOST.eq(host))
                .execute();
    }

    void forget(TenantId tenant, String host) {
        dsl.deleteFrom(DOMAIN_PROOF)
                .where(DOMAIN_PROOF.HOST.eq(host))
                .and(DOMAIN_PROOF.TENANT.eq(tenant.value()))
                .execute();
    }

    private static Proof proof(DomainProofRecord row) {
        return new Proof(
                row.getHost(),
                new TenantId(row.getTenant()),
                row.getProvedAt(),
                row.getCheckedAt(),
                row.getMissingSince());
    }
}
