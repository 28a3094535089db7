// SPDX-License-Identifier: Apache-2.0
package org.cabildo.content.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.cabildo.content.web.LegalText.Section;
import org.cabildo.platform.web.View;
import org.jspecify.annotations.Nullable;

/** Puts words of the bundles and legal parameters of a tenant together. */
final class LegalWriting {

    private final View view;
    private final Map<String, String> values;

    LegalWriting(View view, Map<String, String> values) {
        this.view = view;
        this.values = values;
    }

    LegalText text(String name, @Nullable Section... sections) {
        String key = "content.legal." + name;
        return new LegalText(
                view.msg(key + ".title"),
                view.msg(key + ".summary", official()),
                Arrays.stream(sections).filter(Objects::nonNull).toList());
    }

    /** A heading and its paragraphs {@code .1}, {@code .2}, and so on. */
    Section section(String name, Object... arguments) {
        String key = "content.legal." + name;
        List<String> paragraphs = new ArrayList<>();
        for (int i = 1; view.hasMsg(key + "." + i); i++) {
            paragraphs.add(view.msg(key + "." + i, arguments));
        }
        return new Section(view.msg(key), paragraphs, "");
    }

    /** The section of a legal basis, or null without one. */
    @Nullable
    Section law(String name, String parameter) {
        String law = localised(parameter + ".law");
        return law.isEmpty() ? null : new Section(word("content.legal." + name), List.of(law), "");
    }

    /** Adds the words for the value of a parameter when there are any. */
    void choice(List<String> paragraphs, String prefix, String parameter, Object... arguments) {
        String key = prefix + value(parameter, "");
        if (view.hasMsg(key)) {
            paragraphs.add(view.msg(key, arguments));
        }
    }

    String word(String key) {
        return view.msg(key);
    }

    String value(String key, String otherwise) {
        return values.getOrDefault(key, otherwise);
    }

    String official() {
        return view.site().officialName();
    }

    String body() {
        return value("responsibleBody", official());
    }

    /** The address for a matter, else the general one, else nothing. */
    String mail(String matter) {
        return value(matter + ".contact", view.site().contact().getOrDefault("email", ""));
    }

    String reviewedOn() {
        String day = value("accessibility.reviewedOn", "");
        try {
            return view.date(LocalDate.parse(day));
        } catch (DateTimeParseException exception) {
            return day;
        }
    }

    private String localised(String key) {
        String first = view.site().defaultLocale().getLanguage();
        return value(key + "." + view.locale().getLanguage(), value(key + "." + first, ""));
    }
}
