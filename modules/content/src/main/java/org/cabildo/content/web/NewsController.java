// SPDX-License-Identifier: Apache-2.0
package org.cabildo.content.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.cabildo.content.Article;
import org.cabildo.content.ArticleKind;
import org.cabildo.content.Articles;
import org.cabildo.content.Articles.Cursor;
import org.cabildo.content.Articles.NewsQuery;
import org.cabildo.content.Articles.Slice;
import org.cabildo.platform.web.Access;
import org.cabildo.platform.web.Breadcrumb;
import org.cabildo.platform.web.NavLink;
import org.cabildo.platform.web.Option;
import org.cabildo.platform.web.Page;
import org.cabildo.platform.web.View;
import org.cabildo.platform.web.ViewFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** News for readers: the list by year, newest first, and each piece. */
@Controller
@Access(Access.Audience.PUBLIC)
class NewsController {

    static final String FEED = "/noticias.atom";
    private static final int SIZE = 12;

    private final Articles articles;
    private final Teasers teasers;
    private final ArticleModel texts;
    private final ViewFactory views;

    NewsController(Articles articles, Teasers teasers, ArticleModel texts, ViewFactory views) {
        this.articles = articles;
        this.teasers = teasers;
        this.texts = texts;
        this.views = views;
    }

    @GetMapping("/noticias")
    String list(
            @RequestParam(name = "anio", required = false) @Nullable String anio,
            @RequestParam(name = "antes", required = false) @Nullable String antes,
            @RequestParam(name = "despues", required = false) @Nullable String despues,
            HttpServletRequest request,
            Model model) {
        View view = views.of(request);
        Integer year = anio != null && anio.matches("[12][0-9]{3}") ? Integer.valueOf(anio) : null;
        Slice slice =
                articles.news(view.site(), view.locale(), new NewsQuery(year, cursor(antes), cursor(despues), SIZE));
        List<Integer> years = articles.newsYears(view.site());
        model.addAttribute("page", Page.of(view.msg("content.news.title")).withFeed(FEED));
        model.addAttribute("news", teasers.of(slice.items()));
        model.addAttribute("years", years.stream().map(NewsController::option).toList());
        model.addAttribute("year", year == null ? "" : year.toString());
        model.addAttribute("chips", year == null ? List.of() : List.of(chip(view, year)));
        model.addAttribute(
                "newer",
                slice.newer() && !slice.items().isEmpty()
                        ? link(year, "despues", slice.items().getFirst())
                        : "");
        model.addAttribute(
                "older",
                slice.older() && !slice.items().isEmpty()
                        ? link(year, "antes", slice.items().getLast())
                        : "");
        return "content/news";
    }

    @GetMapping("/noticias/{slug:[a-z0-9-]+}")
    String piece(@PathVariable String slug, HttpServletRequest request, Model model) {
        View view = views.of(request);
        Article article = articles.find(view.site(), ArticleKind.NEWS, slug, view.locale())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        texts.fill(model, article, view, new Breadcrumb(view.msg("content.news.title"), "/noticias"));
        return "content/piece";
    }

    private static Option option(Integer year) {
        return Option.of(year.toString(), year.toString());
    }

    private static NavLink chip(View view, Integer year) {
        return new NavLink(view.msg("content.news.inYear", year.toString()), "/noticias", "", false);
    }

    private static String link(@Nullable Integer year, String parameter, Article edge) {
        Cursor cursor = Cursor.of(edge);
        return "/noticias?" + (year == null ? "" : "anio=" + year + "&") + parameter + "=" + cursor.published() + "_"
                + cursor.slug();
    }

    /** The place that an address names; one that is not a place starts from the newest. */
    private static @Nullable Cursor cursor(@Nullable String text) {
        int end = text == null ? -1 : text.indexOf('_');
        if (text == null || end < 0) {
            return null;
        }
        try {
            return new Cursor(Instant.parse(text.substring(0, end)), text.substring(end + 1));
        } catch (DateTimeParseException exception) {
            return null;
        }
    }
}
