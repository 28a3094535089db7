// SPDX-License-Identifier: Apache-2.0
package org.cabildo.gateway.notice;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** The languages of notices, with their words. */
enum Language {
    ES,
    EN;

    private final Properties words = new Properties();

    Language() {
        String file = "/messages/gateway_" + tag() + ".properties";
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(Language.class.getResourceAsStream(file), file), StandardCharsets.UTF_8)) {
            words.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the reader prefers, else what the site speaks, else Spanish. */
    static Language of(@Nullable String acceptLanguage, @Nullable String siteLocale) {
        if (acceptLanguage != null && acceptLanguage.length() < 500) {
            try {
                for (Locale.LanguageRange range : Locale.LanguageRange.parse(acceptLanguage)) {
                    if (range.getWeight() > 0 && range.getRange().startsWith("es")) {
                        return ES;
                    }
                    if (range.getWeight() > 0 && range.getRange().startsWith("en")) {
                        return EN;
                    }
                }
            } catch (IllegalArgumentException ignored) {
                // a header that is not one says nothing about the reader
            }
        }
        return siteLocale != null && siteLocale.startsWith("en") ? EN : ES;
    }

    String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    String word(String key) {
        return Objects.requireNonNull(words.getProperty(key), key);
    }

    boolean has(String key) {
        return words.containsKey(key);
    }
}
