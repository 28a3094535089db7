// SPDX-License-Identifier: Apache-2.0
package org.cabildo.networks.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cabildo.networks.comparison.Comparisons;
import org.cabildo.networks.comparison.Edition;
import org.cabildo.networks.comparison.Measure;
import org.cabildo.networks.comparison.Standing;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.web.View;
import org.jspecify.annotations.Nullable;

/**
 * Up to five municipalities under every measure of an edition.
 *
 * @param names the municipalities
 * @param topics measures by topic
 */
public record FaceToFace(List<String> names, Map<String, List<Line>> topics) {

    /** A measure, and what each municipality has of it. */
    public record Line(String code, String name, String unit, List<Cell> cells) {}

    /**
     * A value and where it stands.
     *
     * @param value in words; empty: no data
     * @param best whether none of the others shown here stands before it
     */
    public record Cell(String value, String rank, boolean best) {}

    static FaceToFace of(
            View view,
            Comparisons comparisons,
            TenantId network,
            Edition edition,
            List<String> codes,
            EntityNames names) {
        Map<String, Standing> standings = new HashMap<>();
        comparisons
                .standings(network, edition.slug(), codes)
                .forEach(one -> standings.put(one.measure() + "|" + one.entity(), one));
        Map<String, List<Line>> topics = new LinkedHashMap<>();
        comparisons.measures(network, edition.slug()).stream()
                .sorted(Question.BY_TOPIC)
                .forEach(measure -> topics.computeIfAbsent(
                                ComparisonController.topic(view, measure), topic -> new ArrayList<>())
                        .add(line(view, measure, codes, standings)));
        return new FaceToFace(codes.stream().map(names::title).toList(), topics);
    }

    private static Line line(View view, Measure measure, List<String> codes, Map<String, Standing> standings) {
        List<@Nullable Standing> row = new ArrayList<>();
        codes.forEach(code -> row.add(standings.get(measure.code() + "|" + code)));
        int first = row.stream()
                .filter(java.util.Objects::nonNull)
                .mapToInt(Standing::rank)
                .min()
                .orElse(0);
        List<Cell> cells = new ArrayList<>();
        for (Standing one : row) {
            cells.add(
                    one == null
                            ? new Cell("", "", false)
                            : new Cell(
                                    view.number(one.value(), measure.decimals()),
                                    view.msg("networks.faceToFace.rank", one.rank(), one.of()),
                                    one.rank() == first && codes.size() > 1));
        }
        return new Line(measure.code(), view.localised(measure.name()), view.localised(measure.unit()), cells);
    }
}
