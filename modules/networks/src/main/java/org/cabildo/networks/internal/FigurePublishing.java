// SPDX-License-Identifier: Apache-2.0
package org.cabildo.networks.internal;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.cabildo.indicators.Indicator;
import org.cabildo.indicators.Observation;
import org.cabildo.indicators.ObservationsChanged;
import org.cabildo.networks.Members;
import org.cabildo.networks.comparison.Answers;
import org.cabildo.networks.comparison.Answers.Answer;
import org.cabildo.networks.comparison.ConsentChanged;
import org.cabildo.networks.comparison.Consents;
import org.cabildo.networks.comparison.FiguresPublished;
import org.cabildo.networks.comparison.FiguresPublished.Published;
import org.cabildo.platform.Site;
import org.cabildo.platform.Sites;
import org.cabildo.platform.TenantContext;
import org.cabildo.platform.TenantId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A member's side of comparison: says, as the member, what its networks may show. It says all of it each time and
 * numbers what it says before it looks, so that the greatest number knows of every change and events may come twice or
 * in any order.
 */
@Component
class FigurePublishing {

    private final Answers answers;
    private final Consents consents;
    private final Members members;
    private final Statements statements;
    private final Sites sites;
    private final Regions regions;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher events;

    FigurePublishing(
            Answers answers,
            Consents consents,
            Members members,
            Statements statements,
            Sites sites,
            Regions regions,
            TransactionTemplate transactions,
            ApplicationEventPublisher events) {
        this.answers = answers;
        this.consents = consents;
        this.members = members;
        this.statements = statements;
        this.sites = sites;
        this.regions = regions;
        this.transactions = transactions;
        this.events = events;
    }

    @Async
    @TransactionalEventListener(id = "networks.consent-changed")
    void on(ConsentChanged changed) {
        publish(changed.member(), network -> network.slug().equals(changed.network()));
    }

    @Async
    @TransactionalEventListener(id = "networks.observations-changed")
    void on(ObservationsChanged changed) {
        publish(changed.tenant(), network -> true);
    }

    @Async
    @TransactionalEventListener(id = "networks.editions-changed")
    void on(EditionsChanged changed) {
        members.of(changed.network()).stream()
                .flatMap(member -> sites.bySlug(member.slug()).stream())
                .forEach(member -> publish(
                        member.requireTenant(), network -> changed.network().equals(network.tenant())));
    }

    private void publish(TenantId municipality, java.util.function.Predicate<Site> choice) {
        sites.byTenant(municipality)
                .filter(site -> !site.territoryCode().isEmpty())
                .ifPresent(member -> members.networksOf(member).stream()
                        .filter(choice)
                        .forEach(network -> publish(member, network)));
    }

    private void publish(Site member, Site network) {
        long statement = statements.next();
        List<Answer> all = answers.of(member, network);
        TenantContext.run(
                member.requireTenant(),
                () -> transactions.executeWithoutResult(status -> publish(member, network, statement, all)));
    }

    private void publish(Site member, Site network, long statement, List<Answer> all) {
        Set<String> allowed = consents.standing(member.requireTenant(), network.slug());
        events.publishEvent(new FiguresPublished(
                network.requireTenant(),
                member.slug(),
                member.territoryCode(),
                member.name(),
                regions.of(member.country(), member.territoryCode()),
                statement,
                all.stream()
                        .filter(answer -> allowed.contains(answer.code()) && answer.observation() != null)
                        .map(FigurePublishing::published)
                        .collect(Collectors.toList())));
    }

    private static Published published(Answer answer) {
        Indicator indicator = Objects.requireNonNull(answer.indicator());
        Observation observation = Objects.requireNonNull(answer.observation());
        return new Published(
                answer.asked().edition().slug(),
                answer.code(),
                observation.state().code(),
                observation.value() == null ? "" : observation.value().toPlainString(),
                observation.period().text(),
                observation.source().isEmpty() ? indicator.source() : observation.source(),
                observation.note(),
                observation.version());
    }
}
