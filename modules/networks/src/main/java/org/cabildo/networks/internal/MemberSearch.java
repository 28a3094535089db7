// SPDX-License-Identifier: Apache-2.0
package org.cabildo.networks.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.cabildo.networks.Member;
import org.cabildo.networks.Members;
import org.cabildo.platform.Site;
import org.cabildo.platform.Sites;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.search.SearchDocument;
import org.cabildo.platform.search.SearchSource;
import org.springframework.stereotype.Component;

/** Offers a network's members to its search. */
@Component
class MemberSearch implements SearchSource {

    static final String TYPE = "member";

    private final Members members;
    private final Sites sites;

    MemberSearch(Members members, Sites sites) {
        this.members = members;
        this.sites = sites;
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public String module() {
        return "members";
    }

    @Override
    public List<SearchDocument> one(TenantId tenant, String id) {
        return members.one(tenant, id).map(member -> documents(tenant, member)).orElse(List.of());
    }

    @Override
    public List<SearchDocument> all(TenantId tenant, String after, int things) {
        return members.of(tenant).stream()
                .filter(member -> member.slug().compareTo(after) > 0)
                .sorted(Comparator.comparing(Member::slug))
                .limit(things)
                .flatMap(member -> documents(tenant, member).stream())
                .toList();
    }

    private List<SearchDocument> documents(TenantId tenant, Member member) {
        List<Locale> languages = sites.byTenant(tenant).map(Site::locales).orElse(List.of());
        return languages.stream()
                .map(language -> SearchDocument.of(
                        TYPE,
                        member.slug(),
                        language,
                        member.name(),
                        member.officialName(),
                        member.region() + " " + member.country(language),
                        member.path()))
                .toList();
    }
}
