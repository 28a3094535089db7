// SPDX-License-Identifier: Apache-2.0
package org.cabildo.networks.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cabildo.networks.comparison.Entity;
import org.cabildo.platform.web.NavLink;
import org.cabildo.platform.web.Option;
import org.cabildo.platform.web.View;

/**
 * What a reader may choose on a comparison page. A few entities stand in a list; many are found by a search that works
 * without a script, since a list of thousands would weigh more than the page.
 *
 * @param options entities to choose from, or empty when there are too many
 * @param wanted what the reader looks for
 * @param found links that point out an entity of that name
 * @param chosen codes that are pointed out
 */
public record ComparisonFilters(
        List<Option> regions,
        String region,
        List<Option> bands,
        String band,
        List<Option> options,
        String wanted,
        List<NavLink> found,
        List<String> chosen,
        List<NavLink> chips) {

    private static final int LISTED = 60;

    static ComparisonFilters of(View view, Selection selection, List<Entity> all, EntityNames names, String wanted) {
        return new ComparisonFilters(
                regions(all),
                selection.region(),
                bands(view),
                selection.band().code,
                all.size() > LISTED
                        ? List.of()
                        : all.stream()
                                .map(entity -> Option.of(entity.code(), names.title(entity)))
                                .toList(),
                wanted,
                names.find(wanted).stream()
                        .map(entity -> new NavLink(
                                entity.name() + (entity.region().isEmpty() ? "" : " (" + entity.region() + ")"),
                                view.path() + selection.queryWith(entity.code()),
                                "",
                                selection.chosen().contains(entity.code())))
                        .toList(),
                selection.chosen().stream().filter(names::has).toList(),
                chips(view, selection, names));
    }

    private static List<Option> regions(List<Entity> all) {
        return all.stream()
                .map(Entity::region)
                .filter(region -> !region.isEmpty())
                .distinct()
                .sorted()
                .map(region -> Option.of(region, region))
                .toList();
    }

    private static List<Option> bands(View view) {
        return Arrays.stream(Selection.Band.values())
                .filter(band -> band != Selection.Band.ALL)
                .map(band -> Option.of(band.code, view.msg("networks.band." + band.code)))
                .toList();
    }

    private static List<NavLink> chips(View view, Selection selection, EntityNames names) {
        List<NavLink> chips = new ArrayList<>();
        if (!selection.region().isEmpty()) {
            chips.add(new NavLink(selection.region(), view.with("region", null), "", false));
        }
        if (selection.band() != Selection.Band.ALL) {
            chips.add(new NavLink(
                    view.msg("networks.band." + selection.band().code), view.with("poblacion", null), "", false));
        }
        for (String code : selection.chosen()) {
            if (names.has(code)) {
                chips.add(new NavLink(names.title(code), view.path() + selection.queryWithout(code), "", false));
            }
        }
        return chips;
    }
}
