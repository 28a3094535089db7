// SPDX-License-Identifier: Apache-2.0
package org.cabildo.networks.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.cabildo.networks.Member;
import org.cabildo.networks.Members;
import org.cabildo.networks.comparison.MembershipEnded;
import org.cabildo.networks.internal.MembershipRows.Standing;
import org.cabildo.platform.Site;
import org.cabildo.platform.SiteKind;
import org.cabildo.platform.Sites;
import org.cabildo.platform.TenantContext;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.search.SearchDocumentChanged;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Notices that members joined, left, changed their names or switched their indicators, and tells search, comparisons
 * and the members. Members are known from the registry, which knows nothing of what networks do; what was noticed is
 * kept in the network's own rows, so that nothing is missed while no replica runs and nothing is told twice.
 */
@Component
class MembershipWatch {

    private static final Logger LOG = LoggerFactory.getLogger(MembershipWatch.class);

    private final Members members;
    private final MembershipRows memberships;
    private final ComparisonRows rows;
    private final Statements statements;
    private final Sites sites;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    MembershipWatch(
            Members members,
            MembershipRows memberships,
            ComparisonRows rows,
            Statements statements,
            Sites sites,
            TransactionTemplate transactions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.members = members;
        this.memberships = memberships;
        this.rows = rows;
        this.statements = statements;
        this.sites = sites;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 5000)
    void look() {
        for (Site site : sites.all()) {
            if (site.kind() == SiteKind.NETWORK && site.has("members")) {
                try {
                    TenantContext.run(
                            site.requireTenant(),
                            () -> transactions.executeWithoutResult(status -> compare(site, clock.instant())));
                } catch (RuntimeException exception) {
                    LOG.warn("Members of {} could not be compared with the registry", site.slug(), exception);
                }
            }
        }
    }

    private void compare(Site site, Instant now) {
        TenantId network = site.requireTenant();
        Map<String, Standing> listed = new TreeMap<>();
        members.of(network).forEach(member -> listed.put(member.slug(), known(member)));
        boolean changed = false;
        for (Standing before : memberships.standing(network)) {
            Standing after = listed.remove(before.member());
            if (after == null) {
                changed |= memberships.end(network, before, now) && left(site, before, now);
            } else if (!after.equals(before)) {
                changed |= memberships.change(network, before, after) && moved(network, before, after);
            }
        }
        for (Standing joined : listed.values()) {
            changed |= memberships.begin(network, joined, now) && told(network, joined);
        }
        if (changed) {
            events.publishEvent(new EditionsChanged(network));
        }
    }

    private Standing known(Member member) {
        boolean figures = sites.bySlug(member.slug())
                .filter(site -> site.has("indicators"))
                .isPresent();
        return new Standing(
                member.slug(), member.territoryCode(), member + (figures ? " with" : " without") + " figures");
    }

    private boolean left(Site network, Standing member, Instant now) {
        statements.take(network.requireTenant(), member.member(), statements.next(), now);
        forget(network.requireTenant(), member.entity());
        events.publishEvent(new MembershipEnded(member.member(), network.slug(), now));
        return told(network.requireTenant(), member);
    }

    private boolean moved(TenantId network, Standing before, Standing after) {
        if (!before.entity().equals(after.entity())) {
            forget(network, before.entity());
        }
        return told(network, after);
    }

    /** Takes a territory's figures out of everything that members publish; imported ones stay. */
    private void forget(TenantId network, String entity) {
        sites.touch(network);
        rows.editionsFromMembers(network)
                .forEach(edition -> rows.replaceFigures(network, edition, entity, java.util.List.of()));
    }

    private boolean told(TenantId network, Standing member) {
        events.publishEvent(new SearchDocumentChanged(network, MemberSearch.TYPE, member.member()));
        return true;
    }
}
