// SPDX-License-Identifier: Apache-2.0
package org.cabildo.networks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.cabildo.indicators.Indicators;
import org.cabildo.indicators.Observation.Recorded;
import org.cabildo.indicators.Observation.State;
import org.cabildo.indicators.Period;
import org.cabildo.indicators.Series;
import org.cabildo.networks.comparison.Edition;
import org.cabildo.networks.comparison.EditionRefused;
import org.cabildo.networks.comparison.EditionRefused.Reason;
import org.cabildo.networks.comparison.Editions;
import org.cabildo.networks.comparison.Measure;
import org.cabildo.platform.Actor;
import org.cabildo.platform.manifest.Folder;
import org.cabildo.platform.manifest.ManifestRefused;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class EditionsTests extends NetworkTest {

    private static final String NEXT = "edicion-2026";
    private static final String WATER = "agua-potable";

    private final Editions editions;
    private final Indicators indicators;

    @Autowired
    EditionsTests(Editions editions, Indicators indicators) {
        this.editions = editions;
        this.indicators = indicators;
    }

    @Test
    void startsTheNextEditionFromACopy() {
        create("", EDITION);

        assertThat(measures(NEXT)).isEqualTo(measures(EDITION));
        assertThat(edition(NEXT).published()).isFalse();
        assertThat(edition(NEXT).order()).isEqualTo(2);
    }

    @Test
    void asksMembersNothingForADraft() {
        create("", EDITION);
        assertThat(asked()).doesNotContain(NEXT);

        run(network, () -> editions.freeze(network, NEXT, ROSA));
        assertThat(asked()).contains(NEXT);
        waitFor(() -> figures(NEXT, WATER).size() == 5);
        assertThat(as(network, () -> comparisons.edition(network, NEXT))).isEmpty();
    }

    @Test
    void keepsAFrozenEditionAsItIs() {
        create("", EDITION);
        run(network, () -> editions.freeze(network, NEXT, ROSA));
        List<Measure> before = measures(NEXT);
        Measure water = before.stream()
                .filter(measure -> measure.code().equals(WATER))
                .findFirst()
                .orElseThrow();

        refused(Reason.FROZEN, () -> editions.put(network, NEXT, water.withOrder(9), ROSA));
        refused(Reason.FROZEN, () -> editions.move(network, NEXT, WATER, -1, ROSA));
        refused(Reason.FROZEN, () -> editions.removeMeasure(network, NEXT, WATER, ROSA));
        refused(Reason.FROZEN, () -> editions.change(network, named("Otra", "2019"), ROSA));
        refused(Reason.FROZEN, () -> editions.freeze(network, NEXT, ROSA));
        assertThat(measures(NEXT)).isEqualTo(before);
    }

    @Test
    void removesAnEditionOnlyWhileNobodySeesIt() {
        refused(Reason.PUBLISHED, () -> editions.remove(network, EDITION, ROSA));

        run(network, () -> editions.publish(network, EDITION, false, ROSA));
        waitFor(() -> figures(WATER).isEmpty());
        run(network, () -> editions.remove(network, EDITION, ROSA));
        assertThat(as(network, () -> editions.find(network, EDITION))).isEmpty();
    }

    @Test
    void publishesNothingWithoutMeasures() {
        create("", null);

        refused(Reason.WITHOUT_MEASURES, () -> editions.publish(network, NEXT, true, ROSA));
        refused(Reason.WITHOUT_MEASURES, () -> editions.freeze(network, NEXT, ROSA));
        refused(Reason.SLUG_TAKEN, () -> editions.create(network, named("Otra", ""), null, ROSA));
    }

    @Test
    void ordersMeasuresWithoutGaps() {
        create("", EDITION);
        run(network, () -> editions.move(network, NEXT, WATER, -100, ROSA));
        run(network, () -> editions.removeMeasure(network, NEXT, "homicidios", ROSA));

        assertThat(measures(NEXT)).first().extracting(Measure::code).isEqualTo(WATER);
        assertThat(measures(NEXT))
                .extracting(Measure::order)
                .startsWith(1, 2, 3)
                .endsWith(18, 19);
    }

    @Test
    void takesTheNewestFigureUpToItsPeriod() {
        record("2021", "97.1");
        record("2025", "99.9");
        create("2021", EDITION);
        run(network, () -> editions.publish(network, NEXT, true, ROSA));

        waitFor(() -> shows(NEXT, WATER, LA_PAZ));
        assertThat(value(NEXT)).isEqualByComparingTo("97.1");
        waitFor(() -> value(EDITION).compareTo(new BigDecimal("99.9")) == 0);
    }

    @Test
    void comesBackFromItsManifestAsItWas() {
        create("2021", EDITION);
        run(network, () -> editions.freeze(network, NEXT, ROSA));
        Edition before = edition(NEXT);

        Folder exported = manifests.export("amb");
        assertThat(exported.text("comparison/editions.yaml").orElseThrow()).contains("frozen: ", "period: \"2021\"");
        assertThat(manifests.apply(exported, Actor.SYSTEM)).isEmpty();
        assertThat(edition(NEXT)).isEqualTo(before);
    }

    @Test
    void refusesAManifestThatChangesWhatItSaysIsFrozen() {
        run(network, () -> editions.freeze(network, EDITION, ROSA));
        Folder exported = manifests.export("amb");
        Folder changed = new Folder();
        exported.all().forEach(changed::put);
        changed.put(
                "comparison/editions.yaml",
                exported.text("comparison/editions.yaml").orElseThrow().replace("direction: down", "direction: up"));

        assertThatThrownBy(() -> manifests.apply(changed, Actor.SYSTEM))
                .isInstanceOf(ManifestRefused.class)
                .hasMessageContaining("frozen");
        assertThat(manifests.apply(exported, Actor.SYSTEM)).isEmpty();
    }

    @Test
    void isNobodyElsesToReadOrChange() {
        assertThat(as(laPaz, () -> editions.all(laPaz))).isEmpty();
        assertThat(as(laPaz, () -> editions.all(network))).isEmpty();
        assertThatThrownBy(() -> run(laPaz, () -> editions.publish(network, EDITION, false, ROSA)))
                .isInstanceOf(org.springframework.dao.DataAccessException.class);
        assertThat(edition(EDITION).published()).isTrue();
    }

    private void create(String period, String copyOf) {
        run(network, () -> editions.create(network, named("Edición 2026", period), copyOf, ROSA));
    }

    private static Edition named(String name, String period) {
        return new Edition(NEXT, Map.of("es", name), Map.of(), true, 0, false, period, null);
    }

    private void record(String period, String value) {
        Recorded recorded = new Recorded(
                Series.headline(WATER), new Period(period), State.VALUE, new BigDecimal(value), "", "", "");
        run(laPaz, () -> indicators.record(laPaz, List.of(recorded), ROSA));
    }

    private BigDecimal value(String edition) {
        return figures(edition, WATER).stream()
                .filter(figure -> figure.entity().equals(LA_PAZ))
                .findFirst()
                .orElseThrow()
                .value();
    }

    private void refused(Reason reason, Runnable change) {
        assertThatThrownBy(() -> run(network, change))
                .isInstanceOf(EditionRefused.class)
                .hasMessage(reason.name());
    }

    private List<Measure> measures(String edition) {
        return as(network, () -> editions.measures(network, edition));
    }

    private Edition edition(String slug) {
        return as(network, () -> editions.find(network, slug)).orElseThrow();
    }

    private List<String> asked() {
        return as(network, () -> editions.asked(network)).stream()
                .map(asked -> asked.edition().slug())
                .distinct()
                .toList();
    }
}
