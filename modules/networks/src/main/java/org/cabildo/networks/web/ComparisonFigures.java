// SPDX-License-Identifier: Apache-2.0
package org.cabildo.networks.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cabildo.networks.comparison.Comparisons;
import org.cabildo.networks.comparison.Edition;
import org.cabildo.networks.comparison.Measure;
import org.cabildo.platform.Site;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.web.SitemapSource;
import org.cabildo.platform.web.Tile;
import org.cabildo.platform.web.TileSource;
import org.cabildo.platform.web.Tone;
import org.cabildo.platform.web.View;
import org.springframework.stereotype.Component;

/** What comparisons bring to a network's home page and site map. */
@Component
class ComparisonFigures implements TileSource, SitemapSource {

    private final Comparisons comparisons;

    ComparisonFigures(Comparisons comparisons) {
        this.comparisons = comparisons;
    }

    @Override
    public String module() {
        return "comparisons";
    }

    @Override
    public Optional<Tile> tile(View view) {
        TenantId network = view.site().requireTenant();
        int compared = comparisons.entities(network).size();
        long asked = comparisons.editions(network).stream()
                .mapToLong(
                        edition -> comparisons.measures(network, edition.slug()).size())
                .sum();
        return compared == 0 || asked == 0
                ? Optional.empty()
                : Optional.of(Tile.of(
                                view.msg("networks.comparisons.tile"),
                                view.number(compared, 0),
                                "/comparaciones",
                                "chart")
                        .withChange(view.msg("networks.comparisons.tile.questions", asked), Tone.NEUTRAL));
    }

    @Override
    public List<Address> addresses(Site site) {
        TenantId network = site.requireTenant();
        List<Address> addresses = new ArrayList<>(List.of(new Address("/comparaciones", null, List.of())));
        for (Edition edition : comparisons.editions(network)) {
            String base = "/comparaciones/" + edition.slug() + "/";
            List<Measure> measures = comparisons.measures(network, edition.slug());
            if (Question.composed(measures)) {
                addresses.add(new Address(base + Question.COMPOSITE, null, List.of()));
            }
            measures.forEach(measure -> addresses.add(new Address(base + measure.code(), null, List.of())));
        }
        return addresses;
    }
}
