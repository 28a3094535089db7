// SPDX-License-Identifier: Apache-2.0
package org.cabildo.content.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.cabildo.content.Article;
import org.cabildo.content.ArticleId;
import org.cabildo.content.ArticleKind;
import org.cabildo.content.ArticleOutdated;
import org.cabildo.content.Editing;
import org.cabildo.content.Edition;
import org.cabildo.content.FileLibrary;
import org.cabildo.content.Markdown;
import org.cabildo.content.web.LegalPages;
import org.cabildo.platform.Actor;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.web.Access;
import org.cabildo.platform.web.Breadcrumb;
import org.cabildo.platform.web.View;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Writing and publishing articles of one kind. */
@Access(Access.Audience.STAFF)
abstract class ArticleDesk {

    static final String ITEM = "/{slug:[a-z0-9-]+}/{lang:[a-z]{2,3}(?:-[A-Za-z0-9]+)?}";

    final ArticleKind kind;
    final Desk desk;
    final Editing editing;

    ArticleDesk(ArticleKind kind, Desk desk) {
        this.kind = kind;
        this.desk = desk;
        this.editing = desk.editing();
    }

    @GetMapping
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String estado,
            @RequestParam(defaultValue = "") String idioma,
            @RequestParam(defaultValue = "") String despues,
            HttpServletRequest request,
            Model model) {
        View view = desk.views().of(request);
        return new ArticleList(kind, view, desk).show(q, estado, idioma, despues, model);
    }

    @GetMapping("/nueva")
    String fresh(@RequestParam(defaultValue = "") String idioma, HttpServletRequest request, Model model) {
        View view = desk.views().of(request);
        Locale locale = language(view, idioma).orElse(view.site().defaultLocale());
        return editor(view, new ArticleId(kind, "", locale), null).show(ArticleForm.blank(), Map.of(), model);
    }

    @PostMapping("/nueva")
    String create(
            @RequestParam(defaultValue = "") String idioma,
            HttpServletRequest request,
            Model model,
            RedirectAttributes redirect) {
        View view = desk.views().of(request);
        ArticleForm form = typed(request, view);
        Locale locale = language(view, idioma).orElse(view.site().defaultLocale());
        if (EditorUpload.wanted(request)) {
            return upload(request, view, new ArticleId(kind, "", locale), null, form, model);
        }
        String slug = proposed(view, form, locale);
        Map<String, String> errors = form.errors(kind, view);
        if (!form.title().isEmpty() && !Slugs.valid(kind, slug)) {
            errors.put("slug", view.msg("content.edit.error.slug"));
        } else if (taken(view, slug, locale)) {
            errors.put("slug", view.msg("content.edit.error.slugTaken"));
        }
        ArticleId id = new ArticleId(kind, slug, locale);
        if (!errors.isEmpty()) {
            return editor(view, new ArticleId(kind, "", locale), null).show(form, errors, model);
        }
        return store(view, id, form, null, model, redirect);
    }

    private ArticleForm typed(HttpServletRequest request, View view) {
        return ArticleForm.of(request)
                .calling(name -> desk.files()
                        .find(tenant(view), name)
                        .map(FileLibrary.Item::description)
                        .filter(description -> !description.isEmpty())
                        .orElse(name));
    }

    /** The slug wished for, or one made from the title; a made one gets a number when it is taken. */
    private String proposed(View view, ArticleForm form, Locale locale) {
        LocalDate today =
                LocalDate.ofInstant(desk.clock().instant(), view.site().zone());
        String slug = Slugs.of(kind, form.slug().isEmpty() ? form.title() : form.slug(), today);
        String free = slug;
        for (int i = 2; form.slug().isEmpty() && i < 50 && taken(view, free, locale); i++) {
            free = slug + "-" + i;
        }
        return free;
    }

    private boolean taken(View view, String slug, Locale locale) {
        return !slug.isEmpty()
                && editing.find(tenant(view), new ArticleId(kind, slug, locale))
                        .filter(edition -> edition.removed() == null)
                        .isPresent();
    }

    @GetMapping(ITEM)
    String edit(@PathVariable String slug, @PathVariable String lang, HttpServletRequest request, Model model) {
        View view = desk.views().of(request);
        ArticleId id = id(view, slug, lang);
        Optional<Edition> stored = kept(view, id);
        if (stored.isPresent()) {
            ArticleForm form = ArticleForm.of(stored.get(), view.site().zone(), now());
            return editor(view, id, stored.get()).show(form, Map.of(), model);
        }
        return editor(view, id, null).show(begun(request, view, id), Map.of(), model);
    }

    /** A text that is not written yet: a translation of another, or a legal page out of its parameters. */
    private ArticleForm begun(HttpServletRequest request, View view, ArticleId id) {
        if (kind == ArticleKind.PAGE && LegalPages.SLUGS.contains(id.slug())) {
            return desk.legal()
                    .find(id.slug(), desk.views().of(request, id.locale()))
                    .map(text -> ArticleForm.of(text, id.slug()))
                    .orElseThrow(ArticleDesk::nothing);
        }
        return editing.languages(tenant(view), kind, id.slug()).stream()
                .findFirst()
                .map(other -> ArticleForm.of(other, view.site().zone(), now()).translated())
                .orElseThrow(ArticleDesk::nothing);
    }

    @PostMapping(ITEM)
    String save(
            @PathVariable String slug,
            @PathVariable String lang,
            HttpServletRequest request,
            Model model,
            RedirectAttributes redirect) {
        View view = desk.views().of(request);
        ArticleId id = id(view, slug, lang);
        ArticleForm form = typed(request, view);
        Edition stored = kept(view, id).orElse(null);
        if (stored == null) {
            begun(request, view, id); // only what may be begun here
        }
        if (EditorUpload.wanted(request)) {
            return upload(request, view, id, stored, form, model);
        }
        Map<String, String> errors = form.errors(kind, view);
        if (!errors.isEmpty()) {
            return editor(view, id, stored).show(form, errors, model);
        }
        return store(view, id, form, stored, model, redirect);
    }

    /** Adds a file to the library and puts it into what somebody is writing; the text itself is not saved. */
    private String upload(
            HttpServletRequest request,
            View view,
            ArticleId id,
            @Nullable Edition stored,
            ArticleForm form,
            Model model) {
        EditorUpload upload = new EditorUpload(desk.files(), view);
        ArticleForm filled = upload.into(form, request);
        model.addAttribute("uploaded", upload.message());
        return editor(view, id, stored).show(filled, upload.errors(), model);
    }

    private String store(
            View view,
            ArticleId id,
            ArticleForm form,
            @Nullable Edition stored,
            Model model,
            RedirectAttributes redirect) {
        Article before = stored == null ? null : stored.article();
        Article article = form.article(id, before, view.site().zone(), desk.clock());
        if (!view.can(kind.module() + ".publish") && (dated(before) || dated(article))) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        try {
            Edition saved = editing.save(tenant(view), article, form.version(), actor(view));
            redirect.addFlashAttribute("flash", new Words(view).saved(saved, now()));
            return "redirect:" + id.deskPath();
        } catch (ArticleOutdated outdated) {
            Edition present = kept(view, id).orElse(null);
            return editor(view, id, present).conflict(form, model);
        }
    }

    private static boolean dated(@Nullable Article article) {
        return article != null && article.published() != null;
    }

    /** The text as it would be, in its real page; nothing is stored. */
    @PostMapping("/vista-previa")
    String preview(
            @RequestParam(defaultValue = "") String idioma,
            @RequestParam(defaultValue = "") String de,
            HttpServletRequest request,
            Model model) {
        View view = desk.views().of(request);
        Locale locale = language(view, idioma).orElse(view.site().defaultLocale());
        ArticleForm form = ArticleForm.of(request);
        ArticleId id = new ArticleId(kind, de.isEmpty() ? "-" : de, locale);
        Article article = form.article(id, null, view.site().zone(), desk.clock());
        return shown(view, article, "", model);
    }

    /** The text only, for the preview beside the field while somebody types. */
    @PostMapping("/vista-previa/texto")
    String words(HttpServletRequest request, Model model) {
        ArticleForm form = ArticleForm.of(request);
        model.addAttribute("html", Markdown.html(form.body(), form.title()));
        return "content/desk/words";
    }

    @GetMapping(ITEM + "/vista")
    String look(@PathVariable String slug, @PathVariable String lang, HttpServletRequest request, Model model) {
        View view = desk.views().of(request);
        Edition stored = kept(view, id(view, slug, lang)).orElseThrow(ArticleDesk::nothing);
        return shown(view, stored.article(), stored.article().id().deskPath(), model);
    }

    String shown(View view, Article article, String back, Model model) {
        desk.texts()
                .fill(
                        model,
                        article,
                        view,
                        new Breadcrumb(
                                view.msg(kind == ArticleKind.PAGE ? "content.pages.title" : "content.news.title"),
                                kind.path()));
        model.addAttribute("translated", true);
        model.addAttribute("preview", true);
        model.addAttribute("back", back);
        return kind == ArticleKind.PAGE ? "content/page" : "content/piece";
    }

    private EditorPage editor(View view, ArticleId id, @Nullable Edition stored) {
        return new EditorPage(desk, view, id, stored);
    }

    static ResponseStatusException nothing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    Optional<Edition> kept(View view, ArticleId id) {
        return editing.find(tenant(view), id).filter(edition -> edition.removed() == null);
    }

    /** Names an article in one of the site's languages; others are not found. */
    ArticleId id(View view, String slug, String lang) {
        Locale locale = language(view, lang).orElseThrow(ArticleDesk::nothing);
        return new ArticleId(kind, slug, locale);
    }

    private static Optional<Locale> language(View view, String tag) {
        return view.site().locales().stream()
                .filter(locale -> locale.toLanguageTag().equals(tag))
                .findFirst();
    }

    static TenantId tenant(View view) {
        return view.site().requireTenant();
    }

    static Actor actor(View view) {
        return Objects.requireNonNull(view.actor());
    }

    Instant now() {
        return desk.clock().instant();
    }
}
