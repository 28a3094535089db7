// SPDX-License-Identifier: Apache-2.0
package org.cabildo.content.desk;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cabildo.content.ArticleId;
import org.cabildo.content.ArticleKind;
import org.cabildo.content.ArticleState;
import org.cabildo.content.Edition;
import org.cabildo.content.Markdown;
import org.cabildo.content.web.LegalPages;
import org.cabildo.platform.web.Breadcrumb;
import org.cabildo.platform.web.NavLink;
import org.cabildo.platform.web.Page;
import org.cabildo.platform.web.View;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;

/** The page on which an article is written. */
final class EditorPage {

    private static final int FILES = 200;

    private final Desk desk;
    private final View view;
    private final ArticleId id;
    private final @Nullable Edition stored;
    private final Words words;
    private final Instant now;

    /**
     * @param id the slug is empty for an article that has none yet
     * @param stored what is kept, or null for a new text
     */
    EditorPage(Desk desk, View view, ArticleId id, @Nullable Edition stored) {
        this.desk = desk;
        this.view = view;
        this.id = id;
        this.stored = stored;
        this.words = new Words(view);
        this.now = desk.clock().instant();
    }

    /** Shows what somebody typed beside what somebody else has stored since. */
    String conflict(ArticleForm form, Model model) {
        model.addAttribute("other", stored);
        int version = stored == null ? 0 : stored.version();
        return show(form.basedOn(version), Map.of(), model);
    }

    String show(ArticleForm form, Map<String, String> errors, Model model) {
        boolean fresh = id.slug().isEmpty();
        String base = "/gestion/" + id.kind().module();
        ArticleState state = stored == null ? ArticleState.DRAFT : stored.state(now);
        List<Edition> languages =
                fresh ? List.of() : desk.editing().languages(view.site().requireTenant(), id.kind(), id.slug());
        model.addAttribute(
                "page",
                Page.of(
                        fresh || form.title().isEmpty()
                                ? view.msg("content.edit.new." + id.kind().code())
                                : form.title(),
                        new Breadcrumb(words.title(id.kind()), base)));
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        model.addAttribute("base", base);
        model.addAttribute("item", fresh ? base + "/nueva" : id.deskPath());
        model.addAttribute("fresh", fresh);
        model.addAttribute("kind", id.kind().code());
        model.addAttribute("locale", id.locale());
        model.addAttribute("language", words.language(id.locale()));
        model.addAttribute("stored", stored);
        model.addAttribute("state", words.state(state));
        model.addAttribute("tone", Words.tone(state));
        model.addAttribute("visible", state == ArticleState.PUBLISHED);
        model.addAttribute("path", id.kind().path() + "/" + id.slug());
        model.addAttribute("legal", id.kind() == ArticleKind.PAGE && LegalPages.SLUGS.contains(id.slug()));
        model.addAttribute("publisher", view.can(id.kind().module() + ".publish"));
        model.addAttribute("tabs", tabs(languages));
        model.addAttribute("reference", reference(languages));
        model.addAttribute(
                "files",
                desk.files().list(view.site().requireTenant(), "", null, FILES).items());
        model.addAttribute("html", Markdown.html(form.body(), form.title()));
        return "content/desk/edit";
    }

    /** The languages of the site, each with what there is in it. */
    private List<NavLink> tabs(List<Edition> languages) {
        if (id.slug().isEmpty() || view.site().locales().size() < 2) {
            return List.of();
        }
        return view.site().locales().stream()
                .map(locale -> new NavLink(
                        view.msg("content.edit.tab", words.language(locale), stateIn(languages, locale)),
                        new ArticleId(id.kind(), id.slug(), locale).deskPath(),
                        "",
                        locale.equals(id.locale())))
                .toList();
    }

    private String stateIn(List<Edition> languages, Locale locale) {
        return languages.stream()
                .filter(edition -> edition.article().locale().equals(locale))
                .findFirst()
                .map(edition -> words.state(edition.state(now)))
                .orElse(view.msg("content.edit.untranslated"));
    }

    /** The text in the site's first other language, to be read while translating; null when there is none. */
    private @Nullable Reference reference(List<Edition> languages) {
        return view.site().locales().stream()
                .filter(locale -> !locale.equals(id.locale()))
                .flatMap(locale -> languages.stream()
                        .filter(edition -> edition.article().locale().equals(locale)))
                .findFirst()
                .map(edition -> new Reference(
                        words.language(edition.article().locale()),
                        edition.article(),
                        Markdown.html(
                                edition.article().body(), edition.article().title())))
                .orElse(null);
    }
}
