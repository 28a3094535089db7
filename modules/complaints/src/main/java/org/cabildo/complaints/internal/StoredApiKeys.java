// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.internal;

import static org.cabildo.complaints.internal.jooq.Tables.API_KEY;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.cabildo.complaints.internal.jooq.tables.records.ApiKeyRecord;
import org.cabildo.complaints.open311.ApiKeys;
import org.cabildo.platform.Actor;
import org.cabildo.platform.Audit;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.UseCase;
import org.cabildo.platform.data.Owned;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

@UseCase
class StoredApiKeys implements ApiKeys {

    private static final int LONGEST = 100;

    private final DSLContext dsl;
    private final Journal journal;
    private final Audit audit;

    StoredApiKeys(DSLContext dsl, Journal journal, Audit audit) {
        this.dsl = dsl;
        this.journal = journal;
        this.audit = audit;
    }

    @Override
    public List<ApiKey> all(TenantId tenant) {
        return dsl.selectFrom(API_KEY)
                .where(Owned.by(tenant, API_KEY))
                .orderBy(API_KEY.REVOKED_AT.desc().nullsFirst(), API_KEY.CREATED_AT.desc(), API_KEY.ID)
                .fetch(StoredApiKeys::key);
    }

    @Override
    public Optional<ApiKey> find(TenantId tenant, UUID id) {
        return dsl.selectFrom(API_KEY)
                .where(Owned.by(tenant, API_KEY))
                .and(API_KEY.ID.eq(id))
                .fetchOptional(StoredApiKeys::key);
    }

    private static ApiKey key(ApiKeyRecord row) {
        return new ApiKey(
                row.getId(),
                row.getName(),
                row.getReports(),
                row.getUpdates(),
                row.getPerDay(),
                row.getCreatedAt(),
                row.getRevokedAt(),
                row.getUsedOn(),
                row.getUsed());
    }

    @Override
    public String issue(TenantId tenant, String name, boolean reports, boolean updates, int perDay, Actor actor) {
        String secret = Secret.fresh();
        ApiKeyRecord row = dsl.newRecord(API_KEY);
        row.setTenantId(tenant.value());
        row.setName(name.strip());
        row.setHash(Secret.hash(secret));
        row.setReports(reports);
        row.setUpdates(updates);
        row.setPerDay(perDay);
        row.setCreatedAt(journal.now());
        UUID id = dsl.insertInto(API_KEY).set(row).returningResult(API_KEY.ID).fetchSingle(API_KEY.ID);
        audit.record(tenant, actor, "complaints.key-issued", "api-key", id.toString(), null, said(row));
        return secret;
    }

    private static Map<String, Object> said(ApiKeyRecord row) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("name", row.getName());
        said.put("reports", row.getReports());
        said.put("updates", row.getUpdates());
        said.put("perDay", row.getPerDay());
        return said;
    }

    @Override
    public boolean revoke(TenantId tenant, UUID id, Actor actor) {
        Optional<ApiKeyRecord> revoked = dsl.update(API_KEY)
                .set(API_KEY.REVOKED_AT, journal.now())
                .where(Owned.by(tenant, API_KEY))
                .and(API_KEY.ID.eq(id))
                .and(API_KEY.REVOKED_AT.isNull())
                .returning()
                .fetchOptional();
        revoked.ifPresent(row ->
                audit.record(tenant, actor, "complaints.key-revoked", "api-key", id.toString(), said(row), null));
        return revoked.isPresent();
    }

    @Override
    public Attempt use(TenantId tenant, String secret, Use use) {
        if (secret.isEmpty() || secret.length() > LONGEST) {
            return new Attempt.Unknown();
        }
        Optional<ApiKeyRecord> found = dsl.selectFrom(API_KEY)
                .where(Owned.by(tenant, API_KEY))
                .and(API_KEY.HASH.eq(Secret.hash(secret)))
                .and(API_KEY.REVOKED_AT.isNull())
                .and(use == Use.REPORT ? DSL.condition(API_KEY.REPORTS) : DSL.condition(API_KEY.UPDATES))
                .fetchOptional();
        if (found.isEmpty()) {
            return new Attempt.Unknown();
        }
        ApiKeyRecord key = found.get();
        LocalDate today = journal.now().atZone(journal.zone(tenant)).toLocalDate();
        var again = API_KEY.USED_ON.isNotDistinctFrom(today);
        boolean counted = dsl.update(API_KEY)
                        .set(API_KEY.USED, DSL.when(again, API_KEY.USED.plus(1)).otherwise(1))
                        .set(API_KEY.USED_ON, today)
                        .where(Owned.by(tenant, API_KEY))
                        .and(API_KEY.ID.eq(key.getId()))
                        .and(API_KEY.REVOKED_AT.isNull())
                        .and(DSL.not(again).or(API_KEY.USED.lt(API_KEY.PER_DAY)))
                        .execute()
                == 1;
        return counted ? new Attempt.Granted(key.getId(), key.getName()) : new Attempt.Spent();
    }
}
