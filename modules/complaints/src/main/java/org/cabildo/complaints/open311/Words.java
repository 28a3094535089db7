// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.open311;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.cabildo.platform.Site;
import org.cabildo.platform.Sites;
import org.cabildo.platform.web.SiteContext;
import org.cabildo.platform.web.SiteLocale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What an answer says in the language of its reader: the site's first one, unless {@code lang} asks for another. */
@Component
class Words {

    private final MessageSource messages;
    private final Sites sites;

    Words(MessageSource messages, Sites sites) {
        this.messages = messages;
        this.sites = sites;
    }

    /** The words for one request. */
    record Spoken(MessageSource messages, Sites sites, Site site, Locale locale) {

        String of(Map<String, String> texts) {
            String exact = texts.get(locale.toLanguageTag());
            String language = texts.getOrDefault(locale.getLanguage(), exact);
            String first = texts.getOrDefault(site.defaultLocale().getLanguage(), language);
            return exact != null
                    ? exact
                    : language != null
                            ? language
                            : first != null
                                    ? first
                                    : texts.values().stream().findFirst().orElse("");
        }

        /** The text of a key; what is no key is a text already. */
        String of(String key, Object... arguments) {
            String text = messages.getMessage(key, arguments, key, locale);
            return text == null ? key : text;
        }

        /** The absolute address of a path of the site. */
        String address(String path) {
            return sites.url(site, path);
        }

        String moment(@Nullable Instant moment) {
            return Moments.write(moment, site.zone());
        }
    }

    Spoken of(HttpServletRequest request) {
        return new Spoken(messages, sites, SiteContext.of(request), SiteLocale.of(request));
    }
}
