// SPDX-License-Identifier: Apache-2.0
package org.cabildo.networks.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.cabildo.indicators.Period;
import org.cabildo.networks.comparison.Edition;
import org.cabildo.platform.web.View;

/**
 * An edition as somebody typed it.
 *
 * @param name by language tag
 * @param method by language tag
 */
public record EditionForm(String slug, Map<String, String> name, Map<String, String> method, String period) {

    private static final int LONGEST_SLUG = 60;
    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_METHOD = 2000;
    private static final Set<String> TAKEN_BY_PAGES = Set.of("nueva");

    static EditionForm of(Edition edition) {
        return new EditionForm(edition.slug(), edition.name(), edition.method(), edition.period());
    }

    static EditionForm blank() {
        return new EditionForm("", Map.of(), Map.of(), "");
    }

    static EditionForm of(HttpServletRequest request, View view, String slug) {
        Map<String, String> name = texts(request, view, "name");
        String main = name.getOrDefault(view.site().defaultLocale().toLanguageTag(), "");
        String wished = slug.isEmpty() ? line(request, "slug") : slug;
        return new EditionForm(
                wished.isEmpty() ? slug(main) : wished, name, texts(request, view, "method"), line(request, "period"));
    }

    /** Texts by language, those of languages that the form does not offer left out. */
    static Map<String, String> texts(HttpServletRequest request, View view, String field) {
        Map<String, String> texts = new TreeMap<>();
        for (Locale locale : view.site().locales()) {
            String tag = locale.toLanguageTag();
            String text = String.valueOf(request.getParameter(field + "-" + tag))
                    .replace("\r\n", "\n")
                    .strip();
            if (!text.isEmpty() && request.getParameter(field + "-" + tag) != null) {
                texts.put(tag, text);
            }
        }
        return texts;
    }

    static String line(HttpServletRequest request, String field) {
        String typed = request.getParameter(field);
        return typed == null ? "" : typed.replaceAll("[\\p{Cc}\\s]+", " ").strip();
    }

    private static String slug(String name) {
        String slug = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-");
        return slug.substring(0, Math.min(slug.length(), LONGEST_SLUG)).replaceAll("^-+|-+$", "");
    }

    Map<String, String> errors(View view) {
        Map<String, String> errors = new LinkedHashMap<>();
        String main = view.site().defaultLocale().toLanguageTag();
        if (!name.containsKey(main)) {
            errors.put("name-" + main, view.msg("networks.edition.error.name"));
        } else if (!slug.matches("[a-z0-9]+(-[a-z0-9]+)*")
                || slug.length() > LONGEST_SLUG
                || TAKEN_BY_PAGES.contains(slug)) {
            errors.put("slug", view.msg("networks.edition.error.slug"));
        }
        tooLong(errors, view, "name", name, LONGEST_NAME);
        tooLong(errors, view, "method", method, LONGEST_METHOD);
        if (!period.isEmpty() && Period.parse(period).isEmpty()) {
            errors.put("period", view.msg("networks.edition.error.period"));
        }
        return errors;
    }

    static void tooLong(Map<String, String> errors, View view, String field, Map<String, String> texts, int most) {
        texts.forEach((tag, text) -> {
            if (text.length() > most) {
                errors.putIfAbsent(field + "-" + tag, view.msg("networks.edition.error.long", most));
            }
        });
    }

    Edition edition() {
        String canonical = Period.parse(period).map(Period::text).orElse("");
        return new Edition(slug, name, method, true, 0, false, canonical, null);
    }
}
