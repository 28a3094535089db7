// SPDX-License-Identifier: Apache-2.0
package org.cabildo.content.desk;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.cabildo.content.ArticleId;
import org.cabildo.content.ArticleKind;
import org.cabildo.content.ArticleState;
import org.cabildo.content.Editing.Filter;
import org.cabildo.content.Editing.Listing;
import org.cabildo.content.Editing.Place;
import org.cabildo.content.Edition;
import org.cabildo.content.web.LegalPages;
import org.cabildo.content.web.LegalText;
import org.cabildo.platform.Actor;
import org.cabildo.platform.web.NavLink;
import org.cabildo.platform.web.Option;
import org.cabildo.platform.web.Page;
import org.cabildo.platform.web.Tone;
import org.cabildo.platform.web.View;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;

/** The list of articles of a kind, by state, language and words. */
final class ArticleList {

    private static final int SIZE = 30;

    private final ArticleKind kind;
    private final View view;
    private final Desk desk;
    private final Words words;
    private final Instant now;

    ArticleList(ArticleKind kind, View view, Desk desk) {
        this.kind = kind;
        this.view = view;
        this.desk = desk;
        this.words = new Words(view);
        this.now = desk.clock().instant();
    }

    String show(String q, String state, String language, String after, Model model) {
        ArticleState wanted = ArticleState.ofCode(state).orElse(null);
        Locale locale = view.site().locales().stream()
                .filter(one -> one.toLanguageTag().equals(language))
                .findFirst()
                .orElse(null);
        Place place = place(after);
        Listing listing =
                desk.editing().list(view.site().requireTenant(), kind, new Filter(wanted, locale, q), place, SIZE);
        boolean filtered = wanted != null || locale != null || !q.isBlank();
        model.addAttribute("page", Page.of(words.title(kind)));
        model.addAttribute("base", "/gestion/" + kind.module());
        model.addAttribute("kind", kind.code());
        model.addAttribute("q", q);
        model.addAttribute("state", wanted == null ? "" : wanted.code());
        model.addAttribute("language", locale == null ? "" : locale.toLanguageTag());
        model.addAttribute("states", states());
        model.addAttribute("languages", languages());
        model.addAttribute("chips", chips(wanted, locale, q));
        model.addAttribute("rows", listing.items().stream().map(this::row).toList());
        model.addAttribute("legal", kind == ArticleKind.PAGE && !filtered && place == null ? legal() : List.of());
        model.addAttribute("first", place == null ? "" : view.with("despues", null));
        model.addAttribute(
                "next",
                listing.more()
                        ? view.with("despues", text(Place.of(listing.items().getLast())))
                        : "");
        return "content/desk/list";
    }

    private ArticleRow row(Edition edition) {
        var article = edition.article();
        ArticleState state = edition.state(now);
        boolean gone = state == ArticleState.REMOVED;
        return new ArticleRow(
                article.title(),
                article.id().deskPath(),
                article.path(),
                words.language(article.locale()),
                words.state(state),
                Words.tone(state),
                gone ? null : article.published(),
                edition.changed(),
                edition.changedBy().equals(Actor.SYSTEM.name()) ? "" : edition.changedBy(),
                gone ? article.id().deskPath() + "/reponer" : "");
    }

    /** The pages that every portal has, in the site's first language. */
    private List<ArticleRow> legal() {
        List<ArticleRow> rows = new ArrayList<>();
        Locale locale = view.site().defaultLocale();
        for (String slug : LegalPages.SLUGS) {
            ArticleId id = new ArticleId(ArticleKind.PAGE, slug, locale);
            Edition own = desk.editing()
                    .find(view.site().requireTenant(), id)
                    .filter(edition -> edition.removed() == null)
                    .orElse(null);
            String title = desk.legal().find(slug, view).map(LegalText::title).orElse(slug);
            boolean shown = own != null && own.article().visible(now);
            rows.add(new ArticleRow(
                    title,
                    id.deskPath(),
                    ArticleKind.PAGE.path() + "/" + slug,
                    words.language(locale),
                    view.msg(shown ? "content.desk.legal.own" : "content.desk.legal.generated"),
                    shown ? Tone.GOOD : Tone.INFO,
                    null,
                    own == null ? null : own.changed(),
                    own == null ? "" : own.changedBy(),
                    ""));
        }
        return rows;
    }

    private List<Option> states() {
        return Arrays.stream(ArticleState.values())
                .map(state -> Option.of(state.code(), words.state(state)))
                .toList();
    }

    private List<Option> languages() {
        return view.site().locales().size() < 2
                ? List.of()
                : view.site().locales().stream()
                        .map(locale -> Option.of(locale.toLanguageTag(), words.language(locale)))
                        .toList();
    }

    private List<NavLink> chips(@Nullable ArticleState state, @Nullable Locale locale, String q) {
        List<NavLink> chips = new ArrayList<>();
        if (!q.isBlank()) {
            chips.add(new NavLink("“" + q.strip() + "”", view.with("q", null), "", false));
        }
        if (state != null) {
            chips.add(new NavLink(words.state(state), view.with("estado", null), "", false));
        }
        if (locale != null) {
            chips.add(new NavLink(words.language(locale), view.with("idioma", null), "", false));
        }
        return chips;
    }

    private static String text(Place place) {
        return place.changed() + "_" + place.slug() + "_" + place.locale().toLanguageTag();
    }

    /** The place that an address names; one that is not a place starts from the newest. */
    private static @Nullable Place place(String text) {
        String[] parts = text.split("_", 3);
        try {
            return parts.length < 3
                    ? null
                    : new Place(Instant.parse(parts[0]), parts[1], Locale.forLanguageTag(parts[2]));
        } catch (DateTimeException exception) {
            return null;
        }
    }
}
