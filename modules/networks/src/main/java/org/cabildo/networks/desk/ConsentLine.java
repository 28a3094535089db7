// SPDX-License-Identifier: Apache-2.0
package org.cabildo.networks.desk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cabildo.indicators.Indicator;
import org.cabildo.indicators.Observation;
import org.cabildo.networks.comparison.Answers.Answer;
import org.cabildo.networks.comparison.Asked;
import org.cabildo.networks.comparison.Consents.Consent;
import org.cabildo.networks.comparison.Measure;
import org.cabildo.platform.web.Tone;
import org.cabildo.platform.web.View;
import org.jspecify.annotations.Nullable;

/**
 * An indicator that a network asks for, or that it was let show once, with what was decided.
 *
 * @param editions names of the editions that ask for it; empty: none does any more
 * @param shown what readers of the network would see, one for each different answer
 * @param state what was decided
 * @param consent the last decision, or null
 */
public record ConsentLine(
        String code,
        String name,
        Set<String> editions,
        List<Shown> shown,
        State state,
        @Nullable Consent consent) {

    /** What was decided. */
    public enum State {
        OPEN("abierto", Tone.NEUTRAL),
        GRANTED("permitido", Tone.GOOD),
        WITHDRAWN("retirado", Tone.WARNING);

        private final String code;
        private final Tone tone;

        State(String code, Tone tone) {
            this.code = code;
            this.tone = tone;
        }

        public String code() {
            return code;
        }

        public Tone tone() {
            return tone;
        }
    }

    /**
     * A value as the network shows it.
     *
     * @param value the value with its unit, or words that say why there is none
     * @param exact the value in full, or empty
     * @param edition name of the edition, where editions take different values
     */
    public record Shown(
            String value, String exact, String unit, String period, String source, String edition, boolean figure) {

        private Shown in(String name) {
            return new Shown(value, exact, unit, period, source, name, figure);
        }
    }

    public boolean granted() {
        return state == State.GRANTED;
    }

    public boolean asked() {
        return !editions.isEmpty();
    }

    /** Lines in the order in which they are asked; after them consents that stand for something not asked any more. */
    static List<ConsentLine> of(View view, List<Asked> asked, List<Answer> answers, List<Consent> consents) {
        Map<String, Consent> latest = new LinkedHashMap<>();
        consents.forEach(consent -> latest.merge(
                consent.indicator(), consent, (one, other) -> one.standing() || !other.standing() ? one : other));
        Map<String, List<Asked>> byCode = new LinkedHashMap<>();
        asked.forEach(one -> byCode.computeIfAbsent(one.measure().code(), code -> new ArrayList<>())
                .add(one));
        List<ConsentLine> lines = new ArrayList<>();
        byCode.forEach((code, questions) -> lines.add(line(view, code, questions, answers, latest.remove(code))));
        latest.values().stream()
                .filter(Consent::standing)
                .map(consent -> new ConsentLine(
                        consent.indicator(), consent.indicator(), Set.of(), List.of(), State.GRANTED, consent))
                .forEach(lines::add);
        return lines;
    }

    private static ConsentLine line(
            View view, String code, List<Asked> questions, List<Answer> answers, @Nullable Consent consent) {
        Set<String> editions = new LinkedHashSet<>();
        Map<Shown, String> shown = new LinkedHashMap<>();
        for (Asked question : questions) {
            String edition = view.localised(question.edition().name());
            editions.add(edition);
            answers.stream()
                    .filter(answer -> answer.asked().equals(question))
                    .forEach(answer -> shown.putIfAbsent(shown(view, answer), edition));
        }
        return new ConsentLine(
                code,
                view.localised(questions.getFirst().measure().name()),
                editions,
                shown.entrySet().stream()
                        .map(entry -> shown.size() == 1
                                ? entry.getKey()
                                : entry.getKey().in(entry.getValue()))
                        .toList(),
                consent == null ? State.OPEN : consent.standing() ? State.GRANTED : State.WITHDRAWN,
                consent);
    }

    private static Shown shown(View view, Answer answer) {
        Indicator indicator = answer.indicator();
        Observation observation = answer.observation();
        Measure measure = answer.asked().measure();
        String unit = view.localised(measure.unit());
        if (indicator == null || observation == null) {
            String why = indicator == null ? "networks.consent.noIndicator" : "networks.consent.noValue";
            return new Shown(view.msg(why), "", unit, "", "", "", false);
        }
        String source = observation.source().isEmpty() ? indicator.source() : observation.source();
        String period = observation.period().text();
        if (observation.value() == null) {
            boolean missing = observation.state() == Observation.State.MISSING;
            String why = missing ? "networks.noData" : "networks.notApplicable";
            return new Shown(view.msg(why), "", unit, period, source, "", false);
        }
        return new Shown(
                view.number(observation.value(), measure.decimals()),
                observation.value().toPlainString(),
                unit,
                period,
                source,
                "",
                true);
    }
}
