// SPDX-License-Identifier: Apache-2.0
package org.cabildo.indicators.web;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cabildo.indicators.Indicator;
import org.cabildo.indicators.Observation;
import org.cabildo.indicators.Series;
import org.cabildo.platform.web.View;

/** How values and series are told, and words found. */
public final class Wording {

    private Wording() {}

    /** The value without unit, or why there is none. */
    public static String value(View view, Indicator indicator, Observation observation) {
        return switch (observation.state()) {
            case VALUE -> view.number(observation.value(), indicator.decimals());
            case MISSING -> view.msg("indicators.noData");
            case NOT_APPLICABLE -> view.msg("indicators.notApplicable");
        };
    }

    /** What a series is about, for instance {@code mujeres, rural}. */
    public static String series(View view, Series series) {
        return series(view, series, Map.of());
    }

    /** The same with the names of territories that are known. */
    static String series(View view, Series series, Map<String, String> territories) {
        List<String> parts = new ArrayList<>();
        if (!series.territory().isEmpty()) {
            parts.add(territories.getOrDefault(series.territory(), series.territory()));
        }
        parts.addAll(series.breakdown().values());
        return parts.isEmpty() ? view.msg("indicators.total") : String.join(", ", parts);
    }

    /** Whether a text holds all words, whatever their case and accents. */
    public static boolean holds(String text, String words) {
        String plain = plain(text);
        return words.isBlank()
                || Arrays.stream(plain(words).strip().split("\\s+")).allMatch(plain::contains);
    }

    private static String plain(String text) {
        return Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "");
    }
}
