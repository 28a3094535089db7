// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy.console;

import java.text.Normalizer;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.cabildo.platform.Site;

/** Which tenants a list shows; empty texts mean all. */
record TenantFilter(String q, String kind, String status, String country, String module) {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    boolean isEmpty() {
        return q.isEmpty() && kind.isEmpty() && status.isEmpty() && country.isEmpty() && module.isEmpty();
    }

    List<Site> of(Collection<Site> sites) {
        return sites.stream().filter(this::fits).toList();
    }

    private boolean fits(Site site) {
        return (kind.isEmpty() || site.kind().name().equals(kind))
                && (status.isEmpty() || site.status().name().equals(status))
                && (country.isEmpty() || site.country().equals(country))
                && (module.isEmpty() || site.has(module))
                && named(site);
    }

    /** Every word of the search is a part of the names, the code or a host. */
    private boolean named(Site site) {
        String text = plain(String.join(
                " ",
                site.slug(),
                site.name(),
                site.officialName(),
                site.territoryCode(),
                String.join(" ", site.hosts())));
        return List.of(plain(q).split("\\s+")).stream().allMatch(text::contains);
    }

    private static String plain(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .strip();
    }
}
