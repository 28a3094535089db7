// SPDX-License-Identifier: Apache-2.0
package org.cabildo.indicators.internal;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.cabildo.indicators.Indicator;
import org.cabildo.indicators.Observation.State;
import org.cabildo.indicators.Period;
import org.cabildo.indicators.Series;
import org.cabildo.platform.imports.ImportKind;
import org.cabildo.platform.imports.ImportRow;
import org.cabildo.platform.imports.Nearest;
import org.jspecify.annotations.Nullable;

/** Looks at the rows of one file with observations. */
final class ObservationCheck implements ImportKind.Check<StagedObservation> {

    private static final Map<String, State> STATES = Map.ofEntries(
            Map.entry("value", State.VALUE),
            Map.entry("valor", State.VALUE),
            Map.entry("missing", State.MISSING),
            Map.entry("sin dato", State.MISSING),
            Map.entry("no data", State.MISSING),
            Map.entry("s/d", State.MISSING),
            Map.entry("n/d", State.MISSING),
            Map.entry("not-applicable", State.NOT_APPLICABLE),
            Map.entry("not applicable", State.NOT_APPLICABLE),
            Map.entry("no corresponde", State.NOT_APPLICABLE),
            Map.entry("no aplica", State.NOT_APPLICABLE),
            Map.entry("n/a", State.NOT_APPLICABLE));
    private static final Set<String> TOTALS = Set.of("total", "todos", "todas", "ambos", "all");
    private static final int LONGEST_CODE = 60;
    private static final int LONGEST_TEXT = 1000;
    private static final int MOST_DIGITS = 25;

    private final Map<String, Indicator> indicators = new HashMap<>();
    private final Map<String, Optional<String>> meant = new HashMap<>();

    ObservationCheck(List<Indicator> all) {
        all.forEach(indicator -> indicators.put(indicator.code(), indicator));
    }

    @Override
    public @Nullable StagedObservation row(ImportRow row) {
        String indicator = indicator(row);
        String period = period(row);
        String territory = limited(row, "territory", LONGEST_CODE);
        String breakdown = breakdown(row);
        State state = state(row);
        BigDecimal value =
                state == null || state == State.VALUE ? row.decimal("value").orElse(null) : null;
        if (state == null) {
            state = value == null ? State.MISSING : State.VALUE;
        }
        if (state == State.VALUE && value == null && !row.bad()) {
            row.problem("value", "indicators.import.problem.noValue");
        }
        if (value != null && (value.precision() - value.scale() > MOST_DIGITS || value.scale() > MOST_DIGITS)) {
            row.problem("value", "indicators.import.problem.digits", MOST_DIGITS);
        }
        String source = optional(row, "source");
        String sourceUrl = optional(row, "sourceUrl");
        if (sourceUrl != null && !sourceUrl.isEmpty() && !sourceUrl.matches("https?://\\S+")) {
            row.problem("sourceUrl", "indicators.import.problem.address");
        }
        String note = optional(row, "note");
        return row.bad()
                ? null
                : new StagedObservation(
                        indicator, territory, breakdown, period, state.code(), value, source, sourceUrl, note);
    }

    private String indicator(ImportRow row) {
        String written = row.text("indicator").orElse("");
        String code = written.toLowerCase(Locale.ROOT);
        Indicator found = indicators.get(code);
        if (found == null && !written.isEmpty()) {
            Optional<String> near = meant.computeIfAbsent(code, word -> Nearest.to(word, indicators.keySet()));
            if (near.isPresent()) {
                row.problem("indicator", "indicators.import.problem.unknownNear", written, near.get());
            } else {
                row.problem("indicator", "indicators.import.problem.unknown", written);
            }
        } else if (found != null && found.archived()) {
            row.problem("indicator", "indicators.import.problem.archived", written);
        }
        return code;
    }

    private static String period(ImportRow row) {
        String written = row.text("period").orElse("");
        Optional<Period> period = Period.parse(written);
        if (period.isEmpty() && !written.isEmpty()) {
            row.problem("period", "indicators.import.problem.period", written);
        }
        return period.map(Period::text).orElse("");
    }

    /** The state that the row states, in its own column or instead of a number; null when the value decides. */
    private static @Nullable State state(ImportRow row) {
        String value = row.text("value").orElse("");
        State instead = STATES.get(value.toLowerCase(Locale.ROOT));
        String written = row.text("state").orElse("");
        if (written.isEmpty()) {
            return instead;
        }
        State state = STATES.get(written.toLowerCase(Locale.ROOT));
        if (state == null) {
            row.problem("state", "indicators.import.problem.state", written);
        } else if (state != State.VALUE && !value.isEmpty() && instead != state) {
            row.problem("value", "indicators.import.problem.valueToo", written);
        } else if (state == State.VALUE && instead != null) {
            row.problem("value", "indicators.import.problem.noValue");
        }
        return state == null ? State.MISSING : state;
    }

    private static String breakdown(ImportRow row) {
        Map<String, String> pairs = new TreeMap<>();
        try {
            pairs.putAll(Series.breakdown(row.text("breakdown").orElse("")));
            row.each("dimension").forEach((dimension, category) -> {
                if (!TOTALS.contains(category.toLowerCase(Locale.ROOT))) {
                    pairs.put(dimension.strip().toLowerCase(Locale.ROOT), category);
                }
            });
            String text = Series.of("any", "", pairs).breakdownText();
            if (text.length() > LONGEST_TEXT) {
                row.problem("breakdown", "indicators.import.problem.long", LONGEST_TEXT);
            }
            return text;
        } catch (IllegalArgumentException notPairs) {
            row.problem("breakdown", "indicators.import.problem.breakdown");
            return "";
        }
    }

    private static @Nullable String optional(ImportRow row, String field) {
        return row.has(field) ? limited(row, field, LONGEST_TEXT) : null;
    }

    private static String limited(ImportRow row, String field, int most) {
        String text = row.text(field).orElse("");
        if (text.length() > most) {
            row.problem(field, "indicators.import.problem.long", most);
        }
        return text;
    }
}
