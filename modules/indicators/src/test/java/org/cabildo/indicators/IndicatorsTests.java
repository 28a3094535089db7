// SPDX-License-Identifier: Apache-2.0
package org.cabildo.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cabildo.indicators.Towns.RITA;
import static org.cabildo.indicators.Towns.as;

import cabildo.testkit.EmbeddedDatabase;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import org.cabildo.indicators.Observation.Recorded;
import org.cabildo.indicators.Observation.State;
import org.cabildo.platform.Actor;
import org.cabildo.platform.Audit;
import org.cabildo.platform.Sites;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.manifest.Folder;
import org.cabildo.platform.manifest.ManifestRefused;
import org.cabildo.platform.search.SearchSource;
import org.cabildo.tenancy.Manifests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest(classes = IndicatorsApplication.class)
@EmbeddedDatabase(migrated = {"tenancy", "indicators"})
class IndicatorsTests {

    private static final Series WATER = Series.headline("agua");

    private final Indicators indicators;
    private final Manifests manifests;
    private final Sites sites;
    private final Audit audit;
    private final List<SearchSource> sources;
    private TenantId here = new TenantId(1);
    private TenantId there = new TenantId(2);

    @Autowired
    IndicatorsTests(Indicators indicators, Manifests manifests, Sites sites, Audit audit, List<SearchSource> sources) {
        this.indicators = indicators;
        this.manifests = manifests;
        this.sites = sites;
        this.audit = audit;
        this.sources = sources;
    }

    @BeforeEach
    void startWithTwoTownsAndOneIndicator() throws IOException {
        here = town("aqui");
        there = town("alla");
        as(here, () -> {
            indicators.all(here, true).forEach(old -> indicators.remove(here, old.code(), RITA));
            indicators.save(here, water(true), RITA);
            return null;
        });
    }

    @Test
    void keepsEveryVersionOfAValue() {
        record(value("2020", "61.2"));
        Instant before = Instant.now();
        record(value("2020", "63.0"));

        assertThat(as(here, () -> indicators.observations(here, "agua", null)))
                .singleElement()
                .satisfies(now -> {
                    assertThat(now.value()).isEqualByComparingTo("63.0");
                    assertThat(now.version()).isEqualTo(2);
                    assertThat(now.author()).isEqualTo("Rita");
                });
        assertThat(as(here, () -> indicators.observations(here, "agua", before)))
                .singleElement()
                .satisfies(then -> assertThat(then.value()).isEqualByComparingTo("61.2"));
        assertThat(as(here, () -> indicators.history(here, WATER, new Period("2020"))))
                .extracting(Observation::version)
                .containsExactly(2, 1);
    }

    @Test
    void changesNothingWhenTheSameValueComesAgain() {
        assertThat(record(value("2020", "61.2"))).isEqualTo(1);
        assertThat(record(value("2020", "61.20"))).isZero();
    }

