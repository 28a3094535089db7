// SPDX-License-Identifier: Apache-2.0
package org.cabildo.geography;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GeoPointTests {

    @Test
    void readsWhatPeopleType() {
        assertThat(GeoPoint.parse("-16,4957", " -68.1335 ")).contains(new GeoPoint(-16.4957, -68.1335));
        assertThat(GeoPoint.parse("-16.4957, -68.1335")).contains(new GeoPoint(-16.4957, -68.1335));
        assertThat(GeoPoint.parse("-16", "")).isEmpty();
        assertThat(GeoPoint.parse("91", "0")).isEmpty();
        assertThat(GeoPoint.parse("NaN", "0")).isEmpty();
        assertThat(GeoPoint.parse("plaza Murillo")).isEmpty();
    }

    @Test
    void namesTheOriginOfATileServer() {
        assertThat(new TileServer("https://tiles.example.org:8443/a/{z}/{x}/{y}.png?k=1", "Ejemplo", 18).origin())
                .isEqualTo("https://tiles.example.org:8443");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://tiles.example.org/{z}/{x}/{y}.png",
                "https://tiles.example.org/{z}/{x}.png",
                "https://{s}.example.org/{z}/{x}/{y}.png",
                "https://tiles.example.org/{z}/{x}/{y}/{s}.png",
                "https://tiles.example.org; script-src *//{z}/{x}/{y}",
                "https://user@tiles.example.org/{z}/{x}/{y}.png",
                "https://localhost/{z}/{x}/{y}.png",
                "//tiles.example.org/{z}/{x}/{y}.png"
            })
    void refusesWhatIsNoTileServer(String url) {
        assertThatThrownBy(() -> new TileServer(url, "Ejemplo", 18)).isInstanceOf(IllegalArgumentException.class);
    }
}
