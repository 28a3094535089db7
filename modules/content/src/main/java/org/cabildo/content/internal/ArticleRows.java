// SPDX-License-Identifier: Apache-2.0
package org.cabildo.content.internal;

import static org.cabildo.content.internal.jooq.Tables.ARTICLE;
import static org.cabildo.content.internal.jooq.Tables.FILE_USE;
import static org.cabildo.content.internal.jooq.Tables.REVISION;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.cabildo.content.Article;
import org.cabildo.content.Article.Attached;
import org.cabildo.content.ArticleId;
import org.cabildo.content.ArticleKind;
import org.cabildo.content.Edition;
import org.cabildo.content.Markdown;
import org.cabildo.content.Revision;
import org.cabildo.content.internal.jooq.tables.records.ArticleRecord;
import org.cabildo.platform.Actor;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.data.Owned;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Turns rows into articles and back, with their revisions and the files that they use. */
@Component
class ArticleRows {

    private final DSLContext dsl;
    private final JsonMapper json;
    private final Clock clock;

    ArticleRows(DSLContext dsl, JsonMapper json, Clock clock) {
        this.dsl = dsl;
        this.json = json;
        this.clock = clock;
    }

    Article article(ArticleRecord row) {
        return new Article(
                kind(row.getKind()),
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

    Edition edition(ArticleRecord row) {
        return new Edition(article(row), row.getVersion(), row.getChangedAt(), row.getChangedBy(), row.getRemovedAt());
    }

    /** Everything that the tenant has, without what was removed. */
    List<Article> all(TenantId tenant) {
        return dsl.selectFrom(ARTICLE)
                .where(Owned.by(tenant, ARTICLE))
                .and(ARTICLE.REMOVED_AT.isNull())
                .orderBy(ARTICLE.KIND, ARTICLE.SLUG, ARTICLE.LOCALE)
                .fetch(this::article);
    }

    /** An article whatever its state, held against other changes until the transaction ends. */
    Optional<Edition> held(TenantId tenant, ArticleId id) {
        return dsl.selectFrom(ARTICLE).where(is(tenant, id)).forUpdate().fetchOptional(this::edition);
    }

    /** Stores an article, new or changed; one that was removed comes back. */
    Edition put(TenantId tenant, Article article, String change, Actor actor) {
        Instant now = clock.instant();
        ArticleRecord row = row(tenant, article);
        row.setChangedAt(now);
        row.setChangedBy(actor.name());
        row.setAnnouncedAt(article.visible(now) ? now : null);
        row.setRemovedAt(null);
        Edition stored = edition(dsl.insertInto(ARTICLE)
                .set(row)
                .onConflict(ARTICLE.TENANT_ID, ARTICLE.KIND, ARTICLE.SLUG, ARTICLE.LOCALE)
                .doUpdate()
                .set(row)
                .set(ARTICLE.VERSION, ARTICLE.VERSION.plus(1))
                .returning()
                .fetchSingle());
        note(tenant, stored, change, actor);
        uses(tenant, article);
        return stored;
    }

    /** Puts an article into the bin. */
    void bin(TenantId tenant, ArticleId id, Actor actor) {
        Instant now = clock.instant();
        dsl.update(ARTICLE)
                .set(ARTICLE.REMOVED_AT, now)
                .set(ARTICLE.CHANGED_AT, now)
                .set(ARTICLE.CHANGED_BY, actor.name())
                .set(ARTICLE.ANNOUNCED_AT, (Instant) null)
                .set(ARTICLE.VERSION, ARTICLE.VERSION.plus(1))
                .where(is(tenant, id))
                .returning()
                .fetchOptional()
                .ifPresent(row -> note(tenant, edition(row), "removed", actor));
        dsl.deleteFrom(FILE_USE).where(usedBy(tenant, id)).execute();
    }

    /** Everything that an article was, newest first. */
    List<Revision> revisions(TenantId tenant, ArticleId id, int atMost) {
        return dsl.selectFrom(REVISION)
                .where(Owned.by(tenant, REVISION))
                .and(REVISION.KIND.eq(id.kind().code()))
                .and(REVISION.SLUG.eq(id.slug()))
                .and(REVISION.LOCALE.eq(id.locale().toLanguageTag()))
                .orderBy(REVISION.VERSION.desc())
                .limit(atMost)
                .fetch(row -> new Revision(
                        row.getVersion(),
                        row.getAt(),
                        row.getActorName(),
                        row.getChange(),
                        json.readValue(row.getSnapshot(), Article.class)));
    }

    private void note(TenantId tenant, Edition edition, String change, Actor actor) {
        Article article = edition.article();
        dsl.insertInto(REVISION)
                .set(REVISION.TENANT_ID, tenant.value())
                .set(REVISION.KIND, article.kind().code())
                .set(REVISION.SLUG, article.slug())
                .set(REVISION.LOCALE, article.locale().toLanguageTag())
                .set(REVISION.VERSION, edition.version())
                .set(REVISION.AT, edition.changed())
                .set(REVISION.ACTOR_NAME, actor.name())
                .set(REVISION.CHANGE, change)
                .set(REVISION.SNAPSHOT, json.writeValueAsString(article))
                .execute();
    }

    private void uses(TenantId tenant, Article article) {
        dsl.deleteFrom(FILE_USE).where(usedBy(tenant, article.id())).execute();
        Set<String> names = new TreeSet<>(Markdown.files(article.body()));
        article.attachments().forEach(attached -> names.add(attached.file()));
        if (article.image() != null) {
            names.add(article.image());
        }
        names.forEach(name -> dsl.insertInto(FILE_USE)
                .set(FILE_USE.TENANT_ID, tenant.value())
                .set(FILE_USE.NAME, name)
                .set(FILE_USE.KIND, article.kind().code())
                .set(FILE_USE.SLUG, article.slug())
                .set(FILE_USE.LOCALE, article.locale().toLanguageTag())
                .execute());
    }

    private ArticleRecord row(TenantId tenant, Article article) {
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
        return row;
    }

    static Condition is(TenantId tenant, ArticleId id) {
        return Owned.by(tenant, ARTICLE)
                .and(ARTICLE.KIND.eq(id.kind().code()))
                .and(ARTICLE.SLUG.eq(id.slug()))
                .and(ARTICLE.LOCALE.eq(id.locale().toLanguageTag()));
    }

    private static Condition usedBy(TenantId tenant, ArticleId id) {
        return Owned.by(tenant, FILE_USE)
                .and(FILE_USE.KIND.eq(id.kind().code()))
                .and(FILE_USE.SLUG.eq(id.slug()))
                .and(FILE_USE.LOCALE.eq(id.locale().toLanguageTag()));
    }

    static ArticleKind kind(String code) {
        return code.equals("page") ? ArticleKind.PAGE : ArticleKind.NEWS;
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
