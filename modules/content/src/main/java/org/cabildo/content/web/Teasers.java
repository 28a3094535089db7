// SPDX-License-Identifier: Apache-2.0
package org.cabildo.content.web;

import java.util.List;
import org.cabildo.content.Article;
import org.cabildo.content.ArticleKind;
import org.cabildo.platform.web.Teaser;
import org.springframework.stereotype.Component;

/** Announces articles in lists. */
@Component
class Teasers {

    List<Teaser> of(List<Article> articles) {
        return articles.stream().map(this::of).toList();
    }

    Teaser of(Article article) {
        Teaser teaser = Teaser.of(article.title(), article.path(), article.summary());
        if (article.kind() == ArticleKind.NEWS) {
            teaser = teaser.at(article.published());
        }
        return article.image() == null ? teaser : teaser.withImage("/archivos/" + article.image());
    }
}
