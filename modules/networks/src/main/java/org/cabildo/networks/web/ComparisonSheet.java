// SPDX-License-Identifier: Apache-2.0
package org.cabildo.networks.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cabildo.indicators.Observation.State;
import org.cabildo.networks.comparison.Edition;
import org.cabildo.networks.comparison.Entity;
import org.cabildo.networks.comparison.Figure;
import org.cabildo.networks.comparison.Ranking;
import org.cabildo.networks.comparison.Ranking.Place;
import org.cabildo.platform.chart.Choropleth;
import org.cabildo.platform.chart.Classes;
import org.cabildo.platform.chart.DotPlot;
import org.cabildo.platform.web.View;
import org.jspecify.annotations.Nullable;

/**
 * What a comparison page shows, in the words of a view.
 *
 * @param sentence the finding
 * @param rows the places of this part of the table
 * @param missing how many have no value
 * @param legend classes of the map, lowest first
 * @param chosen where those that are pointed out stand, in words
 * @param published beside a composite, the name of the index that the source itself published; else empty
 */
public record ComparisonSheet(
        Edition edition,
        Question question,
        String sentence,
        DotPlot plot,
        String median,
        List<Row> rows,
        int ranked,
        int missing,
        List<LegendEntry> legend,
        boolean mapped,
        String query,
        String published,
        List<String> chosen) {

    /**
     * A line of the table.
     *
     * @param portal where the municipality's own portal is, if it has one in this installation; else empty
     * @param people inhabitants in words, or empty
     * @param chosen where those that are pointed out stand, in words
     * @param published beside a composite, the published index
     */
    public record Row(
            String rank,
            String code,
            String name,
            String region,
            String portal,
            String people,
            String value,
            String published,
            double share,
            boolean chosen,
            String period,
            String source,
            String note,
            String coverage) {}

    /** A class of the map. */
    public record LegendEntry(String colour, String label) {}

    static final int CLASSES = 5;

    /**
     * What stands around a question.
     *
     * @param group the entities compared
     * @param portals addresses of portals by code
     * @param published the index that the source published, beside a composite
     */
    record Surroundings(
            Edition edition,
            List<Entity> group,
            EntityNames names,
            Map<String, String> portals,
            @Nullable Question published,
            TableOrder order,
            boolean mapped) {}

    static ComparisonSheet of(
            View view, Question question, Selection selection, Surroundings around, int from, int size) {
        Ranking ranking = Ranking.of(around.group(), question.values(), question.direction());
        List<Place> places = around.order().sorted(ranking.places(), question.coverage(), view.locale());
        double high = places.stream()
                .filter(place -> place.value() != null)
                .mapToDouble(place -> place.value().doubleValue())
                .max()
                .orElse(1);
        List<Row> rows = new ArrayList<>();
        for (int i = from; i < Math.min(places.size(), from + size); i++) {
            rows.add(row(view, question, places.get(i), high, selection, around));
        }
        String median = ranking.median()
                .map(value -> view.number(value, question.decimals()))
                .orElse("");
        DotPlot plot = DotPlot.of(
                places.stream()
                        .filter(place -> place.value() != null)
                        .map(place -> new DotPlot.Value(
                                place.entity().code(),
                                around.names().title(place.entity()),
                                place.value().doubleValue()))
                        .toList(),
                selection.chosen());
        return new ComparisonSheet(
                around.edition(),
                question,
                sentence(view, question, ranking, selection, around.names(), median),
                plot,
                median,
                rows,
                ranking.ranked(),
                places.size() - ranking.ranked(),
                legend(view, question, places),
                around.mapped(),
                selection.query(),
                around.published() == null ? "" : around.published().name(),
                selection.chosen().stream()
                        .flatMap(code -> ranking.place(code).stream())
                        .map(place -> chosen(view, question, ranking, around.names(), place))
                        .toList());
    }

    private static Row row(
            View view, Question question, Place place, double high, Selection selection, Surroundings around) {
        BigDecimal value = place.value();
        Entity entity = place.entity();
        Figure figure = question.figures().get(entity.code());
        return new Row(
                value == null ? "" : view.number(place.rank(), 0) + (place.tied() ? " =" : ""),
                entity.code(),
                entity.name(),
                entity.region(),
                around.portals().getOrDefault(entity.code(), ""),
                entity.population() == null ? "" : view.number(entity.population(), 0),
                value == null ? absent(view, figure) : view.number(value, question.decimals()),
                published(view, around.published(), entity),
                value == null || high <= 0 ? 0 : Math.max(0, value.doubleValue() / high),
                selection.chosen().contains(entity.code()),
                figure == null ? "" : figure.period().replace('-', '–'),
                figure == null ? "" : figure.source(),
                figure == null ? "" : note(view, figure),
                question.coverage().containsKey(entity.code())
                        ? view.number(question.coverage().get(entity.code()), 0) + " %"
                        : "");
    }

    private static String absent(View view, @Nullable Figure figure) {
        return view.msg(
                figure != null && figure.state() == State.NOT_APPLICABLE
                        ? "networks.notApplicable"
                        : "networks.noData");
    }

    private static String chosen(View view, Question question, Ranking ranking, EntityNames names, Place place) {
        String name = names.title(place.entity());
        return place.value() == null
                ? view.msg("networks.chosen.missing", name)
                : view.msg(
                        place.tied() ? "networks.chosen.tied" : "networks.chosen",
                        name,
                        place.rank(),
                        ranking.ranked(),
                        view.number(place.value(), question.decimals()));
    }

    private static String published(View view, @Nullable Question published, Entity entity) {
        BigDecimal value = published == null ? null : published.values().get(entity.code());
        return value == null ? "" : view.number(value, published.decimals());
    }

    /** A note as it was written, or in words when it is one of ours. */
    static String note(View view, Figure figure) {
        return view.hasMsg(figure.note()) ? view.msg(figure.note()) : figure.note();
    }

    private static String sentence(
            View view, Question question, Ranking ranking, Selection selection, EntityNames names, String median) {
        if (ranking.ranked() == 0) {
            return view.msg("networks.sentence.none");
        }
        Place chosen = selection.chosen().stream()
                .flatMap(code -> ranking.place(code).stream())
                .filter(place -> place.value() != null)
                .findFirst()
                .orElse(null);
        if (chosen != null) {
            return view.msg(
                    chosen.tied() ? "networks.sentence.chosenTied" : "networks.sentence.chosen",
                    names.title(chosen.entity()),
                    view.number(chosen.rank(), 0),
                    view.number(ranking.ranked(), 0),
                    view.number(chosen.value(), question.decimals()),
                    median);
        }
        Place first = ranking.places().getFirst();
        Place last = ranking.places().get(ranking.ranked() - 1);
        return view.msg(
                "networks.sentence.all",
                names.title(first.entity()),
                view.number(first.value(), question.decimals()),
                names.title(last.entity()),
                view.number(last.value(), question.decimals()),
                median);
    }

    private static List<LegendEntry> legend(View view, Question question, List<Place> places) {
        Classes classes = classes(places);
        List<LegendEntry> legend = new ArrayList<>();
        for (int i = 0; i < classes.count(); i++) {
            legend.add(new LegendEntry(
                    Choropleth.colour(i, classes.count()),
                    view.number(classes.breaks().get(i), question.decimals()) + " – "
                            + view.number(classes.end(i), question.decimals())));
        }
        return legend;
    }

    static Classes classes(List<Place> places) {
        return Classes.quantiles(
                places.stream()
                        .filter(place -> place.value() != null)
                        .map(place -> place.value().doubleValue())
                        .toList(),
                CLASSES);
    }
}
