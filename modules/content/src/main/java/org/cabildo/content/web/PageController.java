// SPDX-License-Identifier: Apache-2.0
package org.cabildo.content.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.cabildo.content.Article;
import org.cabildo.content.ArticleKind;
import org.cabildo.content.Articles;
import org.cabildo.platform.web.Access;
import org.cabildo.platform.web.Breadcrumb;
import org.cabildo.platform.web.Page;
import org.cabildo.platform.web.View;
import org.cabildo.platform.web.ViewFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** Pages that staff wrote, and the legal pages that stand in until they write their own. */
@Controller
@Access(Access.Audience.PUBLIC)
class PageController {

    private final Articles articles;
    private final ArticleModel texts;
    private final LegalPages legal;
    private final ViewFactory views;

    PageController(Articles articles, ArticleModel texts, LegalPages legal, ViewFactory views) {
        this.articles = articles;
        this.texts = texts;
        this.legal = legal;
        this.views = views;
    }

    @GetMapping("/paginas")
    String list(HttpServletRequest request, Model model) {
        View view = views.of(request);
        model.addAttribute("page", Page.of(view.msg("content.pages.title")));
        model.addAttribute(
                "pages",
                articles.pages(view.site(), view.locale()).stream()
                        .filter(Article::menu)
                        .toList());
        return "content/pages";
    }

    @GetMapping("/paginas/{slug:[a-z0-9-]+}")
    String page(@PathVariable String slug, HttpServletRequest request, Model model) {
        View view = views.of(request);
        Optional<Article> found = articles.find(view.site(), ArticleKind.PAGE, slug, view.locale());
        if (found.isPresent()) {
            texts.fill(model, found.get(), view, new Breadcrumb(view.msg("content.pages.title"), "/paginas"));
            return "content/page";
        }
        LegalText text = legal.find(slug, view).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAllAttributes(Map.of("page", Page.of(text.title()).describedAs(text.summary()), "text", text));
        return "content/legal";
    }

    @GetMapping({"/accesibilidad", "/privacidad", "/aviso-legal"})
    ResponseEntity<Void> legal(HttpServletRequest request) {
        String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        return ResponseEntity.status(HttpStatus.FOUND)
                .location(URI.create("/paginas" + request.getRequestURI() + query))
                .build();
    }
}
