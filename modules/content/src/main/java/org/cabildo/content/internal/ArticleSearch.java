// SPDX-License-Identifier: Apache-2.0
package org.cabildo.content.internal;

import static org.cabildo.content.internal.jooq.Tables.ARTICLE;
import static org.jooq.impl.DSL.collation;
import static org.jooq.impl.DSL.quotedName;
import static org.jooq.impl.DSL.select;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.cabildo.content.Article;
import org.cabildo.content.ArticleKind;
import org.cabildo.content.Markdown;
import org.cabildo.platform.Site;
import org.cabildo.platform.Sites;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.data.Owned;
import org.cabildo.platform.search.SearchDocument;
import org.cabildo.platform.search.SearchSource;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;

/** Offers the public articles of a kind to search. */
class ArticleSearch implements SearchSource {

    private static final int WORDS = 100_000;

    private final ArticleKind kind;
    private final DSLContext dsl;
    private final ArticleRows rows;
    private final Sites sites;
    private final Clock clock;

    ArticleSearch(ArticleKind kind, DSLContext dsl, ArticleRows rows, Sites sites, Clock clock) {
        this.kind = kind;
        this.dsl = dsl;
        this.rows = rows;
        this.sites = sites;
        this.clock = clock;
    }

    @Override
    public String type() {
        return kind.code();
    }

    @Override
    public String module() {
        return kind.module();
    }

    @Override
    public List<SearchDocument> one(TenantId tenant, String id) {
        return documents(tenant, ARTICLE.SLUG.eq(id));
    }

    @Override
    public List<SearchDocument> all(TenantId tenant, String after, int things) {
        Field<String> slug = ARTICLE.SLUG.collate(collation(quotedName("C")));
        return documents(
                tenant,
                ARTICLE.SLUG.in(select(ARTICLE.SLUG)
                        .from(ARTICLE)
                        .where(visible(tenant))
                        .and(slug.gt(after))
                        .groupBy(ARTICLE.SLUG)
                        .orderBy(slug)
                        .limit(things)));
    }

    private List<SearchDocument> documents(TenantId tenant, Condition which) {
        ZoneId zone = sites.byTenant(tenant).map(Site::zone).orElse(ZoneOffset.UTC);
        return dsl.selectFrom(ARTICLE)
                .where(visible(tenant))
                .and(which)
                .orderBy(ARTICLE.SLUG.collate(collation(quotedName("C"))), ARTICLE.LOCALE)
                .fetch(row -> document(rows.article(row), zone));
    }

    private Condition visible(TenantId tenant) {
        return Owned.by(tenant, ARTICLE)
                .and(ARTICLE.KIND.eq(kind.code()))
                .and(ARTICLE.PUBLISHED_AT.le(clock.instant()))
                .and(ARTICLE.REMOVED_AT.isNull());
    }

    private SearchDocument document(Article article, ZoneId zone) {
        LocalDate day = kind == ArticleKind.NEWS && article.published() != null
                ? article.published().atZone(zone).toLocalDate()
                : null;
        return SearchDocument.of(
                        kind.code(),
                        article.slug(),
                        article.locale(),
                        article.title(),
                        article.summary(),
                        Markdown.plain(article.body(), WORDS),
                        article.path())
                .on(day);
    }
}
