// SPDX-License-Identifier: Apache-2.0
package org.cabildo.networks.comparison;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.cabildo.indicators.Observation;
import org.cabildo.indicators.Period;

/** What a network asks its members for: a measure of an edition that it published or froze. */
public record Asked(Edition edition, Measure measure) {

    /**
     * Which of an indicator's observations answers the question: the one of the measure's own period, or else the newest
     * that is not later than the edition's period, or than the year in which the edition was frozen.
     */
    public Optional<Observation> answer(Collection<Observation> observations) {
        return observations.stream()
                .filter(observation -> fits(observation.period()))
                .max(Comparator.comparing(Observation::period));
    }

    private boolean fits(Period period) {
        if (!measure.period().isEmpty()) {
            return period.text().equals(measure.period());
        }
        if (!edition.period().isEmpty()) {
            return notLater(period, new Period(edition.period()));
        }
        return edition.frozenAt() == null
                || period.year()
                        <= edition.frozenAt().atZone(java.time.ZoneOffset.UTC).getYear();
    }

    private static boolean notLater(Period period, Period last) {
        boolean wholeYear = last.text().matches("[0-9]{4}(-[0-9]{4})?");
        return period.year() < last.year()
                || (period.year() == last.year() && (wholeYear || period.compareTo(last) <= 0));
    }
}
