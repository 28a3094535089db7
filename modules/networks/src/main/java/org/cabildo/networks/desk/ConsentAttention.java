// SPDX-License-Identifier: Apache-2.0
package org.cabildo.networks.desk;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.cabildo.networks.Members;
import org.cabildo.networks.comparison.Answers;
import org.cabildo.networks.comparison.Consents;
import org.cabildo.platform.Site;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.web.Attention;
import org.cabildo.platform.web.AttentionSource;
import org.cabildo.platform.web.Tone;
import org.cabildo.platform.web.View;
import org.springframework.stereotype.Component;

/** Tells who decides that a network asks for something that nobody decided on yet. */
@Component
class ConsentAttention implements AttentionSource {

    private final Members members;
    private final Answers answers;
    private final Consents consents;

    ConsentAttention(Members members, Answers answers, Consents consents) {
        this.members = members;
        this.answers = answers;
        this.consents = consents;
    }

    @Override
    public String module() {
        return "consents";
    }

    @Override
    public List<Attention> attention(View view) {
        return view.can(ConsentDesk.PERMISSION)
                ? members.networksOf(view.site()).stream()
                        .filter(network -> network.has("comparisons"))
                        .flatMap(network -> waiting(view, network).stream())
                        .toList()
                : List.of();
    }

    private List<Attention> waiting(View view, Site network) {
        TenantId member = view.site().requireTenant();
        Set<String> decided = consents.to(member, network.slug()).stream()
                .map(Consents.Consent::indicator)
                .collect(Collectors.toSet());
        long open = answers.of(view.site(), network).stream()
                .filter(answer -> answer.indicator() != null && !decided.contains(answer.code()))
                .map(Answers.Answer::code)
                .distinct()
                .count();
        return open == 0
                ? List.of()
                : List.of(new Attention(
                        view.msg("networks.consent.attention", open, network.name()),
                        ConsentDesk.PATH + "/" + network.slug() + "?estado=abierto",
                        view.msg("networks.consent.decide"),
                        Tone.INFO));
    }
}
