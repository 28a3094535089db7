// SPDX-License-Identifier: Apache-2.0
package org.cabildo.networks.internal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.cabildo.indicators.Indicator;
import org.cabildo.indicators.Indicators;
import org.cabildo.indicators.Observation;
import org.cabildo.indicators.ObservationsChanged;
import org.cabildo.networks.Members;
import org.cabildo.networks.comparison.ConsentChanged;
import org.cabildo.networks.comparison.Consents;
import org.cabildo.networks.comparison.FiguresPublished;
import org.cabildo.networks.comparison.FiguresPublished.Published;
import org.cabildo.platform.Site;
import org.cabildo.platform.SiteKind;
import org.cabildo.platform.Sites;
import org.cabildo.platform.TenantContext;
import org.cabildo.platform.TenantId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A member's side of comparison: says, as the member, what its networks may show. It says all of it each time, so that
 * events may come twice or in any order.
 */
@Component
class FigurePublishing {

    private final Indicators indicators;
    private final Consents consents;
    private final Members members;
    private final Sites sites;
    private final Regions regions;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher events;

    FigurePublishing(
            Indicators indicators,
            Consents consents,
            Members members,
            Sites sites,
            Regions regions,
            TransactionTemplate transactions,
            ApplicationEventPublisher events) {
        this.indicators = indicators;
        this.consents = consents;
        this.members = members;
        this.sites = sites;
        this.regions = regions;
        this.transactions = transactions;
        this.events = events;
    }

    @Async
    @TransactionalEventListener(id = "networks.consent-changed")
    void on(ConsentChanged changed) {
        sites.bySlug(changed.network())
                .filter(network -> network.kind() == SiteKind.NETWORK)
                .ifPresent(network -> publish(changed.member(), network));
    }

    @Async
    @TransactionalEventListener(id = "networks.observations-changed")
    void on(ObservationsChanged changed) {
        sites.all().stream()
                .filter(site -> site.kind() == SiteKind.NETWORK)
                .forEach(network -> publish(changed.tenant(), network));
    }

    @Async
    @TransactionalEventListener(id = "networks.editions-changed")
    void on(EditionsChanged changed) {
        sites.byTenant(changed.network())
                .ifPresent(network -> members.of(changed.network()).stream()
                        .flatMap(member -> sites.bySlug(member.slug()).stream())
                        .forEach(member -> publish(member.requireTenant(), network)));
    }

    /** Publishes a member's figures to one network, if the member is known. */
    void publish(TenantId member, Site network) {
        sites.byTenant(member)
                .filter(site -> !site.territoryCode().isEmpty())
                .ifPresent(site -> TenantContext.run(
                        member, () -> transactions.executeWithoutResult(status -> publish(site, network))));
    }

    private void publish(Site member, Site network) {
        TenantId tenant = member.requireTenant();
        Set<String> allowed = member.has("indicators") ? consents.standing(tenant, network.slug()) : Set.of();
        Map<String, Indicator> known = indicators.all(tenant, false).stream()
                .filter(indicator -> allowed.contains(indicator.code()))
                .collect(Collectors.toMap(Indicator::code, indicator -> indicator));
        Map<String, Observation> newest = indicators.headlines(tenant, known.keySet()).stream()
                .collect(Collectors.toMap(
                        observation -> observation.series().indicator(),
                        observation -> observation,
                        (one, other) -> one.period().compareTo(other.period()) > 0 ? one : other));
        List<Published> figures = newest.values().stream()
                .map(observation -> published(observation, known))
                .toList();
        events.publishEvent(new FiguresPublished(
                network.requireTenant(),
                member.territoryCode(),
                member.name(),
                regions.of(member.country(), member.territoryCode()),
                figures));
    }

    private static Published published(Observation observation, Map<String, Indicator> known) {
        Indicator indicator = known.get(observation.series().indicator());
        return new Published(
                indicator.code(),
                observation.state().code(),
                observation.value() == null ? "" : observation.value().toPlainString(),
                observation.period().text(),
                observation.source().isEmpty() ? indicator.source() : observation.source(),
                observation.note(),
                observation.version());
    }
}
