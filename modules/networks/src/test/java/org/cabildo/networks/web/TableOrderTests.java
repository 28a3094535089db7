// SPDX-License-Identifier: Apache-2.0
package org.cabildo.networks.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cabildo.indicators.Direction;
import org.cabildo.networks.comparison.Entity;
import org.cabildo.networks.comparison.Ranking;
import org.junit.jupiter.api.Test;

class TableOrderTests {

    private static final Locale SPANISH = Locale.forLanguageTag("es-BO");
    private static final List<Entity> ALL = List.of(
            new Entity("1", "Ñuñoa", "", 30, ""),
            new Entity("2", "Oruro", "", null, ""),
            new Entity("3", "Nazareno", "", 10, ""),
            new Entity("4", "Zudáñez", "", 20, ""));
    private static final Ranking RANKING =
            Ranking.of(ALL, Map.of("1", BigDecimal.ONE, "2", BigDecimal.TEN, "3", BigDecimal.TWO), Direction.UP);

    @Test
    void followsTheRanksUnlessAskedOtherwise() {
        assertThat(names("")).containsExactly("Oruro", "Nazareno", "Ñuñoa", "Zudáñez");
        assertThat(names("nonsense")).isEqualTo(names(""));
    }

    @Test
    void turnsRanksRoundAndLeavesWhoHasNoValueAtTheEnd() {
        assertThat(names("-rank")).containsExactly("Ñuñoa", "Nazareno", "Oruro", "Zudáñez");
    }

    @Test
    void ordersNamesAsPeopleDo() {
        assertThat(names("name")).containsExactly("Nazareno", "Ñuñoa", "Oruro", "Zudáñez");
        assertThat(names("-name")).containsExactly("Zudáñez", "Oruro", "Ñuñoa", "Nazareno");
    }

    @Test
    void ordersByInhabitantsWithUnknownOnesAtTheEnd() {
        assertThat(names("people")).containsExactly("Nazareno", "Zudáñez", "Ñuñoa", "Oruro");
        assertThat(names("-people")).containsExactly("Ñuñoa", "Zudáñez", "Nazareno", "Oruro");
    }

    private static List<String> names(String sort) {
        return TableOrder.of(sort).sorted(RANKING.places(), Map.of(), SPANISH).stream()
                .map(place -> place.entity().name())
                .toList();
    }
}
