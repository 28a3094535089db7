// SPDX-License-Identifier: Apache-2.0
package org.cabildo.notifications.internal;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cabildo.notifications.NoticeSource;
import org.cabildo.notifications.NoticeSource.Followed;
import org.cabildo.platform.Site;
import org.cabildo.platform.Sites;
import org.cabildo.platform.TenantId;
import org.springframework.stereotype.Component;

/** The modules that know what notices are about, as far as they are on. */
@Component
class Sources {

    private final Map<String, NoticeSource> sources;
    private final Sites sites;

    Sources(List<NoticeSource> sources, Sites sites) {
        this.sources = sources.stream().collect(Collectors.toUnmodifiableMap(NoticeSource::name, source -> source));
        this.sites = sites;
    }

    /** The source of a name, unless its module is off. */
    Optional<NoticeSource> named(TenantId tenant, String name) {
        return Optional.ofNullable(sources.get(name))
                .filter(source -> sites.byTenant(tenant)
                        .filter(site -> site.has(source.module()))
                        .isPresent());
    }

    Optional<Followed> followed(TenantId tenant, String topic, Locale locale) {
        int colon = topic.indexOf(':');
        return named(tenant, colon < 0 ? topic : topic.substring(0, colon))
                .flatMap(source -> source.followed(tenant, topic, locale));
    }

    Site site(TenantId tenant) {
        return sites.byTenant(tenant).orElseThrow();
    }

    /** The absolute address of a path on the tenant's site. */
    String url(TenantId tenant, String path) {
        return sites.url(site(tenant), path);
    }
}
