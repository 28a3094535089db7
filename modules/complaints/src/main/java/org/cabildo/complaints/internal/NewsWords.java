// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.internal;

import java.util.Locale;
import java.util.Map;
import org.cabildo.platform.Site;
import org.cabildo.platform.Sites;
import org.cabildo.platform.TenantId;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Words outside of a page: of bundles, and of texts by language as tenants write them. */
@Component
class NewsWords {

    private final MessageSource messages;
    private final Sites sites;

    NewsWords(MessageSource messages, Sites sites) {
        this.messages = messages;
        this.sites = sites;
    }

    String of(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, key, locale);
    }

    Site site(TenantId tenant) {
        return sites.byTenant(tenant).orElseThrow();
    }

    String official(TenantId tenant) {
        return site(tenant).officialName();
    }

    String url(TenantId tenant, String path) {
        return sites.url(site(tenant), path);
    }

    /** The text of a language, else of the site's first, else any. */
    String in(TenantId tenant, Map<String, String> texts, Locale locale) {
        String text = texts.get(locale.getLanguage());
        if (text == null) {
            text = texts.get(site(tenant).defaultLocale().getLanguage());
        }
        return text == null ? texts.values().stream().findFirst().orElse("") : text;
    }
}
