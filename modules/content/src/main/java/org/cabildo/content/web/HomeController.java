// SPDX-License-Identifier: Apache-2.0
package org.cabildo.content.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.cabildo.content.Article;
import org.cabildo.content.Articles;
import org.cabildo.content.Articles.NewsQuery;
import org.cabildo.platform.Site;
import org.cabildo.platform.web.Access;
import org.cabildo.platform.web.Action;
import org.cabildo.platform.web.Page;
import org.cabildo.platform.web.Tile;
import org.cabildo.platform.web.TileSource;
import org.cabildo.platform.web.View;
import org.cabildo.platform.web.ViewFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The home page of a portal: what to do here, figures of the modules that are on, news, pages. */
@Controller
@Access(Access.Audience.PUBLIC)
class HomeController {

    private static final Logger LOG = LoggerFactory.getLogger(HomeController.class);
    private static final int CARDS = 3;
    private static final int NEWS = 3;

    private final Articles articles;
    private final Teasers teasers;
    private final ViewFactory views;
    private final List<TileSource> tiles;

    HomeController(Articles articles, Teasers teasers, ViewFactory views, ObjectProvider<TileSource> tiles) {
        this.articles = articles;
        this.teasers = teasers;
        this.views = views;
        this.tiles = tiles.orderedStream().toList();
    }

    @GetMapping("/")
    String home(HttpServletRequest request, Model model) {
        View view = views.of(request);
        Site site = view.site();
        List<Action> pages = articles.pages(site, view.locale()).stream()
                .filter(Article::menu)
                .map(page -> new Action(page.title(), page.path(), page.summary(), "page"))
                .toList();
        model.addAttribute("page", page(view));
        model.addAttribute("actions", pages.subList(0, Math.min(CARDS, pages.size())));
        model.addAttribute("links", pages.subList(Math.min(CARDS, pages.size()), pages.size()));
        model.addAttribute("tiles", tiles(view));
        model.addAttribute(
                "news",
                site.has("news")
                        ? teasers.of(articles.news(site, view.locale(), NewsQuery.newest(NEWS))
                                .items())
                        : List.of());
        return "content/home";
    }

    private static Page page(View view) {
        Page page = Page.of("").describedAs(view.text("heroText"));
        return view.site().has("news") ? page.withFeed("/noticias.atom") : page;
    }

    private List<Tile> tiles(View view) {
        List<String> order = view.site().theme().tiles();
        List<TileSource> shown = new ArrayList<>(tiles.stream()
                .filter(source -> view.site().has(source.module()))
                .toList());
        shown.sort(Comparator.comparingInt(
                source -> order.contains(source.module()) ? order.indexOf(source.module()) : Integer.MAX_VALUE));
        return shown.stream().flatMap(source -> tile(source, view).stream()).toList();
    }

    /** A figure that can't be had is left out; the page is worth more than any figure. */
    private static Optional<Tile> tile(TileSource source, View view) {
        try {
            return source.tile(view);
        } catch (RuntimeException exception) {
            LOG.warn("No tile of {}", source.module(), exception);
            return Optional.empty();
        }
    }
}
