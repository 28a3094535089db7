// SPDX-License-Identifier: Apache-2.0
package org.cabildo.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.cabildo.AppTest;
import org.cabildo.harness.Answer;
import org.cabildo.harness.Installation;
import org.cabildo.harness.Person;
import org.cabildo.harness.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Territories from a clerk's file to a neighbour's map. */
@AppTest
class TerritoryTests {

    private static final String SLUG = "elalto";
    private static final String DESK = "/gestion/territorios";
    private static final String SQUARE =
            "[[[-68.2,-16.52],[-68.18,-16.52],[-68.18,-16.5],[-68.2,-16.5],[-68.2,-16.52]]]";

    private final Installation installation;
    private Visitor clerk;
    private Visitor reader;

    @Autowired
    TerritoryTests(Installation installation) {
        this.installation = installation;
    }

    @BeforeEach
    void signIn() {
        clerk = installation.visit(SLUG).signIn(installation.enrol(Person.named("Teo Catastro"), SLUG, "editor"));
        reader = installation.visit(SLUG);
    }

    @AfterEach
    void restore() {
        installation.restore(SLUG);
    }

    private Answer send(String features) {
        byte[] file =
                ("{\"type\":\"FeatureCollection\",\"features\":[" + features + "]}").getBytes(StandardCharsets.UTF_8);
        return Form.of(clerk.get(DESK + "/importar"))
                .post(clerk, DESK + "/importar", "file", "distritos.geojson", "application/geo+json", file);
    }

    private static String feature(String code, String coordinates) {
        return "{\"type\":\"Feature\",\"properties\":{\"code\":\"" + code + "\",\"name\":\"Distrito 3\"},\"geometry\":"
                + "{\"type\":\"Polygon\",\"coordinates\":" + coordinates + "}}";
    }

    @Test
    void bringsABoundaryFromAFileToThePublicMap() {
        assertThat(reader.get("/territorios/distrito-3").text()).contains("Todavía no tenemos el límite");
        Answer kept = send(feature("distrito-3", SQUARE));
        assertThat(kept.status()).isEqualTo(302);
        String item = kept.header("Location").replaceFirst("^https?://[^/]+", "");

        Answer check = clerk.get(item);
        assertThat(check.text()).contains("El archivo está bien", "Cambia");
        assertThat(Form.of(check).post(clerk, item).status()).isEqualTo(302);

        assertThat(reader.get("/territorios/distrito-3").text())
                .contains("data-key=\"distrito-3\"")
                .doesNotContain("Todavía no tenemos el límite");
        assertThat(reader.get("/territorios/distrito-3.geojson").text()).contains("[-68.2,-16.52]");
        assertThat(reader.get("/territorios/ubicar?lat=-16.51&long=-68.19").text())
                .contains("/territorios/distrito-3\"", "Ese lugar queda en");
        assertThat(reader.get("/api/v1/territories/containing?lat=-16.51&long=-68.19")
                        .text())
                .contains("\"distrito-3\"");
        assertThat(clerk.get(DESK + "/distrito-3/editar").text()).contains("Dibujó el límite", "Teo Catastro");
        assertThat(installation.visit("lapaz").get("/territorios/distrito-3").status())
                .isEqualTo(404);
    }

    @Test
    void takesNothingFromAFileWithAnError() {
        String crossed = "[[[-68.2,-16.52],[-68.18,-16.5],[-68.18,-16.52],[-68.2,-16.5],[-68.2,-16.52]]]";
        String item = send(feature("distrito-3", SQUARE) + "," + feature("distrito-4", crossed))
                .header("Location")
                .replaceFirst("^https?://[^/]+", "");

        Answer check = clerk.get(item);
        assertThat(check.text()).contains("1 territorio tiene un error", "se cruza a sí misma");
        assertThat(Form.of(check).post(clerk, item).status()).isEqualTo(200);

        assertThat(reader.get("/territorios/distrito-3").text()).contains("Todavía no tenemos el límite");
    }

    @Test
    void asksAnotherServerForStreetsOnlyWhereTheTownChoseOneAndAMapIsShown() {
        assertThat(reader.get("/territorios").header("Content-Security-Policy")).doesNotContain("tiles");

        Form.of(clerk.get(DESK + "/mapa"))
                .with("url", "https://tiles.example.org/{z}/{x}/{y}.png")
                .with("attribution", "Ejemplo")
                .with("maxZoom", "18")
                .post(clerk, DESK + "/mapa");

        Answer page = reader.get("/territorios");
        assertThat(page.header("Content-Security-Policy")).contains("img-src 'self' data: https://tiles.example.org;");
        assertThat(page.text()).contains("data-tiles=\"https://tiles.example.org/{z}/{x}/{y}.png\"");
        assertThat(reader.get("/noticias").header("Content-Security-Policy")).doesNotContain("tiles");
        assertThat(installation.visit("lapaz").get("/territorios").header("Content-Security-Policy"))
                .doesNotContain("tiles");
    }

    @Test
    void answersWithMistakesInsteadOfEverything() {
        assertThat(reader.get("/api/v1/territories.geojson?bbox=1,2,3").status())
                .isEqualTo(400);
        assertThat(reader.get("/api/v1/territories.geojson?limite=3").status()).isEqualTo(400);
        assertThat(reader.get("/api/v1/territories/containing?lat=-16.51").status())
                .isEqualTo(400);
        Answer page = reader.get("/api/v1/territories.geojson?level=distrito&limit=5");
        assertThat(page.type()).isEqualTo("application/geo+json");
        assertThat(page.text()).contains("\"numberMatched\":14", "\"numberReturned\":5", "\"rel\":\"next\"");
    }

    @Test
    void keepsNoPlaceOfAReader() {
        assertThat(reader.get("/territorios/ubicar?lat=-16.51&long=-68.19").header("Cache-Control"))
                .contains("no-store");
    }
}
