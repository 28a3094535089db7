// SPDX-License-Identifier: Apache-2.0
package org.cabildo.networks.internal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.cabildo.indicators.Indicator;
import org.cabildo.indicators.Indicators;
import org.cabildo.indicators.Observation;
import org.cabildo.networks.comparison.Answers;
import org.cabildo.networks.comparison.Asked;
import org.cabildo.networks.comparison.Editions;
import org.cabildo.platform.Site;
import org.cabildo.platform.TenantContext;
import org.cabildo.platform.TenantId;
import org.springframework.stereotype.Component;

/** Asks the network for its questions as the network, and the municipality for its answers as the municipality. */
@Component
class StoredAnswers implements Answers {

    private final Editions editions;
    private final Indicators indicators;

    StoredAnswers(Editions editions, Indicators indicators) {
        this.editions = editions;
        this.indicators = indicators;
    }

    @Override
    public List<Asked> asked(Site network) {
        TenantId tenant = network.requireTenant();
        return TenantContext.get(tenant, () -> editions.asked(tenant));
    }

    @Override
    public List<Answer> of(Site municipality, Site network) {
        List<Asked> asked = asked(network);
        return municipality.has("indicators")
                ? TenantContext.get(municipality.requireTenant(), () -> answers(municipality.requireTenant(), asked))
                : List.of();
    }

    private List<Answer> answers(TenantId municipality, List<Asked> asked) {
        Set<String> codes = asked.stream().map(one -> one.measure().code()).collect(Collectors.toSet());
        Map<String, Indicator> known = indicators.all(municipality, false).stream()
                .filter(indicator -> codes.contains(indicator.code()))
                .collect(Collectors.toMap(Indicator::code, indicator -> indicator));
        Map<String, List<Observation>> observed = indicators.headlines(municipality, known.keySet()).stream()
                .collect(Collectors.groupingBy(
                        observation -> observation.series().indicator()));
        return asked.stream()
                .map(one -> new Answer(
                        one,
                        known.get(one.measure().code()),
                        one.answer(observed.getOrDefault(one.measure().code(), List.of()))
                                .orElse(null)))
                .toList();
    }
}
