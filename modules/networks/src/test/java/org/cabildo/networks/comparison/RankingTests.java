// SPDX-License-Identifier: Apache-2.0
package org.cabildo.networks.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.cabildo.indicators.Direction;
import org.junit.jupiter.api.Test;

class RankingTests {

    private static final List<Entity> FOUR =
            List.of(entity("1", "Ana"), entity("2", "Bea"), entity("3", "Cia"), entity("4", "Dea"));

    @Test
    void givesEqualValuesTheSameRankAndSkipsTheNext() {
        Ranking ranking = Ranking.of(FOUR, values("10", "20", "20", "5"), Direction.UP);

        assertThat(ranking.places()).extracting(Ranking.Place::rank).containsExactly(1, 1, 3, 4);
        assertThat(ranking.places()).extracting(Ranking.Place::tied).containsExactly(true, true, false, false);
        assertThat(ranking.places()).extracting(place -> place.entity().name()).startsWith("Bea", "Cia");
    }

    @Test
    void putsTheLowestFirstWhereLessIsBetter() {
        Ranking ranking = Ranking.of(FOUR, values("10", "20", "20", "5"), Direction.DOWN);

        assertThat(ranking.places().getFirst().entity().name()).isEqualTo("Dea");
    }

    @Test
    void leavesThoseWithoutAValueWithoutARank() {
        Ranking ranking = Ranking.of(FOUR, Map.of("2", BigDecimal.ZERO, "4", BigDecimal.ONE), Direction.UP);

        assertThat(ranking.ranked()).isEqualTo(2);
        assertThat(ranking.place("2"))
                .hasValueSatisfying(place -> assertThat(place.rank()).isEqualTo(2));
        assertThat(ranking.place("1")).hasValueSatisfying(place -> {
            assertThat(place.rank()).isZero();
            assertThat(place.value()).isNull();
        });
    }

    @Test
    void ranksExactValuesNotRoundedOnes() {
        Ranking ranking = Ranking.of(FOUR, values("3.04", "3.0", "3.00", "1"), Direction.UP);

        assertThat(ranking.places()).extracting(Ranking.Place::rank).containsExactly(1, 2, 2, 4);
    }

    @Test
    void takesTheMeanOfTheTwoInTheMiddleAsMedian() {
        assertThat(Ranking.of(FOUR, values("1", "2", "4", "9"), Direction.UP).median())
                .hasValueSatisfying(median -> assertThat(median).isEqualByComparingTo("3"));
        assertThat(Ranking.of(FOUR, Map.of(), Direction.UP).median()).isEmpty();
    }

    @Test
    void tellsMunicipalitiesOfTheSameNameApartByCode() {
        List<Entity> twins = List.of(
                new Entity("031601", "Entre Ríos", "Cochabamba", 1, ""),
                new Entity("060601", "Entre Ríos", "Tarija", 1, ""));

        Ranking ranking = Ranking.of(twins, Map.of("031601", BigDecimal.ONE, "060601", BigDecimal.TEN), Direction.UP);

        assertThat(ranking.places())
                .extracting(place -> place.entity().region())
                .containsExactly("Tarija", "Cochabamba");
    }

    static Entity entity(String code, String name) {
        return new Entity(code, name, "", null, "");
    }

    private static Map<String, BigDecimal> values(String one, String two, String three, String four) {
        return Map.of(
                "1",
                new BigDecimal(one),
                "2",
                new BigDecimal(two),
                "3",
                new BigDecimal(three),
                "4",
                new BigDecimal(four));
    }
}
