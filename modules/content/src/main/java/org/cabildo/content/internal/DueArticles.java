// SPDX-License-Identifier: Apache-2.0
package org.cabildo.content.internal;

import static org.cabildo.content.internal.jooq.Tables.ARTICLE;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.cabildo.content.ArticleId;
import org.cabildo.platform.Site;
import org.cabildo.platform.Sites;
import org.cabildo.platform.TenantContext;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.data.Owned;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Announces scheduled articles when their time has come. Pages ask for the time themselves and need no job; caches and
 * search are told here.
 */
@Component
class DueArticles {

    static final String JOB = "content.due";
    private static final Logger LOG = LoggerFactory.getLogger(DueArticles.class);

    private final DSLContext dsl;
    private final Sites sites;
    private final Announcements announcements;
    private final TransactionTemplate transactions;
    private final Clock clock;

    DueArticles(
            DSLContext dsl, Sites sites, Announcements announcements, TransactionTemplate transactions, Clock clock) {
        this.dsl = dsl;
        this.sites = sites;
        this.announcements = announcements;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 5_000, fixedDelay = 15_000)
    void run() {
        for (Site site : sites.all()) {
            TenantId tenant = site.requireTenant();
            try {
                TenantContext.run(tenant, () -> transactions.executeWithoutResult(status -> announce(tenant)));
            } catch (RuntimeException exception) {
                LOG.warn(
                        "Articles of {} whose time has come were not announced: {}", site.slug(), exception.toString());
            }
        }
    }

    private void announce(TenantId tenant) {
        Instant now = clock.instant();
        List<ArticleId> due = dsl.update(ARTICLE)
                .set(ARTICLE.ANNOUNCED_AT, now)
                .where(Owned.by(tenant, ARTICLE))
                .and(ARTICLE.ANNOUNCED_AT.isNull())
                .and(ARTICLE.REMOVED_AT.isNull())
                .and(ARTICLE.PUBLISHED_AT.le(now))
                .returningResult(ARTICLE.KIND, ARTICLE.SLUG, ARTICLE.LOCALE)
                .fetch(row -> new ArticleId(
                        ArticleRows.kind(row.value1()), row.value2(), Locale.forLanguageTag(row.value3())));
        if (!due.isEmpty()) {
            announcements.due(tenant, due);
        }
    }
}
