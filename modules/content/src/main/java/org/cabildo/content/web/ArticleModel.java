// SPDX-License-Identifier: Apache-2.0
package org.cabildo.content.web;

import java.util.List;
import org.cabildo.content.Article;
import org.cabildo.content.FileLibrary;
import org.cabildo.content.Markdown;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.web.Attachment;
import org.cabildo.platform.web.Breadcrumb;
import org.cabildo.platform.web.Page;
import org.cabildo.platform.web.View;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the templates {@code content/page} and {@code content/piece} need. */
@Component
public class ArticleModel {

    private final LivingLinks links;
    private final FileLibrary files;

    ArticleModel(LivingLinks links, FileLibrary files) {
        this.links = links;
        this.files = files;
    }

    public void fill(Model model, Article article, View view, Breadcrumb... way) {
        TenantId tenant = view.site().requireTenant();
        String image = article.image() == null ? null : "/archivos/" + article.image();
        Page page = Page.of(article.title(), way)
                .describedAs(article.summary().isEmpty() ? Markdown.plain(article.body(), 200) : article.summary())
                .withImage(image);
        boolean translated = article.locale().getLanguage().equals(view.locale().getLanguage());
        model.addAttribute("page", page);
        model.addAttribute("article", article);
        model.addAttribute("html", links.of(Markdown.html(article.body(), article.title()), view.site()));
        model.addAttribute(
                "picture",
                article.image() == null
                        ? null
                        : files.find(tenant, article.image()).orElse(null));
        model.addAttribute("translated", translated);
        model.addAttribute("attachments", attachments(tenant, article));
    }

    private List<Attachment> attachments(TenantId tenant, Article article) {
        return article.attachments().stream()
                .flatMap(attached -> files.find(tenant, attached.file()).stream()
                        .map(file -> new Attachment(attached.title(), file.path(), file.format(), file.bytes())))
                .toList();
    }
}
