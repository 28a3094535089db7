// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cabildo.platform.web.ImageOrigins;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

/** Maps as pages show them. */
class MapFigureTests {

    private static final MapDrawing.Shape SQUARE =
            new MapDrawing.Shape("a", "A", "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,0],[1,1],[0,1],[0,0]]]}");

    @Test
    void staysLightHoweverFineTheBoundariesAre() {
        List<MapDrawing.Shape> rough = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            rough.add(new MapDrawing.Shape("r" + i, "R" + i, circle(i % 8, i / 8, 3000)));
        }

        MapFigure figure = MapFigure.of(rough);

        assertThat(figure.areas()).hasSize(40);
        assertThat(figure.areas().stream()
                        .mapToInt(area -> area.path().length())
                        .sum())
                .isLessThan(20_000);
    }

    private static String circle(int x, int y, int points) {
        StringBuilder ring = new StringBuilder("{\"type\":\"Polygon\",\"coordinates\":[[");
        for (int i = 0; i <= points; i++) {
            double turn = 2 * Math.PI * (i % points) / points;
            ring.append(i == 0 ? "[" : ",[")
                    .append(x + 0.5 * Math.cos(turn))
                    .append(',')
                    .append(y + 0.5 * Math.sin(turn))
                    .append(']');
        }
        return ring.append("]]}").toString();
    }

    @Test
    void coloursLeadsAndChooses() {
        MapFigure figure = MapFigure.of(List.of(SQUARE))
                .leading(key -> "/territorios/" + key)
                .coloured(Map.of("a", "#123456"))
                .choosing("a");

        assertThat(figure.areas()).singleElement().satisfies(area -> {
            assertThat(area.href()).isEqualTo("/territorios/a");
            assertThat(area.fill()).isEqualTo("#123456");
            assertThat(area.chosen()).isTrue();
        });
    }

    @Test
    void isEmptyWithoutShapes() {
        assertThat(MapFigure.of(List.of()).empty()).isTrue();
        assertThat(MapFigure.of(List.of(new MapDrawing.Shape("a", "A", ""))).empty())
                .isTrue();
    }

    @Test
    void namesTheServerOfItsStreetsOnlyWhenThereIsOne() {
        MockHttpServletRequest request = new MockHttpServletRequest();
        MapFigure plain = MapFigure.of(List.of(SQUARE));

        ImageOrigins.allow(request, plain);
        assertThat(ImageOrigins.of(request)).isEmpty();

        ImageOrigins.allow(
                request,
                plain.movable(
                        "/a.geojson", new MapFigure.Tiles("https://t.example.org:8443/{z}/{x}/{y}.png", "T", 18)));
        assertThat(ImageOrigins.of(request)).containsExactly("https://t.example.org:8443");
        assertThatThrownBy(() -> ImageOrigins.allow(request, "https://t.example.org; script-src *"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
