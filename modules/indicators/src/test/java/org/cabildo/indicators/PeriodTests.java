// SPDX-License-Identifier: Apache-2.0
package org.cabildo.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTests {

    @ParameterizedTest
    @CsvSource({
        "2017, 2017",
        "2014-17, 2014-2017",
        "2014/17, 2014-2017",
        "2008–2012, 2008-2012",
        "2024T3, 2024-Q3",
        "2024-q3, 2024-Q3",
        "2024-s1, 2024-S1",
        "2024-07, 2024-07",
        "2024-07-31, 2024-07-31"
    })
    void readsWhatClerksWrite(String written, String period) {
        assertThat(Period.parse(written)).contains(new Period(period));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "17", "2024-13", "2024-07-32", "enero", "2024-Q5", "20245"})
    void refusesWhatIsNoPeriod(String written) {
        assertThat(Period.parse(written)).isEmpty();
        assertThatThrownBy(() -> new Period(written)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void knowsTheLastYearOfASpan() {
        assertThat(new Period("2014-2017").year()).isEqualTo(2017);
        assertThat(new Period("2024-07").year()).isEqualTo(2024);
    }

    @Test
    void followsTimeWithinAKind() {
        assertThat(Stream.of("2024-10", "2023-12", "2024-02")
                        .map(Period::new)
                        .sorted()
                        .map(Period::text))
                .isEqualTo(List.of("2023-12", "2024-02", "2024-10"));
    }
}
