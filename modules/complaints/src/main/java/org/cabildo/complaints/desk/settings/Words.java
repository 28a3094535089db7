// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.desk.settings;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.cabildo.complaints.catalogue.Catalogue;
import org.cabildo.platform.web.Option;
import org.cabildo.platform.web.View;

/** The catalogue in the words of the page. */
record Words(View view, Catalogue catalogue) {

    String name(Map<String, String> texts, String code) {
        String text = view.localised(texts);
        return text.isEmpty() ? code : text;
    }

    List<String> languages() {
        return view.site().locales().stream()
                .map(Locale::getLanguage)
                .distinct()
                .toList();
    }

    String language(String tag) {
        return Locale.forLanguageTag(tag).getDisplayLanguage(view.locale());
    }

    <T> List<Option> options(List<T> items, Function<T, String> code, Function<T, Map<String, String>> name) {
        return items.stream()
                .map(item -> Option.of(code.apply(item), name(name.apply(item), code.apply(item))))
                .toList();
    }

    String service(String code) {
        return catalogue.service(code).map(one -> name(one.name(), code)).orElse(code);
    }

    String agency(String code) {
        return catalogue.agency(code).map(one -> name(one.name(), code)).orElse(code);
    }

    String status(String code) {
        return catalogue.status(code).map(one -> name(one.name(), code)).orElse(code);
    }

    List<Option> services() {
        return options(catalogue.services(), one -> one.code(), one -> one.name());
    }

    List<Option> agencies() {
        return options(catalogue.agencies(), one -> one.code(), one -> one.name());
    }

    List<Option> statuses() {
        return options(catalogue.statuses(), one -> one.code(), one -> one.name());
    }

    /** Minutes as days, hours and minutes; nothing for none. */
    String minutes(int minutes) {
        return minutes == 0 ? "—" : view.msg("complaints.settings.hours", view.number(minutes / 60.0, 1));
    }
}
