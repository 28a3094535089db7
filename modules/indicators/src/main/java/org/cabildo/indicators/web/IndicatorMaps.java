// SPDX-License-Identifier: Apache-2.0
package org.cabildo.indicators.web;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cabildo.geography.Level;
import org.cabildo.geography.Territories;
import org.cabildo.geography.Territory;
import org.cabildo.geography.TerritoryMaps;
import org.cabildo.indicators.Indicator;
import org.cabildo.indicators.Observation;
import org.cabildo.indicators.Period;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.chart.Choropleth;
import org.cabildo.platform.chart.Classes;
import org.cabildo.platform.web.ImageOrigins;
import org.cabildo.platform.web.View;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Puts an indicator on the map of the territories that it has values for: those of the level with most of them, in the
 * newest period, as they were then. Without territories, or while they are switched off, there is no map.
 */
@Component
class IndicatorMaps {

    private static final int CLASSES = 5;

    private final ObjectProvider<Territories> territories;
    private final ObjectProvider<TerritoryMaps> maps;
    private final Clock clock;

    IndicatorMaps(ObjectProvider<Territories> territories, ObjectProvider<TerritoryMaps> maps, Clock clock) {
        this.territories = territories;
        this.maps = maps;
        this.clock = clock;
    }

    Optional<IndicatorMap> of(
            HttpServletRequest request, View view, Indicator indicator, List<Observation> observations) {
        Territories known = territories.getIfAvailable();
        List<Observation> parts = observations.stream()
                .filter(observation -> !observation.series().territory().isEmpty()
                        && observation.series().breakdown().isEmpty()
                        && observation.value() != null)
                .toList();
        Optional<Period> newest = parts.stream().map(Observation::period).max(Comparator.naturalOrder());
        if (known == null || newest.isEmpty() || !view.site().has("geography")) {
            return Optional.empty();
        }
        Map<String, BigDecimal> values = parts.stream()
                .filter(observation -> observation.period().equals(newest.get()))
                .collect(Collectors.toMap(observation -> observation.series().territory(), Observation::value));
        TenantId tenant = view.site().requireTenant();
        LocalDate day = day(view, newest.get());
        List<Territory> shown = mostValued(known.tree(tenant, day).all(), values);
        if (shown.isEmpty()) {
            return Optional.empty();
        }
        String kind = known.levels(tenant).stream()
                .filter(level -> level.code().equals(shown.getFirst().level()))
                .map(Level::plural)
                .map(view::localised)
                .findFirst()
                .orElse("");
        return Optional.of(map(request, view, indicator, newest.get(), day, kind, shown, values));
    }

    /** The names of all territories that ever were, by their code; none while they are switched off. */
    Map<String, String> names(View view) {
        Territories known = territories.getIfAvailable();
        return known == null || !view.site().has("geography")
                ? Map.of()
                : known.all(view.site().requireTenant()).stream()
                        .collect(Collectors.toMap(Territory::code, Territory::name));
    }

    /** The end of the period's year, or today. */
    private LocalDate day(View view, Period period) {
        LocalDate today = LocalDate.now(clock.withZone(view.site().zone()));
        LocalDate end = LocalDate.of(period.year(), 12, 31);
        return end.isBefore(today) ? end : today;
    }

    /** All territories of the level in which most have a value; none unless two have. */
    private static List<Territory> mostValued(List<Territory> all, Map<String, BigDecimal> values) {
        Map<String, Long> counts = all.stream()
                .filter(territory -> values.containsKey(territory.code()))
                .collect(Collectors.groupingBy(Territory::level, Collectors.counting()));
        return counts.entrySet().stream()
                .filter(level -> level.getValue() > 1)
                .max(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(level -> all.stream()
                        .filter(territory -> territory.level().equals(level.getKey()))
                        .toList())
                .orElse(List.of());
    }

    private IndicatorMap map(
            HttpServletRequest request,
            View view,
            Indicator indicator,
            Period period,
            LocalDate day,
            String kind,
            List<Territory> shown,
            Map<String, BigDecimal> values) {
        Classes classes = Classes.quantiles(
                shown.stream()
                        .filter(territory -> values.containsKey(territory.code()))
                        .map(territory -> values.get(territory.code()).doubleValue())
                        .toList(),
                CLASSES);
        Map<String, String> fills = new HashMap<>();
        shown.forEach(territory -> fills.put(territory.code(), fill(values, classes, territory)));
        List<Territory> ranked = shown.stream()
                .sorted(Comparator.comparing(
                        territory -> values.get(territory.code()), Comparator.nullsLast(Comparator.reverseOrder())))
                .toList();
        List<Territory> valued = ranked.stream()
                .filter(territory -> values.containsKey(territory.code()))
                .toList();
        return new IndicatorMap(
                kind,
                Periods.label(view, period),
                view.msg(
                        "indicators.map.sentence",
                        valued.getFirst().name(),
                        number(view, indicator, values, valued.getFirst()),
                        valued.getLast().name(),
                        number(view, indicator, values, valued.getLast())),
                ImageOrigins.allow(
                        request,
                        maps.getObject()
                                .some(view.site().requireTenant(), shown, day)
                                .coloured(fills)),
                legend(view, indicator, classes),
                ranked.stream()
                        .map(territory -> new IndicatorMap.Row(
                                territory.name(),
                                "/territorios/" + territory.code(),
                                number(view, indicator, values, territory)))
                        .toList(),
                shown.size() - valued.size());
    }

    private static String fill(Map<String, BigDecimal> values, Classes classes, Territory territory) {
        BigDecimal value = values.get(territory.code());
        return value == null ? "hatch" : Choropleth.colour(classes.of(value.doubleValue()), classes.count());
    }

    private static String number(View view, Indicator indicator, Map<String, BigDecimal> values, Territory territory) {
        BigDecimal value = values.get(territory.code());
        return value == null ? view.msg("indicators.noData") : view.number(value, indicator.decimals());
    }

    private static List<IndicatorMap.Entry> legend(View view, Indicator indicator, Classes classes) {
        List<IndicatorMap.Entry> legend = new ArrayList<>();
        for (int i = 0; i < classes.count(); i++) {
            legend.add(new IndicatorMap.Entry(
                    Choropleth.colour(i, classes.count()),
                    view.number(classes.breaks().get(i), indicator.decimals()) + " – "
                            + view.number(classes.end(i), indicator.decimals())));
        }
        return legend;
    }
}
