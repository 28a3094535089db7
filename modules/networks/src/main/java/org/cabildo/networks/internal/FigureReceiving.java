// SPDX-License-Identifier: Apache-2.0
package org.cabildo.networks.internal;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cabildo.indicators.Observation.State;
import org.cabildo.networks.Member;
import org.cabildo.networks.Members;
import org.cabildo.networks.comparison.Figure;
import org.cabildo.networks.comparison.FiguresPublished;
import org.cabildo.networks.comparison.FiguresPublished.Published;
import org.cabildo.platform.Sites;
import org.cabildo.platform.TenantContext;
import org.cabildo.platform.TenantId;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/** A network's side of comparison: keeps, as the network, what members let it show, and forgets what they don't. */
@Component
class FigureReceiving {

    private final ComparisonRows rows;
    private final Members members;
    private final Sites sites;
    private final TransactionTemplate transactions;
    private final Clock clock;

    FigureReceiving(ComparisonRows rows, Members members, Sites sites, TransactionTemplate transactions, Clock clock) {
        this.rows = rows;
        this.members = members;
        this.sites = sites;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Async
    @TransactionalEventListener(id = "networks.figures-published")
    void on(FiguresPublished published) {
        TenantContext.run(published.network(), () -> transactions.executeWithoutResult(status -> receive(published)));
    }

    private void receive(FiguresPublished published) {
        TenantId network = published.network();
        boolean member = members.of(network).stream().map(Member::territoryCode).anyMatch(published.entity()::equals);
        Map<String, Published> figures = member
                ? published.figures().stream().collect(Collectors.toMap(Published::indicator, Function.identity()))
                : Map.of();
        if (member) {
            rows.keepEntity(network, published.entity(), published.name(), published.region());
        }
        boolean changed = false;
        for (String edition : rows.editionsFromMembers(network)) {
            var wanted = rows.measures(network, edition).stream()
                    .filter(measure -> figures.containsKey(measure.code()))
                    .map(measure -> figure(published.entity(), figures.get(measure.code())))
                    .toList();
            changed |= rows.replaceFigures(network, edition, published.entity(), wanted);
        }
        if (changed) {
            sites.touch(network);
        }
    }

    private Figure figure(String entity, Published figure) {
        return new Figure(
                figure.indicator(),
                entity,
                State.of(figure.state()),
                figure.value().isEmpty() ? null : new BigDecimal(figure.value()),
                figure.period(),
                figure.source(),
                figure.note(),
                figure.version(),
                clock.instant());
    }
}
