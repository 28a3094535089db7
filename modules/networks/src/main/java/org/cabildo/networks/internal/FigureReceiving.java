// SPDX-License-Identifier: Apache-2.0
package org.cabildo.networks.internal;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cabildo.indicators.Observation.State;
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

/**
 * A network's side of comparison: keeps, as the network, what members let it show, and forgets what they don't. Takes
 * nothing from anybody who is no member, and no older statement after a newer one.
 */
@Component
class FigureReceiving {

    private final ComparisonRows rows;
    private final Members members;
    private final Statements statements;
    private final Sites sites;
    private final TransactionTemplate transactions;
    private final Clock clock;

    FigureReceiving(
            ComparisonRows rows,
            Members members,
            Statements statements,
            Sites sites,
            TransactionTemplate transactions,
            Clock clock) {
        this.rows = rows;
        this.members = members;
        this.statements = statements;
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
        boolean member = members.one(network, published.member())
                .filter(one -> one.territoryCode().equals(published.entity()))
                .isPresent();
        if (!member || !statements.take(network, published.member(), published.statement(), clock.instant())) {
            return;
        }
        boolean first = rows.keepEntity(network, published.entity(), published.name(), published.region());
        boolean known = !first
                && wanted(published).entrySet().stream()
                        .allMatch(edition ->
                                rows.holds(network, edition.getKey(), published.entity(), edition.getValue()));
        if (known) {
            return;
        }
        // From here on whoever else changes what the network compares waits, so what is wanted is asked again.
        sites.touch(network);
        wanted(published)
                .forEach((edition, figures) -> rows.replaceFigures(network, edition, published.entity(), figures));
    }

    /** The figures that answer what the network asks now, by edition. */
    private Map<String, List<Figure>> wanted(FiguresPublished published) {
        TenantId network = published.network();
        Map<String, Map<String, Published>> said = published.figures().stream()
                .collect(Collectors.groupingBy(
                        Published::edition, Collectors.toMap(Published::measure, Function.identity())));
        Map<String, List<Figure>> wanted = new TreeMap<>();
        for (String edition : rows.editionsFromMembers(network)) {
            Map<String, Published> ofEdition = said.getOrDefault(edition, Map.of());
            wanted.put(
                    edition,
                    rows.measures(network, edition).stream()
                            .filter(measure -> ofEdition.containsKey(measure.code()))
                            .map(measure -> figure(published.entity(), ofEdition.get(measure.code())))
                            .toList());
        }
        return wanted;
    }

    private Figure figure(String entity, Published figure) {
        return new Figure(
                figure.measure(),
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
