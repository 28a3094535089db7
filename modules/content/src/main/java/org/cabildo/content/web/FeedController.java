// SPDX-License-Identifier: Apache-2.0
package org.cabildo.content.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.cabildo.content.Article;
import org.cabildo.content.Articles;
import org.cabildo.content.Articles.NewsQuery;
import org.cabildo.content.Markdown;
import org.cabildo.platform.Sites;
import org.cabildo.platform.web.Access;
import org.cabildo.platform.web.View;
import org.cabildo.platform.web.ViewFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The newest news for feed readers: Atom (RFC 4287) in the language of the address. */
@Controller
@Access(Access.Audience.PUBLIC)
class FeedController {

    private static final int SIZE = 30;

    private final Articles articles;
    private final ViewFactory views;
    private final Sites sites;
    private final LivingLinks links;

    FeedController(Articles articles, ViewFactory views, Sites sites, LivingLinks links) {
        this.articles = articles;
        this.views = views;
        this.sites = sites;
        this.links = links;
    }

    @GetMapping("/noticias.atom")
    ResponseEntity<byte[]> atom(HttpServletRequest request) {
        View view = views.of(request);
        List<Article> news = articles.news(view.site(), view.locale(), NewsQuery.newest(SIZE))
                .items();
        String language = view.locale().toLanguageTag();
        boolean first = view.locale().equals(view.site().defaultLocale());
        String query = first ? "" : "?lang=" + language;
        XmlText xml = new XmlText()
                .open("feed", "xmlns", "http://www.w3.org/2005/Atom", "xml:lang", language)
                .text("id", view.absolute("/noticias.atom" + query))
                .text("title", view.msg("content.news.feedTitle", view.site().officialName()))
                .text("updated", changed(news))
                .empty(
                        "link",
                        "rel",
                        "self",
                        "type",
                        "application/atom+xml",
                        "href",
                        view.absolute("/noticias.atom" + query))
                .empty("link", "rel", "alternate", "type", "text/html", "href", view.absolute("/noticias" + query))
                .open("author")
                .text("name", view.site().officialName())
                .close("author");
        news.forEach(article -> entry(xml, article, view));
        return Documents.of(
                "application/atom+xml;charset=UTF-8", xml.close("feed").toString());
    }

    private void entry(XmlText xml, Article article, View view) {
        String address = view.absolute(article.path());
        String origin = sites.url(view.site(), "");
        xml.open("entry")
                .text("id", address)
                .text("title", article.title())
                .text("published", String.valueOf(article.published()))
                .text("updated", changed(List.of(article)))
                .empty("link", "rel", "alternate", "type", "text/html", "href", address)
                .text("summary", article.summary())
                .text(
                        "content",
                        links.of(Markdown.html(article.body(), article.title()), view.site())
                                .replace("href=\"/", "href=\"" + origin + "/")
                                .replace("src=\"/", "src=\"" + origin + "/"),
                        "type",
                        "html",
                        "xml:lang",
                        article.locale().toLanguageTag())
                .close("entry");
    }

    private static String changed(List<Article> news) {
        return news.stream()
                .flatMap(article -> java.util.stream.Stream.of(article.published(), article.updated()))
                .filter(Objects::nonNull)
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH)
                .toString();
    }
}
