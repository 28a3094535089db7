// SPDX-License-Identifier: Apache-2.0
package org.cabildo.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import org.cabildo.AppTest;
import org.cabildo.harness.Answer;
import org.cabildo.harness.Installation;
import org.cabildo.harness.Person;
import org.cabildo.harness.Visitor;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Somebody chooses a language once. */
@AppTest
class LanguageTests {

    private final Installation installation;

    @Autowired
    LanguageTests(Installation installation) {
        this.installation = installation;
    }

    private static String choice(Answer page, String language) {
        return Jsoup.parse(page.text())
                .select(".languages a[lang=" + language + "]")
                .first()
                .attr("href");
    }

    @Test
    void staysInTheLanguageThatWasChosenOnThePage() {
        Visitor reader = installation.visit("lapaz");

        Answer chosen = reader.get(choice(reader.get("/noticias?n=1"), "en"));

        assertThat(chosen.header("Location")).endsWith("/noticias?n=1&lang=en");
        assertThat(chosen.header("Cache-Control")).contains("no-store");
        assertThat(reader.get("/paginas").text()).contains("<html lang=\"en");
        assertThat(installation.visit("lapaz").get("/paginas").text()).contains("<html lang=\"es");
        reader.get(choice(reader.get("/paginas"), "es"));
        assertThat(reader.get("/paginas").text()).contains("<html lang=\"es");
    }

    @Test
    void holdsForOperatorsToo() {
        Visitor operator = installation.at(Installation.CONSOLE).signIn(Person.OPERATOR);

        operator.get(choice(operator.get("/"), "en"));

        assertThat(operator.get("/municipios").text()).contains("<html lang=\"en");
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.example", "https://evil.example/", "/\\evil.example", "/salir"})
    void comesBackToThisSiteOnly(String target) {
        Answer chosen = installation
                .visit("lapaz")
                .get("/idioma/en?ir=" + java.net.URLEncoder.encode(target, java.nio.charset.StandardCharsets.UTF_8));

        assertThat(chosen.header("Location"))
                .isIn("/?lang=en", chosen.url().resolve("/?lang=en").toString());
    }

    @Test
    void knowsNoLanguageThatTheSiteDoesNotSpeak() {
        assertThat(installation.visit("lapaz").get("/idioma/de").status()).isEqualTo(404);
    }
}
