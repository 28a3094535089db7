// SPDX-License-Identifier: Apache-2.0
package org.cabildo.notifications;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.cabildo.platform.TenantId;

/** Something to follow: meteors, each with who saw it, which may be taken back. */
public class Meteors implements NoticeSource {

    static final String ALL = "meteors:all";
    static final String BIG = "meteors:big";

    /** Who saw a meteor, by its name; nobody tells of one that is not here. */
    public final Map<String, String> seen = new ConcurrentHashMap<>();

    /** The module whose switch decides. */
    public volatile String module = "notifications";

    @Override
    public String name() {
        return "meteors";
    }

    @Override
    public String module() {
        return module;
    }

    @Override
    public List<String> topics(TenantId tenant, String item) {
        return item.startsWith("big") ? List.of(ALL, BIG) : List.of(ALL);
    }

    @Override
    public Optional<Notice> notice(TenantId tenant, String item, Locale locale, boolean own) {
        return Optional.ofNullable(seen.get(item))
                .map(who -> new Notice(
                        "Meteor " + item, "Meteor " + item, locale.getLanguage() + ": " + who, "<b>", "/cielo"));
    }

    @Override
    public Optional<Followed> followed(TenantId tenant, String topic, Locale locale) {
        return topic.endsWith("gone") ? Optional.empty() : Optional.of(new Followed("Meteoros", "/cielo"));
    }
}