    @Test
    void tellsMissingFromZeroAndFromNotApplicable() {
        record(
                value("2019", "0"),
                new Recorded(WATER, new Period("2020"), State.MISSING, null, "", "", ""),
                new Recorded(WATER, new Period("2021"), State.NOT_APPLICABLE, null, "", "", ""));

        assertThat(as(here, () -> indicators.observations(here, "agua", null)))
                .extracting(Observation::state)
                .containsExactly(State.VALUE, State.MISSING, State.NOT_APPLICABLE);
        assertThatThrownBy(() -> new Recorded(WATER, new Period("2020"), State.VALUE, null, "", "", ""))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesValuesOfAnIndicatorThatDoesNotExist() {
        Recorded stray =
                new Recorded(Series.headline("aire"), new Period("2020"), State.VALUE, BigDecimal.ONE, "", "", "");

        assertThatThrownBy(() -> record(value("2020", "1"), stray)).isInstanceOf(NoSuchElementException.class);
        assertThat(as(here, () -> indicators.observations(here, "agua", null))).isEmpty();
    }

    @Test
    void keepsDisaggregatedSeriesApart() {
        record(
                value("2020", "61"),
                new Recorded(
                        Series.of("agua", "", Map.of("sexo", "mujeres")),
                        new Period("2020"),
                        State.VALUE,
                        new BigDecimal("62"),
                        "",
                        "",
                        ""));

        assertThat(as(here, () -> indicators.observations(here, "agua", null))).hasSize(2);
        assertThat(as(here, () -> indicators.headlines(here, List.of("agua")))).hasSize(1);
    }

    @Test
    void recordsThousandsOfValuesInOneGo() {
        List<Recorded> many = new ArrayList<>();
        IntStream.range(0, 2500)
                .forEach(i -> many.add(new Recorded(
                        Series.of("agua", "z" + i, Map.of()),
                        new Period("2020"),
                        State.VALUE,
                        BigDecimal.valueOf(i),
                        "",
                        "",
                        "")));

        assertThat(as(here, () -> indicators.record(here, many, RITA))).isEqualTo(2500);
        assertThat(as(here, () -> indicators.record(here, many, RITA))).isZero();
    }

    @Test
    void hidesEverythingFromOtherTenants() {
        record(value("2020", "61.2"));

        assertThat(as(there, () -> indicators.observations(there, "agua", null)))
                .isEmpty();
        assertThat(as(there, () -> indicators.find(there, "agua"))).isEmpty();
        assertThatThrownBy(() -> as(there, () -> indicators.record(here, List.of(value("2020", "1")), RITA)))
                .isInstanceOf(RuntimeException.class);
        assertThat(as(here, () -> indicators.observations(here, "agua", null)))
                .singleElement()
                .satisfies(kept -> assertThat(kept.value()).isEqualByComparingTo("61.2"));
    }

    @Test
    void offersOnlyPublishedIndicatorsToSearch() {
        SearchSource search = sources.stream()
                .filter(source -> source.type().equals("indicator"))
                .findFirst()
                .orElseThrow();
        assertThat(as(here, () -> search.one(here, "agua")))
                .singleElement()
                .satisfies(document -> assertThat(document.path()).isEqualTo("/indicadores/agua"));

        as(here, () -> {
            indicators.save(here, water(false), RITA);
            return null;
        });

        assertThat(as(here, () -> search.one(here, "agua"))).isEmpty();
        assertThat(as(here, () -> search.all(here, "", 10))).isEmpty();
        assertThat(as(here, () -> indicators.all(here, false))).isEmpty();
    }

    @Test
    void writesDownWhoRecordedHowMuch() {
        record(value("2019", "60"), value("2020", "61.2"));

        Audit.Entry entry =
                as(here, () -> audit.ofTenant(here, Audit.Filter.ALL, null, 10)).getFirst();
        assertThat(entry.action()).isEqualTo("indicators.recorded");
        assertThat(entry.after()).contains("2");
    }

    @Test
    void exportsTheSampleTownsByteForByte() throws IOException {
        Folder folder = Towns.like("lapaz", "copia");
        Folder parts = Folder.read(Path.of("../../tenants/lapaz/indicators"));
        parts.all().forEach((file, content) -> folder.put("indicators/" + file, content));
        manifests.apply(folder, Actor.SYSTEM);

        Folder exported = manifests.export("copia");

        assertThat(exported.below("indicators/").keySet())
                .containsExactlyElementsOf(folder.below("indicators/").keySet());
        folder.below("indicators/")
                .keySet()
                .forEach(file -> assertThat(exported.text(file)).isEqualTo(folder.text(file)));
        assertThat(manifests.apply(folder, Actor.SYSTEM)).isEmpty();
    }

    @Test
    void takesAValueThatAManifestLeavesOutFromWhatIsKnownAndKeepsItsHistory() throws IOException {
        Folder folder = Towns.like("lapaz", "menos");
        Path part = Path.of("../../tenants/lapaz/indicators");
        folder.put("indicators/catalogue.yaml", Files.readAllBytes(part.resolve("catalogue.yaml")));
        String header = "indicator,territory,breakdown,period,state,value,source,sourceUrl,note\n";
        folder.put("indicators/observations.csv", header + "agua-potable,,,2017,value,99.3,,,\n");
        manifests.apply(folder, Actor.SYSTEM);
        TenantId town = sites.bySlug("menos").orElseThrow().requireTenant();

        folder.put("indicators/observations.csv", header + "agua-potable,,,2018,value,99.4,,,\n");
        manifests.apply(folder, Actor.SYSTEM);
        assertThat(as(town, () -> indicators.observations(town, "agua-potable", null)))
                .extracting(observation -> observation.period().text())
                .containsExactly("2018");

        folder.put("indicators/observations.csv", header + "agua-potable,,,2017,value,99.3,,,\n");
        manifests.apply(folder, Actor.SYSTEM);
        assertThat(as(town, () -> indicators.history(town, Series.headline("agua-potable"), new Period("2017"))))
                .extracting(Observation::version)
                .containsExactly(2, 1);
    }

    @Test
    void refusesAManifestWithValuesOfUnknownIndicators() throws IOException {
        Folder folder = Towns.like("lapaz", "roto");
        folder.put(
                "indicators/observations.csv",
                "indicator,territory,breakdown,period,state,value,source,sourceUrl,note\naire,,,2017,value,1,,,\n");

        assertThatThrownBy(() -> manifests.apply(folder, Actor.SYSTEM))
                .isInstanceOf(ManifestRefused.class)
                .hasMessageContaining("aire");
        assertThat(sites.bySlug("roto")).isEmpty();
    }

    private int record(Recorded... values) {
        return as(here, () -> indicators.record(here, List.of(values), RITA));
    }

    private static Recorded value(String period, String value) {
        return new Recorded(WATER, new Period(period), State.VALUE, new BigDecimal(value), "", "", "");
    }

    private static Indicator water(boolean published) {
        return Towns.indicator("agua", published);
    }

    private TenantId town(String slug) throws IOException {
        manifests.apply(Towns.like("lapaz", slug), Actor.SYSTEM);
        return sites.bySlug(slug).orElseThrow().requireTenant();
    }
}
