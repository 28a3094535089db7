// SPDX-License-Identifier: Apache-2.0
package org.cabildo.networks.desk;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cabildo.networks.comparison.Consents.Consent;
import org.cabildo.platform.Site;
import org.cabildo.platform.web.Moment;
import org.cabildo.platform.web.NavLink;
import org.cabildo.platform.web.Option;
import org.cabildo.platform.web.Tone;
import org.cabildo.platform.web.View;

/**
 * What a municipality decides about one network.
 *
 * @param lines all indicators, whatever is filtered
 */
public record ConsentPage(Site network, String address, List<ConsentLine> lines) {

    public long granted() {
        return lines.stream().filter(ConsentLine::granted).count();
    }

    public long asked() {
        return lines.stream().filter(ConsentLine::asked).count();
    }

    public long open() {
        return lines.stream()
                .filter(line -> line.state() == ConsentLine.State.OPEN)
                .count();
    }

    /** Whether the network compares at all at present. */
    public boolean comparing() {
        return network.has("comparisons");
    }

    List<ConsentLine> filtered(String state, String edition) {
        return lines.stream()
                .filter(line -> state.isEmpty() || line.state().code().equals(state))
                .filter(line -> edition.isEmpty() || line.editions().contains(edition))
                .toList();
    }

    /** The lines that an act is about: those that are not yet as it wants. */
    List<ConsentLine> concerned(Act act, Collection<String> codes, boolean all) {
        return lines.stream()
                .filter(line -> all || codes.contains(line.code()))
                .filter(line -> act == Act.GRANT ? line.asked() && !line.granted() : line.granted())
                .toList();
    }

    List<Option> editions() {
        return lines.stream()
                .flatMap(line -> line.editions().stream())
                .distinct()
                .map(name -> Option.of(name, name))
                .toList();
    }

    static List<Option> states(View view) {
        return Stream.of(ConsentLine.State.values())
                .map(state -> Option.of(state.code(), view.msg("networks.consent.state." + state.code())))
                .toList();
    }

    static List<NavLink> chips(View view, String state, String edition) {
        List<NavLink> chips = new ArrayList<>();
        states(view).stream()
                .filter(option -> option.value().equals(state))
                .forEach(option -> chips.add(new NavLink(option.label(), view.with("estado", null), "", false)));
        if (!edition.isEmpty()) {
            chips.add(new NavLink(edition, view.with("edicion", null), "", false));
        }
        return chips;
    }

    /** What can be done. */
    enum Act {
        GRANT("permitir"),
        WITHDRAW("retirar");

        private final String path;

        Act(String path) {
            this.path = path;
        }

        String path() {
            return path;
        }

        static Act of(String path) {
            return path.equals(GRANT.path) ? GRANT : WITHDRAW;
        }
    }

    /** A decision at one moment. */
    private record Decision(java.time.Instant at, String who, boolean given) {}

    /** What was decided, newest first; what somebody decided at once stands together. */
    static List<Moment> history(View view, List<Consent> consents, Map<String, String> names) {
        Map<Decision, List<String>> decisions = new LinkedHashMap<>();
        for (Consent consent : consents) {
            String name = names.getOrDefault(consent.indicator(), consent.indicator());
            decisions
                    .computeIfAbsent(
                            new Decision(consent.grantedAt(), consent.grantedBy(), true), key -> new ArrayList<>())
                    .add(name);
            if (consent.withdrawnAt() != null) {
                decisions
                        .computeIfAbsent(
                                new Decision(consent.withdrawnAt(), consent.withdrawnBy(), false),
                                key -> new ArrayList<>())
                        .add(name);
            }
        }
        return decisions.entrySet().stream()
                .sorted((one, other) ->
                        other.getKey().at().compareTo(one.getKey().at()))
                .map(entry -> moment(view, entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Moment moment(View view, Decision decision, List<String> names) {
        String who = decision.who().equals("system") ? view.msg("networks.consent.system") : decision.who();
        return new Moment(
                view.msg(decision.given() ? "networks.consent.gave" : "networks.consent.took", names.size()),
                decision.at(),
                String.join(", ", names.stream().sorted().toList()),
                who,
                decision.given() ? Tone.GOOD : Tone.WARNING);
    }
}
