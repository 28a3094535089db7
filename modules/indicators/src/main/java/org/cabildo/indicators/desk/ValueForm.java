// SPDX-License-Identifier: Apache-2.0
package org.cabildo.indicators.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cabildo.indicators.Observation;
import org.cabildo.indicators.Observation.Recorded;
import org.cabildo.indicators.Observation.State;
import org.cabildo.indicators.Period;
import org.cabildo.indicators.Series;
import org.cabildo.platform.web.View;

/** A value as it stands in the form; what it is the value of is fixed when it is corrected. */
public record ValueForm(Map<String, String> fields, Map<String, String> errors, boolean correction) {

    private static final List<String> NAMES =
            List.of("period", "territory", "breakdown", "state", "value", "source", "sourceUrl", "note");
    private static final int CODE = 60;
    private static final int TEXT = 1000;

    public String of(String field) {
        return fields.getOrDefault(field, "");
    }

    static ValueForm empty() {
        return new ValueForm(Map.of("state", State.VALUE.code()), Map.of(), false);
    }

    static ValueForm of(View view, Observation observation) {
        Map<String, String> fields = new HashMap<>();
        fields.put("period", observation.period().text());
        fields.put("territory", observation.series().territory());
        fields.put("breakdown", observation.series().breakdownText());
        fields.put("state", observation.state().code());
        fields.put("value", observation.value() == null ? "" : Numbers.write(view, observation.value()));
        fields.put("source", observation.source());
        fields.put("sourceUrl", observation.sourceUrl());
        fields.put("note", observation.note());
        return new ValueForm(fields, Map.of(), true);
    }

    static ValueForm of(HttpServletRequest request, View view, boolean correction) {
        Map<String, String> fields = new HashMap<>();
        for (String name : NAMES) {
            String text = request.getParameter(name);
            fields.put(
                    name,
                    text == null ? "" : text.replaceAll("[\\p{Cc}\\s]+", " ").strip());
        }
        ValueForm form = new ValueForm(fields, new LinkedHashMap<>(), correction);
        form.check(view);
        return form;
    }

    private void check(View view) {
        if (Period.parse(of("period")).isEmpty()) {
            errors.put("period", view.msg("indicators.import.problem.period", of("period")));
        }
        if (of("territory").length() > CODE) {
            errors.put("territory", view.msg("indicators.import.problem.long", CODE));
        }
        if (breakdown().isEmpty()) {
            errors.put("breakdown", view.msg("indicators.import.problem.breakdown"));
        }
        boolean value = of("state").equals(State.VALUE.code());
        if (state().isEmpty()) {
            errors.put("state", view.msg("indicators.desk.error.choose"));
        } else if (value && of("value").isEmpty()) {
            errors.put("value", view.msg("indicators.import.problem.noValue"));
        } else if (value && Numbers.read(view, of("value")).isEmpty()) {
            errors.put("value", view.msg("indicators.desk.error.number"));
        } else if (!value && !of("value").isEmpty()) {
            errors.put("value", view.msg("indicators.desk.error.valueToo"));
        }
        if (!of("sourceUrl").isEmpty() && !of("sourceUrl").matches("https?://\\S+")) {
            errors.put("sourceUrl", view.msg("indicators.import.problem.address"));
        }
        for (String name : List.of("source", "sourceUrl", "note", "breakdown")) {
            if (of(name).length() > TEXT) {
                errors.put(name, view.msg("indicators.import.problem.long", TEXT));
            }
        }
    }

    private Optional<State> state() {
        return List.of(State.values()).stream()
                .filter(state -> state.code().equals(of("state")))
                .findFirst();
    }

    private Optional<Map<String, String>> breakdown() {
        try {
            return Optional.of(Series.breakdown(of("breakdown")));
        } catch (IllegalArgumentException notPairs) {
            return Optional.empty();
        }
    }

    /** The value as the form says; to be asked for without errors. */
    Recorded recorded(View view, String indicator) {
        State state = state().orElseThrow();
        return new Recorded(
                series(indicator).orElseThrow(),
                Period.parse(of("period")).orElseThrow(),
                state,
                state == State.VALUE ? Numbers.read(view, of("value")).orElseThrow() : null,
                of("source"),
                of("sourceUrl"),
                of("note"));
    }

    /** What it is the value of, as far as that can be read. */
    Optional<Series> series(String indicator) {
        return breakdown().map(pairs -> Series.of(indicator, of("territory"), pairs));
    }
}
