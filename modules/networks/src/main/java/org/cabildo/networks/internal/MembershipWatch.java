// SPDX-License-Identifier: Apache-2.0
package org.cabildo.networks.internal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.cabildo.networks.Member;
import org.cabildo.networks.Members;
import org.cabildo.networks.comparison.FiguresPublished;
import org.cabildo.platform.Site;
import org.cabildo.platform.SiteKind;
import org.cabildo.platform.Sites;
import org.cabildo.platform.TenantContext;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.search.SearchDocumentChanged;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Notices that members joined, left or changed their names or status, and tells search and
 * comparisons. Members are known from the
 * registry, which knows nothing of networks' search and comparisons; a replica that just started trusts the comparison of search.
 */
@Component
class MembershipWatch {

    private final Members members;
    private final Sites sites;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher events;
    private volatile @Nullable Map<TenantId, Set<Member>> known;

    MembershipWatch(Members members, Sites sites, TransactionTemplate transactions, ApplicationEventPublisher events) {
        this.members = members;
        this.sites = sites;
        this.transactions = transactions;
        this.events = events;
    }

    @Scheduled(fixedDelay = 5000)
    void look() {
        Map<TenantId, Set<Member>> now = new HashMap<>();
        for (Site site : sites.all()) {
            if (site.kind() == SiteKind.NETWORK && site.has("members")) {
                TenantId network = site.requireTenant();
                now.put(network, Set.copyOf(members.of(network)));
            }
        }
        Map<TenantId, Set<Member>> before = known;
        known = now;
        if (before == null) {
            return;
        }
        now.forEach((network, current) -> {
            Set<Member> earlier = before.getOrDefault(network, Set.of());
            if (!earlier.equals(current)) {
                tell(network, earlier, current);
            }
        });
    }

    private void tell(TenantId network, Set<Member> before, Set<Member> now) {
        Set<Member> different = new HashSet<>(before);
        different.addAll(now);
        different.removeIf(member -> before.contains(member) && now.contains(member));
        Set<String> slugs = different.stream().map(Member::slug).collect(Collectors.toSet());
        TenantContext.run(
                network,
                () -> transactions.executeWithoutResult(status -> {
                    slugs.forEach(
                            slug -> events.publishEvent(new SearchDocumentChanged(network, MemberSearch.TYPE, slug)));
                    before.stream()
                            .filter(member -> now.stream()
                                    .noneMatch(kept -> kept.territoryCode().equals(member.territoryCode())))
                            .forEach(left -> events.publishEvent(new FiguresPublished(
                                    network, left.territoryCode(), left.name(), left.region(), List.of())));
                    events.publishEvent(new EditionsChanged(network));
                }));
    }
}
