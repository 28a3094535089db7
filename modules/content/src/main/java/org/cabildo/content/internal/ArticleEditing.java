// SPDX-License-Identifier: Apache-2.0
package org.cabildo.content.internal;

import static org.cabildo.content.internal.jooq.Tables.ARTICLE;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.val;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cabildo.content.Article;
import org.cabildo.content.ArticleId;
import org.cabildo.content.ArticleKind;
import org.cabildo.content.ArticleOutdated;
import org.cabildo.content.ArticleState;
import org.cabildo.content.Editing;
import org.cabildo.content.Edition;
import org.cabildo.content.Revision;
import org.cabildo.platform.Actor;
import org.cabildo.platform.Audit;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.UseCase;
import org.cabildo.platform.data.Owned;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.annotation.Transactional;

@UseCase
class ArticleEditing implements Editing {

    private static final int REVISIONS = 100;

    private final DSLContext dsl;
    private final ArticleRows rows;
    private final Announcements announcements;
    private final Audit audit;
    private final Clock clock;

    ArticleEditing(DSLContext dsl, ArticleRows rows, Announcements announcements, Audit audit, Clock clock) {
        this.dsl = dsl;
        this.rows = rows;
        this.announcements = announcements;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Listing list(TenantId tenant, ArticleKind kind, Filter filter, @Nullable Place after, int size) {
        List<Edition> found = new ArrayList<>(dsl.selectFrom(ARTICLE)
                .where(Owned.by(tenant, ARTICLE))
                .and(ARTICLE.KIND.eq(kind.code()))
                .and(in(filter.state()))
                .and(
                        filter.locale() == null
                                ? noCondition()
                                : ARTICLE.LOCALE.eq(filter.locale().toLanguageTag()))
                .and(saying(filter.words()))
                .and(beyond(after))
                .orderBy(ARTICLE.CHANGED_AT.desc(), ARTICLE.SLUG.desc(), ARTICLE.LOCALE.desc())
                .limit(size + 1)
                .fetch(rows::edition));
        boolean more = found.size() > size;
        if (more) {
            found.removeLast();
        }
        return new Listing(List.copyOf(found), more);
    }

    private Condition in(@Nullable ArticleState state) {
        if (state == ArticleState.REMOVED) {
            return ARTICLE.REMOVED_AT.isNotNull();
        }
        Condition kept = ARTICLE.REMOVED_AT.isNull();
        if (state == null) {
            return kept;
        }
        return kept.and(
                switch (state) {
                    case SCHEDULED -> ARTICLE.PUBLISHED_AT.gt(clock.instant());
                    case PUBLISHED -> ARTICLE.PUBLISHED_AT.le(clock.instant());
                    default -> ARTICLE.PUBLISHED_AT.isNull();
                });
    }

    private static Condition saying(String words) {
        Condition all = noCondition();
        for (String word : words.strip().split("\\s+")) {
            if (!word.isEmpty()) {
                String pattern = "%" + word.replaceAll("([%_\\\\])", "\\\\$1") + "%";
                all = all.and(condition(
                        "unaccent(lower({0} || ' ' || {1} || ' ' || {2})) like unaccent(lower({3}))",
                        ARTICLE.TITLE, ARTICLE.SUMMARY, ARTICLE.SLUG, val(pattern)));
            }
        }
        return all;
    }

    private static Condition beyond(@Nullable Place after) {
        return after == null
                ? noCondition()
                : row(ARTICLE.CHANGED_AT, ARTICLE.SLUG, ARTICLE.LOCALE)
                        .lt(after.changed(), after.slug(), after.locale().toLanguageTag());
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Edition> find(TenantId tenant, ArticleId id) {
        return dsl.selectFrom(ARTICLE).where(ArticleRows.is(tenant, id)).fetchOptional(rows::edition);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Edition> languages(TenantId tenant, ArticleKind kind, String slug) {
        return dsl.selectFrom(ARTICLE)
                .where(Owned.by(tenant, ARTICLE))
                .and(ARTICLE.KIND.eq(kind.code()))
                .and(ARTICLE.SLUG.eq(slug))
                .and(ARTICLE.REMOVED_AT.isNull())
                .orderBy(ARTICLE.LOCALE)
                .fetch(rows::edition);
    }

    @Override
    public Edition save(TenantId tenant, Article article, int version, Actor actor) {
        Optional<Edition> held = rows.held(tenant, article.id()).filter(edition -> edition.removed() == null);
        if (held.map(Edition::version).orElse(0) != version) {
            throw new ArticleOutdated(article.id());
        }
        Article before = held.map(Edition::article).orElse(null);
        if (held.isPresent() && article.equals(before)) {
            return held.get();
        }
        return put(tenant, before, article, change(before, article), actor);
    }

    private static String change(@Nullable Article before, Article after) {
        if (before == null) {
            return "created";
        }
        if (before.published() == null) {
            return after.published() == null ? "changed" : "published";
        }
        return after.published() == null ? "withdrawn" : "changed";
    }

    private Edition put(TenantId tenant, @Nullable Article before, Article after, String change, Actor actor) {
        try {
            Edition stored = rows.put(tenant, after, change, actor);
            record(tenant, actor, change, before, after);
            announcements.changed(tenant, before, after);
            return stored;
        } catch (DuplicateKeyException exception) {
            throw new ArticleOutdated(after.id());
        }
    }

    @Override
    public void remove(TenantId tenant, ArticleId id, int version, Actor actor) {
        Edition held = rows.held(tenant, id)
                .filter(edition -> edition.removed() == null && edition.version() == version)
                .orElseThrow(() -> new ArticleOutdated(id));
        rows.bin(tenant, id, actor);
        record(tenant, actor, "removed", held.article(), null);
        announcements.changed(tenant, held.article(), null);
    }

    @Override
    public Optional<Edition> bringBack(TenantId tenant, ArticleId id, Actor actor) {
        return rows.held(tenant, id)
                .filter(edition -> edition.removed() != null)
                .map(edition -> put(tenant, null, edition.article(), "restored", actor));
    }

    @Override
    @Transactional(readOnly = true)
    public List<Revision> history(TenantId tenant, ArticleId id) {
        return rows.revisions(tenant, id, REVISIONS);
    }

    @Override
    public Optional<Edition> restore(TenantId tenant, ArticleId id, int version, Actor actor) {
        Edition held = rows.held(tenant, id)
                .filter(edition -> edition.removed() == null)
                .orElse(null);
        Optional<Article> wanted = rows.revisions(tenant, id, REVISIONS).stream()
                .filter(revision -> revision.version() == version)
                .map(Revision::article)
                .findFirst();
        if (held == null || wanted.isEmpty()) {
            return Optional.empty();
        }
        Article before = held.article();
        Article after = publishedAs(wanted.get(), before, clock.instant());
        return Optional.of(after.equals(before) ? held : put(tenant, before, after, "restored", actor));
    }

    /** A former text in the state of the present one: nothing appears or disappears by being restored. */
    private static Article publishedAs(Article former, Article present, Instant now) {
        boolean same = former.visible(now) == present.visible(now)
                && (former.published() == null) == (present.published() == null);
        return same ? former : former.publishedAt(present.published(), present.updated());
    }

    private void record(
            TenantId tenant, Actor actor, String change, @Nullable Article before, @Nullable Article after) {
        Article article = java.util.Objects.requireNonNull(after != null ? after : before);
        audit.record(
                tenant,
                actor,
                article.kind().module() + "." + change,
                article.kind().code(),
                article.id().name(),
                before,
                after);
    }
}
