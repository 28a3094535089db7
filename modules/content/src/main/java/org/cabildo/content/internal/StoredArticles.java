// SPDX-License-Identifier: Apache-2.0
package org.cabildo.content.internal;

import static org.cabildo.content.internal.jooq.Tables.ARTICLE;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.selectOne;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Year;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cabildo.content.Article;
import org.cabildo.content.ArticleKind;
import org.cabildo.content.Articles;
import org.cabildo.platform.Site;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.data.Owned;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads from PostgreSQL what the public may see. */
@Component
@Transactional(readOnly = true)
class StoredArticles implements Articles {

    private final DSLContext dsl;
    private final ArticleRows rows;
    private final Clock clock;

    StoredArticles(DSLContext dsl, ArticleRows rows, Clock clock) {
        this.dsl = dsl;
        this.rows = rows;
        this.clock = clock;
    }

    @Override
    public Optional<Article> find(Site site, ArticleKind kind, String slug, Locale wanted) {
        List<String> preferred =
                List.of(wanted.toLanguageTag(), site.defaultLocale().toLanguageTag());
        return dsl
                .selectFrom(ARTICLE)
                .where(visible(ARTICLE, site.requireTenant(), kind))
                .and(ARTICLE.SLUG.eq(slug))
                .fetch(rows::article)
                .stream()
                .min(Comparator.comparingInt(article -> rank(preferred, article.locale())));
    }

    private static int rank(List<String> preferred, Locale locale) {
        int place = preferred.indexOf(locale.toLanguageTag());
        return place < 0 ? preferred.size() : place;
    }

    @Override
    public List<Article> pages(Site site, Locale wanted) {
        return dsl.selectFrom(ARTICLE)
                .where(visible(ARTICLE, site.requireTenant(), ArticleKind.PAGE))
                .and(inBestLanguage(site, ArticleKind.PAGE, wanted))
                .orderBy(ARTICLE.ORD, ARTICLE.SLUG)
                .fetch(rows::article);
    }

    @Override
    public Slice news(Site site, Locale wanted, NewsQuery query) {
        boolean back = query.newer() != null;
        List<Article> found = new ArrayList<>(dsl.selectFrom(ARTICLE)
                .where(visible(ARTICLE, site.requireTenant(), ArticleKind.NEWS))
                .and(inBestLanguage(site, ArticleKind.NEWS, wanted))
                .and(inYear(query.year(), site.zone()))
                .and(beyond(query))
                .orderBy(
                        back ? ARTICLE.PUBLISHED_AT.asc() : ARTICLE.PUBLISHED_AT.desc(),
                        back ? ARTICLE.SLUG.asc() : ARTICLE.SLUG.desc())
                .limit(query.size() + 1)
                .fetch(rows::article));
        boolean more = found.size() > query.size();
        if (more) {
            found.removeLast();
        }
        List<Article> items = back ? found.reversed() : found;
        return new Slice(List.copyOf(items), back ? more : query.older() != null, back || more);
    }

    @Override
    public List<Integer> newsYears(Site site) {
        Field<Integer> year = field(
                "extract(year from {0} at time zone {1})::int",
                Integer.class, ARTICLE.PUBLISHED_AT, inline(site.zone().getId()));
        return dsl.selectDistinct(year)
                .from(ARTICLE)
                .where(visible(ARTICLE, site.requireTenant(), ArticleKind.NEWS))
                .orderBy(year.desc())
                .fetch(year);
    }

    @Override
    public int newsOfLastYear(Site site) {
        Instant since = clock.instant().minus(Duration.ofDays(365));
        return dsl.fetchCount(dsl.selectDistinct(ARTICLE.SLUG)
                .from(ARTICLE)
                .where(visible(ARTICLE, site.requireTenant(), ArticleKind.NEWS))
                .and(ARTICLE.PUBLISHED_AT.gt(since)));
    }

    @Override
    public Optional<Instant> nextChange(Site site) {
        return dsl.select(min(ARTICLE.PUBLISHED_AT))
                .from(ARTICLE)
                .where(Owned.by(site.requireTenant(), ARTICLE))
                .and(ARTICLE.ANNOUNCED_AT.isNull())
                .and(ARTICLE.REMOVED_AT.isNull())
                .and(ARTICLE.PUBLISHED_AT.gt(clock.instant()))
                .fetchOptional()
                .map(Record1::value1);
    }

    @Override
    public List<Listed> listed(Site site, ArticleKind kind) {
        Field<Instant> changed = greatest(ARTICLE.PUBLISHED_AT, ARTICLE.UPDATED_AT);
        return dsl.select(ARTICLE.SLUG, ARTICLE.LOCALE, changed)
                .from(ARTICLE)
                .where(visible(ARTICLE, site.requireTenant(), kind))
                .orderBy(ARTICLE.PUBLISHED_AT.desc(), ARTICLE.SLUG.desc(), ARTICLE.LOCALE)
                .limit(20_000)
                .fetch(found -> new Listed(found.value1(), Locale.forLanguageTag(found.value2()), found.value3()));
    }

    private Condition visible(
            org.cabildo.content.internal.jooq.tables.Article table, TenantId tenant, ArticleKind kind) {
        return Owned.by(tenant, table)
                .and(table.KIND.eq(kind.code()))
                .and(table.PUBLISHED_AT.le(clock.instant()))
                .and(table.REMOVED_AT.isNull());
    }

    private Condition inBestLanguage(Site site, ArticleKind kind, Locale wanted) {
        String own = wanted.toLanguageTag();
        String first = site.defaultLocale().toLanguageTag();
        if (own.equals(first)) {
            return ARTICLE.LOCALE.eq(own);
        }
        var translation = ARTICLE.as("translation");
        return ARTICLE.LOCALE
                .eq(own)
                .or(ARTICLE.LOCALE
                        .eq(first)
                        .and(notExists(selectOne()
                                .from(translation)
                                .where(visible(translation, site.requireTenant(), kind))
                                .and(translation.SLUG.eq(ARTICLE.SLUG))
                                .and(translation.LOCALE.eq(own)))));
    }

    private static Condition inYear(@Nullable Integer year, ZoneId zone) {
        if (year == null) {
            return noCondition();
        }
        return ARTICLE.PUBLISHED_AT
                .ge(Year.of(year).atDay(1).atStartOfDay(zone).toInstant())
                .and(ARTICLE.PUBLISHED_AT.lt(
                        Year.of(year + 1).atDay(1).atStartOfDay(zone).toInstant()));
    }

    private static Condition beyond(NewsQuery query) {
        Cursor newer = query.newer();
        if (newer != null) {
            return row(ARTICLE.PUBLISHED_AT, ARTICLE.SLUG).gt(newer.published(), newer.slug());
        }
        Cursor older = query.older();
        return older == null
                ? noCondition()
                : row(ARTICLE.PUBLISHED_AT, ARTICLE.SLUG).lt(older.published(), older.slug());
    }
}
