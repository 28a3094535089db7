// SPDX-License-Identifier: Apache-2.0
package org.cabildo.networks.internal;

import static org.cabildo.networks.internal.jooq.Tables.FIGURE;
import static org.jooq.impl.DSL.noCondition;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cabildo.networks.comparison.Compared;
import org.cabildo.networks.comparison.Comparisons;
import org.cabildo.networks.comparison.Composite;
import org.cabildo.networks.comparison.Edition;
import org.cabildo.networks.comparison.Entity;
import org.cabildo.networks.comparison.Figure;
import org.cabildo.networks.comparison.Measure;
import org.cabildo.networks.comparison.Standing;
import org.cabildo.platform.TenantId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Answers from the network's read model. */
@Component
@Transactional(readOnly = true)
class StoredComparisons implements Comparisons {

    private final ComparisonRows rows;
    private final ScoreRows scores;
    private final StandingRows standings;
    private final ComparedRows compared;

    StoredComparisons(ComparisonRows rows, ScoreRows scores, StandingRows standings, ComparedRows compared) {
        this.compared = compared;
        this.rows = rows;
        this.scores = scores;
        this.standings = standings;
    }

    @Override
    public List<Edition> editions(TenantId network) {
        return rows.editions(network).stream().filter(Edition::published).toList();
    }

    @Override
    public Optional<Edition> edition(TenantId network, String slug) {
        return rows.edition(network, slug).filter(Edition::published);
    }

    @Override
    public List<Measure> measures(TenantId network, String edition) {
        return rows.measures(network, edition);
    }

    @Override
    public Optional<Compared> compared(TenantId network, String slug, String code) {
        return code.equals(Compared.COMPOSITE)
                ? edition(network, slug).flatMap(edition -> composite(network, edition))
                : compared.measure(network, slug, code);
    }

    private Optional<Compared> composite(TenantId network, Edition edition) {
        List<Measure> measures = rows.measures(network, edition.slug());
        if (measures.stream().noneMatch(Measure::composed)) {
            return Optional.empty();
        }
        Measure published = measures.stream().filter(Measure::whole).findFirst().orElse(null);
        return Optional.of(
                compared.composite(network, edition, published, scores.composites(network, edition.slug(), false)));
    }

    @Override
    public List<Entity> entities(TenantId network) {
        return rows.entities(network, false);
    }

    @Override
    public List<Entity> shapes(TenantId network) {
        return rows.entities(network, true);
    }

    @Override
    public boolean mapped(TenantId network) {
        return rows.mapped(network);
    }

    @Override
    public List<Figure> figures(TenantId network, String edition, String measure) {
        return rows.figures(network, edition, FIGURE.MEASURE.eq(measure));
    }

    @Override
    public Map<String, Composite> composites(TenantId network, String edition) {
        return scores.composites(network, edition, false);
    }

    @Override
    public List<Standing> standings(TenantId network, String edition, Collection<String> entities) {
        return standings.standings(network, edition, entities);
    }

    @Override
    public List<Figure> allFigures(TenantId network, String edition) {
        return rows.figures(network, edition, noCondition());
    }
}
