// SPDX-License-Identifier: Apache-2.0
package org.cabildo.indicators.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.cabildo.indicators.Direction;
import org.cabildo.indicators.Indicator;
import org.cabildo.indicators.Observation;
import org.cabildo.platform.web.Tile;
import org.cabildo.platform.web.Tone;
import org.cabildo.platform.web.View;

/** An indicator with its newest value and how it got there, in the words of a view. */
final class IndicatorCard {

    private IndicatorCard() {}

    /** The tile of an indicator, from its headline series in the order of periods. */
    static Tile tile(View view, Indicator indicator, List<Observation> headline) {
        List<Observation> values = headline.stream()
                .filter(observation -> observation.value() != null)
                .toList();
        String name = view.localised(indicator.name());
        String href = "/indicadores/" + indicator.code();
        if (values.isEmpty()) {
            return Tile.of(name, view.msg("indicators.noData"), href, "");
        }
        Observation last = values.getLast();
        List<Double> points = new ArrayList<>();
        headline.forEach(observation -> points.add(
                observation.value() == null ? Double.NaN : observation.value().doubleValue()));
        return Tile.of(name, view.number(last.value(), indicator.decimals()), href, "")
                .withUnit(view.localised(indicator.unit()))
                .withChange(change(view, indicator, values), tone(indicator, values))
                .withPoints(points);
    }

    /** The period of the newest value and the difference to the one before, in words. */
    static String change(View view, Indicator indicator, List<Observation> values) {
        Observation last = values.getLast();
        String period = Periods.label(view, last.period());
        if (values.size() < 2) {
            return period;
        }
        Observation before = values.get(values.size() - 2);
        BigDecimal difference = last.value().subtract(before.value());
        String key = difference.signum() == 0 ? "same" : difference.signum() > 0 ? "more" : "less";
        return view.msg(
                "indicators.change." + key,
                period,
                view.number(difference.abs(), indicator.decimals()),
                Periods.label(view, before.period()));
    }

    /** Whether the last change is for the better. */
    static Tone tone(Indicator indicator, List<Observation> values) {
        if (values.size() < 2 || indicator.direction() == Direction.NONE) {
            return Tone.NEUTRAL;
        }
        int sign =
                values.getLast().value().compareTo(values.get(values.size() - 2).value());
        if (sign == 0) {
            return Tone.NEUTRAL;
        }
        return sign > 0 == (indicator.direction() == Direction.UP) ? Tone.GOOD : Tone.WARNING;
    }
}
