// SPDX-License-Identifier: Apache-2.0
package org.cabildo.content.desk;

import java.time.Instant;
import java.util.Locale;
import org.cabildo.content.ArticleKind;
import org.cabildo.content.ArticleState;
import org.cabildo.content.Edition;
import org.cabildo.platform.web.Tone;
import org.cabildo.platform.web.View;

/** How the desks speak of articles. */
record Words(View view) {

    /** What happened to an article that was just saved. */
    String saved(Edition edition, Instant now) {
        return switch (edition.state(now)) {
            case PUBLISHED -> view.msg("content.desk.saved.published");
            case SCHEDULED ->
                view.msg(
                        "content.desk.saved.scheduled",
                        view.dateTime(java.util.Objects.requireNonNull(
                                edition.article().published())));
            default -> view.msg("content.desk.saved.draft");
        };
    }

    String state(ArticleState state) {
        return view.msg("content.desk.state." + state.code());
    }

    static Tone tone(ArticleState state) {
        return switch (state) {
            case PUBLISHED -> Tone.GOOD;
            case SCHEDULED -> Tone.INFO;
            case DRAFT -> Tone.NEUTRAL;
            case REMOVED -> Tone.BAD;
        };
    }

    /** The name of a language in the language of the page, starting with a capital. */
    String language(Locale locale) {
        String name = locale.getDisplayLanguage(view.locale());
        return name.substring(0, 1).toUpperCase(view.locale()) + name.substring(1);
    }

    String title(ArticleKind kind) {
        return view.msg(kind == ArticleKind.PAGE ? "content.desk.page.title" : "content.desk.news.title");
    }
}
