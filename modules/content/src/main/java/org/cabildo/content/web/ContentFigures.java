// SPDX-License-Identifier: Apache-2.0
package org.cabildo.content.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.cabildo.content.Article;
import org.cabildo.content.ArticleKind;
import org.cabildo.content.Articles;
import org.cabildo.content.Articles.Listed;
import org.cabildo.content.Articles.NewsQuery;
import org.cabildo.content.Inbox;
import org.cabildo.platform.Site;
import org.cabildo.platform.web.Attention;
import org.cabildo.platform.web.AttentionSource;
import org.cabildo.platform.web.SitemapSource;
import org.cabildo.platform.web.Tile;
import org.cabildo.platform.web.TileSource;
import org.cabildo.platform.web.Tone;
import org.cabildo.platform.web.View;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What pages, news and contact bring to the home page and to the site maps. */
@Configuration(proxyBeanMethods = false)
class ContentFigures {

    @Bean
    TileSource newsTile(Articles articles) {
        return source("news", view -> newsTile(articles, view));
    }

    @Bean
    TileSource pagesTile(Articles articles) {
        return source("pages", view -> {
            long count = articles.pages(view.site(), view.locale()).stream()
                    .filter(Article::menu)
                    .count();
            return count == 0
                    ? Optional.empty()
                    : Optional.of(Tile.of(view.msg("content.tile.pages"), view.number(count, 0), "/paginas", "page"));
        });
    }

    @Bean
    TileSource contactTile() {
        return source(
                "contact",
                view -> Optional.ofNullable(view.site().contact().get("phone"))
                        .map(phone -> Tile.of(view.msg("content.tile.contact"), phone, "/contacto", "phone")));
    }

    /** Messages that wait, for those who answer them. */
    @Bean
    AttentionSource openMessages(Inbox inbox) {
        return new AttentionSource() {
            @Override
            public String module() {
                return "contact";
            }

            @Override
            public List<Attention> attention(View view) {
                int open = view.can("contact.answer") ? inbox.open(view.site().requireTenant()) : 0;
                return open == 0
                        ? List.of()
                        : List.of(new Attention(
                                view.msg("content.inbox.waiting", open),
                                "/gestion/contact",
                                view.msg("content.inbox.answer"),
                                Tone.INFO));
            }
        };
    }

    @Bean
    SitemapSource pagesAddresses(Articles articles) {
        return addresses(articles, ArticleKind.PAGE);
    }

    @Bean
    SitemapSource newsAddresses(Articles articles) {
        return addresses(articles, ArticleKind.NEWS);
    }

    private static Optional<Tile> newsTile(Articles articles, View view) {
        int count = articles.newsOfLastYear(view.site());
        Optional<Article> latest = articles.news(view.site(), view.locale(), NewsQuery.newest(1)).items().stream()
                .findFirst();
        return latest.map(article -> Tile.of(view.msg("content.tile.news"), view.number(count, 0), "/noticias", "news")
                .withChange(
                        view.msg(
                                "content.tile.latest",
                                view.date(java.util.Objects.requireNonNull(article.published()))),
                        Tone.NEUTRAL));
    }

    private static TileSource source(String module, java.util.function.Function<View, Optional<Tile>> tile) {
        return new TileSource() {
            @Override
            public String module() {
                return module;
            }

            @Override
            public Optional<Tile> tile(View view) {
                return tile.apply(view);
            }
        };
    }

    private static SitemapSource addresses(Articles articles, ArticleKind kind) {
        return new SitemapSource() {
            @Override
            public String module() {
                return kind.module();
            }

            @Override
            public List<Address> addresses(Site site) {
                return bySlug(articles.listed(site, kind), kind, site);
            }
        };
    }

    private static List<SitemapSource.Address> bySlug(List<Listed> listed, ArticleKind kind, Site site) {
        Map<String, List<Listed>> items = new LinkedHashMap<>();
        listed.forEach(item ->
                items.computeIfAbsent(item.slug(), slug -> new ArrayList<>()).add(item));
        List<SitemapSource.Address> addresses = new ArrayList<>();
        items.forEach((slug, versions) -> {
            Instant changed = versions.stream()
                    .map(Listed::changed)
                    .max(Instant::compareTo)
                    .orElseThrow();
            List<Locale> locales = site.locales().stream()
                    .filter(locale -> versions.stream()
                            .anyMatch(version -> version.locale().equals(locale)))
                    .toList();
            addresses.add(new SitemapSource.Address(kind.path() + "/" + slug, changed, locales));
        });
        return addresses;
    }
}
