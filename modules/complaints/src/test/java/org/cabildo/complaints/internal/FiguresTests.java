// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.YearMonth;
import org.cabildo.complaints.ComplaintsTest;
import org.cabildo.complaints.RequestFigures;
import org.cabildo.complaints.RequestFigures.By;
import org.cabildo.complaints.RequestFigures.Line;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Numbers that the public sees. */
class FiguresTests extends ComplaintsTest {

    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);

    private final RequestFigures figures;
    private final Folding folding;

    @Autowired
    FiguresTests(RequestFigures figures, Folding folding) {
        this.figures = figures;
        this.folding = folding;
    }

    private Line of(String agency) {
        folding.fold(town);
        return as(town, () -> figures.lines(town, By.AGENCY, NOVEMBER, NOVEMBER)).stream()
                .filter(line -> line.code().equals(agency))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void countWhatCameAndWhatWasClosedInTheSpan() {
        for (int i = 0; i < 6; i++) {
            long id = send(report("alumbrado")).id();
            clock.advance(Duration.ofHours(10));
            move(id, "resuelto", "");
        }
        send(report("alumbrado"));
        send(report("acera"));

        Line lights = of("alumbrado");

        assertThat(lights.received()).isEqualTo(7);
        assertThat(lights.closed()).isEqualTo(6);
        assertThat(lights.open()).isEqualTo(1);
        assertThat(lights.medianHours()).isCloseTo(10.0, within(0.6));
        assertThat(lights.p90Hours()).isCloseTo(10.0, within(0.6));
        assertThat(as(town, () -> figures.lines(town, By.ALL, NOVEMBER, NOVEMBER)))
                .singleElement()
                .satisfies(all -> assertThat(all.received()).isEqualTo(8));
        assertThat(as(town, () -> figures.months(town, NOVEMBER.minusMonths(1), NOVEMBER)))
                .extracting(RequestFigures.Month::received)
                .containsExactly(0L, 8L);
    }

    @Test
    void sayNothingOfFewPeople() {
        long id = send(report("acera")).id();
        move(id, "resuelto", "");

        Line works = of("obras");

        assertThat(works.closed()).isEqualTo(1);
        assertThat(works.medianHours()).isNull();
        assertThat(works.rating()).isNull();
    }
}
