// SPDX-License-Identifier: Apache-2.0
package org.cabildo.search.internal;

import static org.cabildo.search.internal.jooq.Tables.BEGINNING;
import static org.cabildo.search.internal.jooq.Tables.CANDIDATES;
import static org.cabildo.search.internal.jooq.Tables.DOCUMENT;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.extract;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import org.jooq.Record3;
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

    private final DSLContext dsl;

    StoreEngine(DSLContext dsl) {
        this.dsl = dsl;
    }

    @Override
    public Found find(Scope scope, String words, SearchQuery query, boolean similar) {
        Candidates found = candidates(scope, words, similar);
        List<Key> keys = dsl.select(found.TYPE, found.ID, found.LOCALE)
                .from(found)
                .where(chosen(found, query, ""))
                .orderBy(found.RANK.desc(), found.DAY.desc().nullsLast(), found.TYPE, found.ID)
                .limit(Search.SIZE)
                .offset((query.page() - 1) * Search.SIZE)
                .fetch(row -> new Key(row.value1(), row.value2(), row.value3()));
        Map<String, List<Count>> counts = counts(found, query);
        return new Found(
                places(scope, keys, words, similar),
                total(counts, "chosen"),
                total(counts, "all"),
                counts.getOrDefault("type", List.of()),
                counts.getOrDefault("year", List.of()),
                counts.getOrDefault("territory", List.of()),
                similar);
    }

    private static long total(Map<String, List<Count>> counts, String facet) {
        return counts.getOrDefault(facet, List.of()).stream()
                .mapToLong(Count::documents)
                .sum();
    }

    private static Candidates candidates(Scope scope, String words, boolean similar) {
        return CANDIDATES.call(
                scope.tenant().value(),
                scope.reader(),
                scope.fallback(),
                scope.modules().toArray(String[]::new),
                words,
                similar);
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

    private Map<String, List<Count>> counts(Candidates source, SearchQuery query) {
        Candidates found = CANDIDATES.as("found");
        Map<String, List<Count>> counts = new HashMap<>();
        dsl.with(name("found").asMaterialized(select().from(source)))
                .select(inline("all"), inline(""), count())
                .from(name("found"))
                .unionAll(select(inline("chosen"), inline(""), count())
                        .from(name("found"))
                        .where(chosen(found, query, "")))
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
                .fetch()
                .forEach(row -> add(counts, row));
        counts.values()
                .forEach(list -> list.sort(java.util.Comparator.comparingLong(Count::documents)
                        .reversed()
                        .thenComparing(Count::value)));
        counts.getOrDefault("year", new ArrayList<>())
                .sort(java.util.Comparator.comparing(Count::value).reversed());
        return counts;
    }

    private static void add(Map<String, List<Count>> counts, Record3<String, String, Integer> row) {
        counts.computeIfAbsent(row.value1(), facet -> new ArrayList<>()).add(new Count(row.value2(), row.value3()));
    }

    private List<Place> places(Scope scope, List<Key> keys, String words, boolean similar) {
        Field<Object> question = field("search.question({0}, {1})", Object.class, val(words), val(similar));
        return keys.stream()
                .map(key -> dsl.select(
                                DOCUMENT.TITLE,
                                DOCUMENT.SUMMARY,
                                DOCUMENT.BODY,
                                spelt(DOCUMENT.TITLE),
                                spelt(DOCUMENT.SUMMARY),
                                spelt(DOCUMENT.BODY),
                                headline(DOCUMENT.TITLE, question, WHOLE),
                                headline(DOCUMENT.SUMMARY, question, WHOLE),
                                headline(DOCUMENT.BODY, question, FRAGMENT))
                        .from(DOCUMENT)
                        .where(Owned.by(scope.tenant(), DOCUMENT))
                        .and(DOCUMENT.TYPE.eq(key.type()))
                        .and(DOCUMENT.ID.eq(key.id()))
                        .and(DOCUMENT.LOCALE.eq(key.locale()))
                        .fetchOptional(row -> new Place(
                                key,
                                marked(row.value1(), row.value4(), row.value7()),
                                marked(row.value2(), row.value5(), row.value8()),
                                marked(row.value3(), row.value6(), row.value9()))))
                .flatMap(Optional::stream)
                .toList();
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
