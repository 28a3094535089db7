// SPDX-License-Identifier: Apache-2.0
package org.cabildo.geography.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.cabildo.geography.GeoPoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Areas and points; latitude comes first in points and longitude first in GeoJSON. */
class ShapesTests {

    private static final String WITH_HOLE = """
            {"type":"Polygon","coordinates":[[[0,0],[10,0],[10,10],[0,10],[0,0]],[[3,3],[3,7],[7,7],[7,3],[3,3]]]}""";
    private static final String TWO_PARTS = """
            {"type":"MultiPolygon","coordinates":[[[[0,0],[2,0],[2,2],[0,2],[0,0]]],[[[8,8],[10,8],[10,10],[8,10],[8,8]]]]}""";
    private static final String HOOK = """
            {"type":"Polygon","coordinates":[[[0,0],[10,0],[10,2],[2,2],[2,10],[0,10],[0,0]]]}""";

    @ParameterizedTest(name = "{0}, {1}: {2}")
    @CsvSource({
        "1,1,true",
        "5,5,false",
        "3,5,true",
        "0,5,true",
        "0,0,true",
        "10,10,true",
        "10.000001,5,false",
        "5,-1,false"
    })
    void takesHolesOutAndBoundariesIn(double latitude, double longitude, boolean inside) {
        assertThat(Shapes.covers(Shapes.read(WITH_HOLE), new GeoPoint(latitude, longitude)))
                .isEqualTo(inside);
    }

    @ParameterizedTest(name = "{0}, {1}: {2}")
    @CsvSource({"1,1,true", "9,9,true", "5,5,false", "9,1,false"})
    void looksIntoEveryPart(double latitude, double longitude, boolean inside) {
        assertThat(Shapes.covers(Shapes.read(TWO_PARTS), new GeoPoint(latitude, longitude)))
                .isEqualTo(inside);
    }

    @Test
    void isNotMisledByTheBox() {
        GeoPoint inTheBoxOnly = new GeoPoint(5, 5);

        assertThat(Shapes.box(Shapes.read(HOOK)).holds(inTheBoxOnly)).isTrue();
        assertThat(Shapes.covers(Shapes.read(HOOK), inTheBoxOnly)).isFalse();
    }

    /** The ray to the east meets the corners at latitudes 2 and 10. */
    @ParameterizedTest(name = "{0}, {1}: {2}")
    @CsvSource({"2,1,true", "2,5,true", "2,-1,false", "10,1,true", "10,5,false", "0,-1,false"})
    void countsCornersOnce(double latitude, double longitude, boolean inside) {
        assertThat(Shapes.covers(Shapes.read(HOOK), new GeoPoint(latitude, longitude)))
                .isEqualTo(inside);
    }

    @Test
    void writesOneFormWhateverWasRead() {
        String clockwise = """
                {"type":"Polygon","coordinates":[[[0,0,3200],[0,10.00000049],[0,10],[10,10],[10,0],[0,0]],[[3,3],[7,3],[7,7],[3,7],[3,3]]]}""";

        assertThat(Shapes.write(Shapes.read(clockwise)))
                .isEqualTo(WITH_HOLE.replace("[[3,3],[3,7],[7,7],[7,3],[3,3]]", "[[3,3],[3,7],[7,7],[7,3],[3,3]]"));
        for (String shape : new String[] {WITH_HOLE, TWO_PARTS, HOOK}) {
            assertThat(Shapes.write(Shapes.read(shape))).isEqualTo(shape);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"Point\",\"coordinates\":[0,0]}",
                "{\"type\":\"Polygon\",\"coordinates\":[]}",
                "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,0],[0,0]]]}",
                "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,0],[1,1],[0,1]]]}",
                "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,\"0\"],[1,1],[0,0]]]}",
                "{\"type\":\"MultiPolygon\",\"coordinates\":[]}",
                "{}"
            })
    void refusesWhatIsNoArea(String shape) {
        assertThatThrownBy(() -> Shapes.read(shape)).isInstanceOf(IllegalArgumentException.class);
    }
}
