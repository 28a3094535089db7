// SPDX-License-Identifier: Apache-2.0
package org.cabildo.content.internal;

import static org.cabildo.content.internal.jooq.Tables.ARTICLE;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cabildo.content.Article;
import org.cabildo.content.Article.Attached;
import org.cabildo.content.ArticleKind;
import org.cabildo.content.internal.jooq.tables.records.ArticleRecord;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.data.Owned;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Turns rows into articles and back. */
@Component
class ArticleRows {

    private final DSLContext dsl;
    private final JsonMapper json;

    ArticleRows(DSLContext dsl, JsonMapper json) {
        this.dsl = dsl;
        this.json = json;
    }

    Article article(ArticleRecord row) {
        return new Article(
                row.getKind().equals("page") ? ArticleKind.PAGE : ArticleKind.NEWS,
                row.getSlug(),
                Locale.forLanguageTag(row.getLocale()),
                row.getTitle(),
                row.getSummary(),
                row.getBody(),
                row.getMenu(),
                row.getOrd(),
                row.getPublishedAt(),
                row.getUpdatedAt(),
                row.getImage(),
                attachments(row.getAttachments()));
    }

    /** Everything that the tenant has, without what was removed. */
    List<Article> all(TenantId tenant) {
        return dsl.selectFrom(ARTICLE)
                .where(Owned.by(tenant, ARTICLE))
                .and(ARTICLE.REMOVED_AT.isNull())
                .orderBy(ARTICLE.KIND, ARTICLE.SLUG, ARTICLE.LOCALE)
                .fetch(this::article);
    }

    /** Stores an article, new or changed; one that was removed comes back. */
    void put(TenantId tenant, Article article) {
        ArticleRecord row = dsl.newRecord(ARTICLE);
        row.setTenantId(tenant.value());
        row.setKind(article.kind().code());
        row.setSlug(article.slug());
        row.setLocale(article.locale().toLanguageTag());
        row.setTitle(article.title());
        row.setSummary(article.summary());
        row.setBody(article.body());
        row.setMenu(article.menu());
        row.setOrd(article.order());
        row.setPublishedAt(article.published());
        row.setUpdatedAt(article.updated());
        row.setImage(article.image());
        row.setAttachments(json.writeValueAsString(article.attachments()));
        row.setRemovedAt(null);
        dsl.insertInto(ARTICLE)
                .set(row)
                .onConflict(ARTICLE.TENANT_ID, ARTICLE.KIND, ARTICLE.SLUG, ARTICLE.LOCALE)
                .doUpdate()
                .set(row)
                .set(ARTICLE.VERSION, ARTICLE.VERSION.plus(1))
                .execute();
    }

    void delete(TenantId tenant, Article article) {
        dsl.deleteFrom(ARTICLE).where(is(tenant, article)).execute();
    }

    static Condition is(TenantId tenant, Article article) {
        return is(tenant, article.kind(), article.slug(), article.locale());
    }

    static Condition is(TenantId tenant, ArticleKind kind, String slug, Locale locale) {
        return Owned.by(tenant, ARTICLE)
                .and(ARTICLE.KIND.eq(kind.code()))
                .and(ARTICLE.SLUG.eq(slug))
                .and(ARTICLE.LOCALE.eq(locale.toLanguageTag()));
    }

    private List<Attached> attachments(String text) {
        List<Attached> attachments = new ArrayList<>();
        for (JsonNode item : json.readTree(text)) {
            attachments.add(new Attached(
                    item.path("file").asString(), item.path("title").asString()));
        }
        return List.copyOf(attachments);
    }
}
