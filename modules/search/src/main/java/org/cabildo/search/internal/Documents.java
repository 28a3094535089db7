// SPDX-License-Identifier: Apache-2.0
package org.cabildo.search.internal;

import static org.cabildo.search.internal.jooq.Tables.DOCUMENT;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.val;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.data.Owned;
import org.cabildo.platform.search.SearchDocument;
import org.cabildo.search.internal.jooq.tables.records.DocumentRecord;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The documents of each tenant as its modules offered them last. Called in a transaction of the tenant. */
@Repository
class Documents {

    private static final TypeReference<Map<String, String>> FACETS = new TypeReference<>() {};

    private final DSLContext dsl;
    private final JsonMapper json;
    private final Clock clock;

    Documents(DSLContext dsl, JsonMapper json, Clock clock) {
        this.dsl = dsl;
        this.json = json;
        this.clock = clock;
    }

    /** A document with the module that owns it and the version of its offer. */
    record Stored(SearchDocument document, String module, List<String> translations, long version, boolean removed) {

        Key key() {
            return new Key(document.type(), document.id(), document.locale().toLanguageTag());
        }
    }

    /** Makes one thing what its source says: stores what is new or different, marks what is gone. Says how many rows. */
    int offer(TenantId tenant, String module, String type, String id, List<SearchDocument> offered) {
        List<String> languages = offered.stream()
                .map(document -> document.locale().toLanguageTag())
                .toList();
        int changes = dsl.update(DOCUMENT)
                .set(DOCUMENT.REMOVED, true)
                .set(DOCUMENT.VERSION, nextVersion())
                .set(DOCUMENT.TITLE, "")
                .set(DOCUMENT.SUMMARY, "")
                .set(DOCUMENT.BODY, "")
                .where(Owned.by(tenant, DOCUMENT))
                .and(DOCUMENT.TYPE.eq(type))
                .and(DOCUMENT.ID.eq(id))
                .and(DOCUMENT.LOCALE.notIn(languages))
                .andNot(DOCUMENT.REMOVED)
                .execute();
        for (SearchDocument document : offered) {
            changes += put(offered(tenant, module, document, languages));
        }
        return changes;
    }

    private DocumentRecord offered(TenantId tenant, String module, SearchDocument document, List<String> languages) {
        DocumentRecord row = dsl.newRecord(DOCUMENT);
        row.setTenantId(tenant.value());
        row.setType(document.type());
        row.setId(document.id());
        row.setLocale(document.locale().toLanguageTag());
        row.setModule(module);
        row.setTitle(Texts.clean(document.title()));
        row.setSummary(Texts.clean(document.summary()));
        row.setBody(Texts.clean(document.body()));
        row.setPath(document.path());
        row.setDay(document.date());
        row.setTerritory(document.territory() == null ? "" : document.territory());
        row.setFacets(json.writeValueAsString(new TreeMap<>(document.facets())));
        row.setTranslations(languages.toArray(String[]::new));
        row.setOfferedAt(clock.instant());
        return row;
    }

    private int put(DocumentRecord row) {
        Map<Field<?>, Object> excluded = new LinkedHashMap<>();
        for (Field<?> column : contents()) {
            excluded.put(column, excluded(column));
        }
        return dsl.insertInto(DOCUMENT)
                .set(row)
                .set(DOCUMENT.VERSION, nextVersion())
                .onConflict(DOCUMENT.TENANT_ID, DOCUMENT.TYPE, DOCUMENT.ID, DOCUMENT.LOCALE)
                .doUpdate()
                .set(excluded)
                .set(DOCUMENT.VERSION, nextVersion())
                .set(DOCUMENT.REMOVED, false)
                .set(DOCUMENT.OFFERED_AT, row.getOfferedAt())
                .where(row(contents()).isDistinctFrom(row(excludedContents())).or(DOCUMENT.REMOVED))
                .execute();
    }

    private static Field<?>[] contents() {
        return new Field<?>[] {
            DOCUMENT.MODULE,
            DOCUMENT.TITLE,
            DOCUMENT.SUMMARY,
            DOCUMENT.BODY,
            DOCUMENT.PATH,
            DOCUMENT.DAY,
            DOCUMENT.TERRITORY,
            DOCUMENT.FACETS,
            DOCUMENT.TRANSLATIONS
        };
    }

    private static Field<?>[] excludedContents() {
        Field<?>[] columns = contents();
        Field<?>[] proposed = new Field<?>[columns.length];
        for (int index = 0; index < columns.length; index++) {
            proposed[index] = excluded(columns[index]);
        }
        return proposed;
    }

