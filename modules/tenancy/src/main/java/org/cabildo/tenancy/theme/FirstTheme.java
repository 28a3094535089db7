// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy.theme;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cabildo.platform.Site;
import org.cabildo.tenancy.theme.colour.Palette;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What a tenant's first draft starts from: a neutral look with words that are true of any municipality. */
@Component
class FirstTheme {

    private final MessageSource messages;

    FirstTheme(MessageSource messages) {
        this.messages = messages;
    }

    ThemeChoices of(Site site) {
        Map<String, String> variants = new LinkedHashMap<>();
        ThemeChoices.VARIANTS.forEach((name, values) -> variants.put(name, values.getFirst()));
        Map<String, Map<String, String>> texts = new LinkedHashMap<>();
        ThemeChoices.TEXTS.forEach(key -> {
            Map<String, String> localised = new LinkedHashMap<>();
            for (Locale locale : site.locales()) {
                localised.put(locale.getLanguage(), text(key, site, locale));
            }
            texts.put(key, localised);
        });
        return new ThemeChoices(
                Palette.around("#1f4e79", "#e0a526"),
                "source-sans-3",
                "source-sans-3",
                4,
                variants,
                List.of(),
                List.of(),
                texts);
    }

    private String text(String key, Site site, Locale locale) {
        return messages.getMessage("theme.first." + key, new Object[] {site.name()}, locale);
    }
}
