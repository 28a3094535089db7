// SPDX-License-Identifier: Apache-2.0
package org.cabildo.search.internal;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingLong;
import static org.cabildo.search.internal.jooq.Tables.BEGINNING;
import static org.cabildo.search.internal.jooq.Tables.CANDIDATES;
import static org.cabildo.search.internal.jooq.Tables.DOCUMENT;
import static org.jooq.impl.DSL.concat;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.extract;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.orderBy;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.rowNumber;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.cabildo.platform.data.Owned;
import org.cabildo.search.Marked;
import org.cabildo.search.Search;
import org.cabildo.search.SearchQuery;
import org.cabildo.search.SearchResults.Count;
import org.cabildo.search.internal.Found.Place;
import org.cabildo.search.internal.jooq.tables.Candidates;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.DatePart;
import org.jooq.Field;
import org.jooq.Record2;
import org.jooq.Record3;
import org.jooq.Select;
import org.jooq.SortField;
import org.jooq.Table;
import org.springframework.stereotype.Component;

/**
 * Full text search in PostgreSQL, for when OpenSearch does not answer or is not there. Text operators may not use an
 * index under row security, so that guarded functions give out keys (ADR on tenant isolation).
 */
@Component
class StoreEngine implements SearchEngine {

    private static final String WHOLE = "StartSel=" + Marked.START + ",StopSel=" + Marked.END + ",HighlightAll=true";
    private static final String FRAGMENT = "StartSel=" + Marked.START + ",StopSel=" + Marked.END
            + ",MaxFragments=1,MaxWords=32,MinWords=16,ShortWord=2";

    /** How many documents that have the words are looked at; more would take longer than a reader waits. */
    static final int BOUND = 3_000;

    private static final SearchQuery EVERYTHING = SearchQuery.of("");
    private static final String HIT = "hit";
    private static final String BETWEEN = "\u001f";

    private final DSLContext dsl;

    StoreEngine(DSLContext dsl) {
        this.dsl = dsl;
    }

    @Override
    public Found find(Scope scope, String words, SearchQuery query, boolean similar) {
        Map<String, List<Count>> answer =
                ask(candidates(scope, words, EVERYTHING, similar), candidates(scope, words, query, similar), query);
        List<Key> keys = answer.getOrDefault(HIT, List.of()).stream()
                .sorted(comparingLong(Count::documents))
                .map(hit -> key(hit.value()))
                .toList();
        return new Found(
                places(scope, keys, words, similar),
                total(answer, "chosen"),
                total(answer, "all"),
                facet(answer, "type"),
                facet(answer, "year").stream()
                        .sorted(comparing(Count::value).reversed())
                        .toList(),
                facet(answer, "territory"),
                similar,
                total(answer, "all") >= BOUND || total(answer, "chosen") >= BOUND);
    }

    private static List<Count> facet(Map<String, List<Count>> answer, String name) {
        return answer.getOrDefault(name, List.of()).stream()
                .sorted(comparingLong(Count::documents).reversed().thenComparing(Count::value))
                .toList();
    }

    private static Key key(String text) {
        String[] parts = text.split(BETWEEN);
        return new Key(parts[0], parts[1], parts[2]);
    }

    private static long total(Map<String, List<Count>> counts, String facet) {
        return counts.getOrDefault(facet, List.of()).stream()
                .mapToLong(Count::documents)
                .sum();
    }

    private static Candidates candidates(Scope scope, String words, SearchQuery query, boolean similar) {
        return CANDIDATES.call(
                scope.tenant().value(),
                scope.reader(),
                scope.fallback(),
                scope.modules().toArray(String[]::new),
                words,
                similar,
                query.type().isEmpty() ? null : query.type(),
                query.year(),
                query.territory().isEmpty() ? null : query.territory(),
                BOUND);
    }

    /** What the facets chosen leave, not counting the one that is named. */
    private static Condition chosen(Candidates found, SearchQuery query, String except) {
        Condition left = noCondition();
        if (!query.type().isEmpty() && !except.equals("type")) {
            left = left.and(found.TYPE.eq(query.type()));
        }
        if (query.year() != null && !except.equals("year")) {
            left = left.and(year(found).eq(query.year()));
        }
        if (!query.territory().isEmpty() && !except.equals("territory")) {
            left = left.and(found.TERRITORY.eq(query.territory()));
        }
        return left;
    }

    private static Field<Integer> year(Candidates found) {
        return extract(found.DAY, DatePart.YEAR);
    }

    /** The page's hits with their places, and how many documents each value of each facet has, in one look. */
    private Map<String, List<Count>> ask(Candidates everything, Candidates narrowed, SearchQuery query) {
        Candidates found = CANDIDATES.as("found");
        Candidates left = CANDIDATES.as(query.narrowed() ? "narrowed" : "found");
        Map<String, List<Count>> answer = new HashMap<>();
        dsl.with(
                        name("found").asMaterialized(select().from(everything)),
                        name("narrowed").asMaterialized(select().from(narrowed)))
                .select(inline("all"), inline(""), count())
                .from(name("found"))
                .unionAll(select(inline("chosen"), inline(""), count()).from(left.getUnqualifiedName()))
                .unionAll(select(inline("type"), found.TYPE, count())
                        .from(name("found"))
                        .where(chosen(found, query, "type"))
                        .groupBy(found.TYPE))
                .unionAll(select(inline("year"), year(found).cast(String.class), count())
                        .from(name("found"))
                        .where(chosen(found, query, "year"))
                        .and(found.DAY.isNotNull())
                        .groupBy(year(found)))
                .unionAll(select(inline("territory"), found.TERRITORY, count())
                        .from(name("found"))
                        .where(chosen(found, query, "territory"))
                        .and(found.TERRITORY.ne(""))
                        .groupBy(found.TERRITORY))
                .unionAll(hits(left, query))
                .fetch()
                .forEach(row -> add(answer, row));
        return answer;
    }

