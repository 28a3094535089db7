// SPDX-License-Identifier: Apache-2.0
package org.cabildo.search.internal;

import static org.cabildo.search.internal.jooq.Tables.COMPARISON;
import static org.cabildo.search.internal.jooq.Tables.DOCUMENT;
import static org.jooq.impl.DSL.collation;
import static org.jooq.impl.DSL.quotedName;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cabildo.platform.Actor;
import org.cabildo.platform.Audit;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.UseCase;
import org.cabildo.platform.data.Owned;
import org.cabildo.platform.search.SearchDocument;
import org.cabildo.platform.search.SearchSource;
import org.cabildo.search.internal.OpenSearchIndex.Held;
import org.jooq.Collation;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** The steps of comparing a tenant, each a transaction of its own, and what the last comparison found. */
@UseCase
class Comparisons {

    private static final int THINGS = 100;
    private static final Collation BY_CODE_POINT = collation(quotedName("C"));

    private final DSLContext dsl;
    private final Documents documents;
    private final Audit audit;
    private final Clock clock;

    Comparisons(DSLContext dsl, Documents documents, Audit audit, Clock clock) {
        this.dsl = dsl;
        this.documents = documents;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What a comparison found.
     *
     * @param documents how many the tenant has
     * @param indexed whether the index could be compared
     */
    record Comparison(
            Instant at,
            int documents,
            int storeMissing,
            int storeStale,
            int storeSurplus,
            boolean indexed,
            int indexMissing,
            int indexStale,
            int indexSurplus) {

        int storeDifferences() {
            return storeMissing + storeStale + storeSurplus;
        }

        int indexDifferences() {
            return indexMissing + indexStale + indexSurplus;
        }
    }

    /** Compares and mends the next things of a source; answers with the last of them, or null at the end. */
    public @Nullable String page(TenantId tenant, SearchSource source, String after, int[] differences) {
        List<SearchDocument> offered = source.all(tenant, after, THINGS);
        Map<String, List<SearchDocument>> things = new LinkedHashMap<>();
        offered.forEach(document ->
                things.computeIfAbsent(document.id(), id -> new ArrayList<>()).add(document));
        String last = things.isEmpty() ? null : offered.getLast().id();
        Map<Key, Long> before = range(tenant, source.type(), after, last);
        things.forEach((id, each) -> {
            int changed = documents.offer(tenant, source.module(), source.type(), id, each);
            long known = each.stream()
                    .filter(document -> before.containsKey(
                            new Key(document.type(), id, document.locale().toLanguageTag())))
                    .count();
            int missing = (int) (each.size() - known);
            differences[0] += missing;
            differences[1] += Math.max(0, changed - missing);
        });
        Set<String> gone = new LinkedHashSet<>();
        before.keySet().forEach(key -> gone.add(key.id()));
        gone.removeAll(things.keySet());
        gone.forEach(id -> differences[2] += documents.offer(tenant, source.module(), source.type(), id, List.of()));
        return last;
    }

    private Map<Key, Long> range(TenantId tenant, String type, String after, @Nullable String last) {
        return dsl.select(DOCUMENT.ID, DOCUMENT.LOCALE, DOCUMENT.VERSION)
                .from(DOCUMENT)
                .where(Owned.by(tenant, DOCUMENT))
                .and(DOCUMENT.TYPE.eq(type))
                .andNot(DOCUMENT.REMOVED)
                .and(DOCUMENT.ID.collate(BY_CODE_POINT).gt(after))
                .and(
                        last == null
                                ? org.jooq.impl.DSL.noCondition()
                                : DOCUMENT.ID.collate(BY_CODE_POINT).le(last))
                .fetchMap(row -> new Key(type, row.value1(), row.value2()), row -> row.value3());
    }

    /** Types that nobody offers any more. */
    public int dropOtherTypes(TenantId tenant, Set<String> types) {
        int dropped = 0;
        for (Key key : documents.versions(tenant).keySet()) {
            if (!types.contains(key.type())) {
                dropped += documents.offer(tenant, "", key.type(), key.id(), List.of());
            }
        }
        return dropped;
    }

    /** What the index lacks, has otherwise, or has too much; the first two are brought to it again. */
    public int[] againstIndex(TenantId tenant, Map<Key, Held> there) {
        int[] differences = new int[3];
        List<Key> again = new ArrayList<>();
        Map<Key, Long> here = documents.versions(tenant);
        here.forEach((key, version) -> {
            Held indexed = there.get(key);
            if (indexed == null || indexed.version() != version) {
                differences[indexed == null ? 0 : 1]++;
                again.add(key);
            }
        });
        differences[2] = (int)
                there.keySet().stream().filter(key -> !here.containsKey(key)).count();
        documents.forget(tenant, again);
        return differences;
    }

    /** Ids of documents of the index that the store does not have. */
    public List<String> surplus(TenantId tenant, Map<Key, Held> there) {
        Set<Key> here = documents.versions(tenant).keySet();
        return there.entrySet().stream()
                .filter(held -> !here.contains(held.getKey()))
                .map(held -> held.getValue().id())
                .toList();
    }

    /** Remembers what was found, and audits it when something was. */
    public Comparison keep(TenantId tenant, int[] store, Optional<int[]> index) {
        int[] indexed = index.orElse(new int[3]);
        Comparison comparison = new Comparison(
                clock.instant(),
                documents.versions(tenant).size(),
                store[0],
                store[1],
                store[2],
                index.isPresent(),
                indexed[0],
                indexed[1],
                indexed[2]);
        boolean first = last(tenant).isEmpty();
        var row = dsl.newRecord(COMPARISON);
        row.setTenantId(tenant.value());
        row.setComparedAt(comparison.at());
        row.setDocuments(comparison.documents());
        row.setStoreMissing(store[0]);
        row.setStoreStale(store[1]);
        row.setStoreSurplus(store[2]);
        row.setIndexMissing(index.isPresent() ? indexed[0] : null);
        row.setIndexStale(index.isPresent() ? indexed[1] : null);
        row.setIndexSurplus(index.isPresent() ? indexed[2] : null);
        dsl.insertInto(COMPARISON)
                .set(row)
                .onConflict(COMPARISON.TENANT_ID)
                .doUpdate()
                .set(row)
                .execute();
        if (!first && comparison.storeDifferences() + comparison.indexDifferences() > 0) {
            audit.record(tenant, Actor.SYSTEM, "search.differed", "search", "comparison", null, comparison);
        }
        return comparison;
    }

    /** The last comparison of a tenant, if there was one. */
    public Optional<Comparison> last(TenantId tenant) {
        return dsl.selectFrom(COMPARISON)
                .where(Owned.by(tenant, COMPARISON))
                .fetchOptional(row -> new Comparison(
                        row.getComparedAt(),
                        row.getDocuments(),
                        row.getStoreMissing(),
                        row.getStoreStale(),
                        row.getStoreSurplus(),
                        row.getIndexMissing() != null,
                        row.getIndexMissing() == null ? 0 : row.getIndexMissing(),
                        row.getIndexStale() == null ? 0 : row.getIndexStale(),
                        row.getIndexSurplus() == null ? 0 : row.getIndexSurplus()));
    }
}
