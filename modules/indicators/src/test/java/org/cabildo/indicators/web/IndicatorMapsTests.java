// SPDX-License-Identifier: Apache-2.0
package org.cabildo.indicators.web;

import static org.assertj.core.api.Assertions.assertThat;

import cabildo.testkit.EmbeddedDatabase;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cabildo.indicators.Direction;
import org.cabildo.indicators.Indicator;
import org.cabildo.indicators.Observation;
import org.cabildo.indicators.Period;
import org.cabildo.indicators.Series;
import org.cabildo.platform.Actor;
import org.cabildo.platform.Site;
import org.cabildo.platform.Sites;
import org.cabildo.platform.TenantContext;
import org.cabildo.platform.chart.MapFigure;
import org.cabildo.platform.manifest.CanonicalYaml;
import org.cabildo.platform.manifest.Folder;
import org.cabildo.platform.web.ImageOrigins;
import org.cabildo.platform.web.SiteContext;
import org.cabildo.platform.web.ViewFactory;
import org.cabildo.tenancy.Manifests;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.mock.web.MockHttpServletRequest;

/** Indicators on the map of the territories that they have values for. */
@SpringBootTest(classes = TerritorialApplication.class)
@EmbeddedDatabase(migrated = {"tenancy", "geography", "indicators"})
class IndicatorMapsTests {

    private final IndicatorMaps maps;
    private final ViewFactory views;
    private final Manifests manifests;
    private final Sites sites;

    @Autowired
    IndicatorMapsTests(IndicatorMaps maps, ViewFactory views, Manifests manifests, Sites sites) {
        this.maps = maps;
        this.views = views;
        this.manifests = manifests;
        this.sites = sites;
    }

    @Test
    void coloursTheTerritoriesOfTheNewestPeriodAndHatchesThoseWithout() throws IOException {
        IndicatorMap map = map(
                        true, "", of("este", "2019", "90"), of("este", "2020", "61.2"), of("oeste", "2020", "40"))
                .orElseThrow();

        assertThat(map.kind()).isEqualTo("Distritos");
        assertThat(map.period()).isEqualTo("2020");
        assertThat(map.rows()).extracting(IndicatorMap.Row::name).containsExactly("Este", "Oeste", "Sur");
        assertThat(map.rows()).extracting(IndicatorMap.Row::value).containsExactly("61,2", "40,0", "Sin dato");
        assertThat(map.missing()).isEqualTo(1);
        assertThat(map.sentence()).contains("Este: 61,2", "Oeste: 40,0");
        assertThat(map.figure().areas())
                .extracting(MapFigure.Area::fill)
                .doesNotContain("")
                .contains("hatch");
        assertThat(map.legend()).hasSize(2);
    }

    @Test
    void hasNoMapWithoutValuesByTerritory() throws IOException {
        assertThat(map(true, "", of("", "2020", "61.2"))).isEmpty();
        assertThat(map(true, "", of("este", "2020", "61.2")))
                .as("one territory alone")
                .isEmpty();
        assertThat(map(true, "", of("x1", "2020", "1"), of("x2", "2020", "2")))
                .as("unknown codes")
                .isEmpty();
    }

    @Test
    void hasNoMapWhileTerritoriesAreOff() throws IOException {
        assertThat(map(false, "", of("este", "2020", "61.2"), of("oeste", "2020", "40")))
                .isEmpty();
    }

    @Test
    void letsInTheServerOfStreetsThatTheTownChose() throws IOException {
        String tiles = "tiles:\n  url: \"https://tiles.example.org/{z}/{x}/{y}.png\"\n"
                + "  attribution: Ejemplo\n  maxZoom: 18\n";
        MockHttpServletRequest request = request(true, tiles);

        assertThat(map(request, of("este", "2020", "61.2"), of("oeste", "2020", "40")))
                .isPresent();
        assertThat(ImageOrigins.of(request)).containsExactly("https://tiles.example.org");
    }

    private Optional<IndicatorMap> map(boolean on, String tiles, Observation... observations) throws IOException {
        return map(request(on, tiles), observations);
    }

    private Optional<IndicatorMap> map(MockHttpServletRequest request, Observation... observations) {
        return TenantContext.get(
                SiteContext.of(request).requireTenant(),
                () -> maps.of(request, views.of(request), water(), List.of(observations)));
    }

    private MockHttpServletRequest request(boolean on, String tiles) throws IOException {
        Map<String, Object> document =
                CanonicalYaml.read("tenant.yaml", Files.readString(Path.of("../../tenants/lapaz/tenant.yaml")));
        document.put("slug", "mapas");
        document.remove("domains");
        document.put("modules", Map.of("geography", on));
        Folder folder = new Folder();
        folder.put("tenant.yaml", CanonicalYaml.write(document));
        folder.put("territories/territories.yaml", """
                levels:
                  - code: distrito
                    name:
                      es: Distrito
                    plural:
                      es: Distritos
                territories:
                  - code: este
                    level: distrito
                    name: Este
                  - code: oeste
                    level: distrito
                    name: Oeste
                  - code: sur
                    level: distrito
                    name: Sur
                """ + tiles);
        folder.put("territories/boundaries.geojson", """
                {"type":"FeatureCollection","features":[
                {"type":"Feature","properties":{"code":"este"},"geometry":%s},
                {"type":"Feature","properties":{"code":"oeste"},"geometry":%s},
                {"type":"Feature","properties":{"code":"sur"},"geometry":%s}
                ]}
                """.formatted(box(1, 0), box(0, 0), box(0, -1)));
        manifests.apply(folder, Actor.SYSTEM);
        Site site = sites.bySlug("mapas").orElseThrow();
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/indicadores/agua");
        SiteContext.bind(request, site);
        return request;
    }

    private static String box(int x, int y) {
        return "{\"type\":\"Polygon\",\"coordinates\":[[[%d,%d],[%d,%d],[%d,%d],[%d,%d],[%d,%d]]]}"
                .formatted(x, y, x + 1, y, x + 1, y + 1, x, y + 1, x, y);
    }

    private static Observation of(String territory, String period, @Nullable String value) {
        return new Observation(
                Series.of("agua", territory, Map.of()),
                new Period(period),
                Observation.State.VALUE,
                value == null ? null : new BigDecimal(value),
                1,
                "",
                "",
                "",
                "Rita",
                Instant.EPOCH,
                "");
    }

    private static Indicator water() {
        return new Indicator(
                "agua",
                Map.of("es", "Cobertura de agua"),
                Map.of(),
                Map.of("es", "%"),
                1,
                Direction.UP,
                "year",
                Map.of(),
                "Encuesta",
                "",
                "",
                "ods-6",
                null,
                "",
                1,
                true);
    }
}