    private static Select<Record3<String, String, Integer>> hits(Candidates found, SearchQuery query) {
        List<SortField<?>> order =
                List.of(found.RANK.desc(), found.DAY.desc().nullsLast(), found.TYPE.asc(), found.ID.asc());
        Field<Integer> place = rowNumber().over(orderBy(order)).as("place");
        Field<String> key = concat(found.TYPE, inline(BETWEEN), found.ID, inline(BETWEEN), found.LOCALE)
                .as("key");
        Table<Record2<String, Integer>> page = select(key, place)
                .from(found.getUnqualifiedName())
                .orderBy(order)
                .limit(Search.SIZE)
                .offset((query.page() - 1) * Search.SIZE)
                .asTable("page");
        return select(inline(HIT), page.field(key), page.field(place)).from(page);
    }

    private static void add(Map<String, List<Count>> counts, Record3<String, String, Integer> row) {
        counts.computeIfAbsent(row.value1(), facet -> new ArrayList<>()).add(new Count(row.value2(), row.value3()));
    }

    private List<Place> places(Scope scope, List<Key> keys, String words, boolean similar) {
        // made once: within the list it would be made anew for each text of each row
        Field<Object> made = field("search.question({0}, {1})", Object.class, val(words), val(similar))
                .as("question");
        Field<Object> question = field(name("asked", "question"), Object.class);
        Map<Key, Place> places = new HashMap<>();
        dsl.with(name("asked").asMaterialized(select(made)))
                .select(DOCUMENT.TITLE, DOCUMENT.SUMMARY, DOCUMENT.BODY)
                .select(spelt(DOCUMENT.TITLE), spelt(DOCUMENT.SUMMARY), spelt(DOCUMENT.BODY))
                .select(
                        headline(DOCUMENT.TITLE, question, WHOLE),
                        headline(DOCUMENT.SUMMARY, question, WHOLE),
                        headline(DOCUMENT.BODY, question, FRAGMENT))
                .select(DOCUMENT.TYPE, DOCUMENT.ID, DOCUMENT.LOCALE)
                .from(DOCUMENT, table(name("asked")))
                .where(Owned.by(scope.tenant(), DOCUMENT))
                .and(row(DOCUMENT.TYPE, DOCUMENT.ID, DOCUMENT.LOCALE)
                        .in(keys.stream()
                                .map(key -> row(val(key.type()), val(key.id()), val(key.locale())))
                                .toList()))
                .fetch(row -> new Place(
                        new Key(row.get(DOCUMENT.TYPE), row.get(DOCUMENT.ID), row.get(DOCUMENT.LOCALE)),
                        marked(row.get(0, String.class), row.get(3, String.class), row.get(6, String.class)),
                        marked(row.get(1, String.class), row.get(4, String.class), row.get(7, String.class)),
                        marked(row.get(2, String.class), row.get(5, String.class), row.get(8, String.class))))
                .forEach(place -> places.put(place.key(), place));
        return keys.stream().map(places::get).filter(Objects::nonNull).toList();
    }

    /** The text as the index knows it: lower case, without accents but where the stemmer needs them. */
    private static Field<String> spelt(Field<String> text) {
        return field("search.spelt({0})", String.class, text);
    }

    private static Field<String> headline(Field<String> text, Field<?> question, String options) {
        return field(
                "ts_headline(search.configuration({0}), {1}, {2}, {3})",
                String.class, DOCUMENT.LOCALE, spelt(text), question, val(options));
    }

    /** Carries marks over from the text as the index knows it to the text as it is written. */
    static Optional<Marked> marked(String written, String spelt, String headline) {
        int at = spelt.indexOf(headline.replace(Marked.START, "").replace(Marked.END, ""));
        if (written.length() != spelt.length() || at < 0) {
            return Optional.empty();
        }
        StringBuilder text = new StringBuilder();
        for (char character : headline.toCharArray()) {
            boolean mark = Marked.START.indexOf(character) >= 0 || Marked.END.indexOf(character) >= 0;
            text.append(mark ? character : written.charAt(at++));
        }
        return Optional.of(Marked.of(text.toString())).filter(Marked::any);
    }

    @Override
    public List<Key> beginning(Scope scope, String typed, int atMost) {
        return dsl.selectFrom(BEGINNING.call(
                        scope.tenant().value(),
                        scope.reader(),
                        scope.fallback(),
                        scope.modules().toArray(String[]::new),
                        typed,
                        atMost))
                .fetch(row -> new Key(row.getType(), row.getId(), row.getLocale()));
    }
}