    private static Field<Long> nextVersion() {
        return field("nextval('search.version')", Long.class);
    }

    /** The documents of some keys; what is removed or not there is left out. */
    Map<Key, Stored> read(TenantId tenant, Collection<Key> keys) {
        if (keys.isEmpty()) {
            return Map.of();
        }
        Condition any = row(DOCUMENT.TYPE, DOCUMENT.ID, DOCUMENT.LOCALE)
                .in(keys.stream()
                        .map(key -> row(val(key.type()), val(key.id()), val(key.locale())))
                        .toList());
        Map<Key, Stored> found = new HashMap<>();
        dsl.selectFrom(DOCUMENT)
                .where(Owned.by(tenant, DOCUMENT))
                .andNot(DOCUMENT.REMOVED)
                .and(any)
                .fetch(this::stored)
                .forEach(stored -> found.put(stored.key(), stored));
        return found;
    }

    /** Documents that the index does not have yet as they are, oldest offer first. */
    List<Stored> pending(TenantId tenant, int atMost) {
        return dsl.selectFrom(DOCUMENT)
                .where(Owned.by(tenant, DOCUMENT))
                .and(DOCUMENT.INDEXED.ne(DOCUMENT.VERSION))
                .orderBy(DOCUMENT.VERSION)
                .limit(atMost)
                .fetch(this::stored);
    }

    /** The index has these versions; what was removed need not be remembered any longer. */
    void indexed(TenantId tenant, Collection<Stored> documents) {
        entering(tenant);
        List<Query> changes = new ArrayList<>();
        for (Stored stored : documents) {
            Condition same = is(tenant, stored.key()).and(DOCUMENT.VERSION.eq(stored.version()));
            changes.add(
                    stored.removed()
                            ? dsl.deleteFrom(DOCUMENT).where(same)
                            : dsl.update(DOCUMENT)
                                    .set(DOCUMENT.INDEXED, stored.version())
                                    .where(same));
        }
        dsl.batch(changes).execute();
    }

    /** Changes of many rows of a tenant wait for one another, because each takes its rows in an order of its own. */
    private void entering(TenantId tenant) {
        dsl.execute("select pg_advisory_xact_lock(hashtext('cabildo:search'), {0})", val(tenant.value()));
    }

    /** The index has to be told these again, as new versions: it may remember that it dropped the ones that it had. */
    void forget(TenantId tenant, Collection<Key> keys) {
        entering(tenant);
        for (Key key : keys) {
            dsl.update(DOCUMENT)
                    .set(DOCUMENT.INDEXED, 0L)
                    .set(DOCUMENT.VERSION, nextVersion())
                    .where(is(tenant, key))
                    .execute();
        }
    }

    void forgetAll(TenantId tenant) {
        entering(tenant);
        dsl.update(DOCUMENT)
                .set(DOCUMENT.INDEXED, 0L)
                .set(DOCUMENT.VERSION, nextVersion())
                .where(Owned.by(tenant, DOCUMENT))
                .execute();
    }

    /** Every document's version, without what is removed. */
    Map<Key, Long> versions(TenantId tenant) {
        return dsl.select(DOCUMENT.TYPE, DOCUMENT.ID, DOCUMENT.LOCALE, DOCUMENT.VERSION)
                .from(DOCUMENT)
                .where(Owned.by(tenant, DOCUMENT))
                .andNot(DOCUMENT.REMOVED)
                .fetchMap(found -> new Key(found.value1(), found.value2(), found.value3()), found -> found.value4());
    }

    private static Condition is(TenantId tenant, Key key) {
        return Owned.by(tenant, DOCUMENT)
                .and(DOCUMENT.TYPE.eq(key.type()))
                .and(DOCUMENT.ID.eq(key.id()))
                .and(DOCUMENT.LOCALE.eq(key.locale()));
    }

    private Stored stored(DocumentRecord row) {
        // a removed document has no title left, and a document without one can't be
        SearchDocument document = new SearchDocument(
                row.getType(),
                row.getId(),
                Locale.forLanguageTag(row.getLocale()),
                row.getRemoved() ? "-" : row.getTitle(),
                row.getSummary(),
                row.getBody(),
                row.getPath(),
                row.getDay(),
                row.getTerritory().isEmpty() ? null : row.getTerritory(),
                json.readValue(row.getFacets(), FACETS));
        return new Stored(
                document, row.getModule(), List.of(row.getTranslations()), row.getVersion(), row.getRemoved());
    }
}
