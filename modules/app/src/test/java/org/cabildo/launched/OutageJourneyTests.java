// SPDX-License-Identifier: Apache-2.0
package org.cabildo.launched;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Response;
import java.io.IOException;
import java.time.Duration;
import java.util.regex.Pattern;
import org.cabildo.browser.Chromium;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Each service is killed with signal 9 while a citizen and a signed-in operator walk through pages. Nothing but the
 * launcher's own watch brings it back.
 */
@Timeout(300)
class OutageJourneyTests {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static Everything everything;
    private static Chromium chromium;
    private static Person citizen;
    private static Person operator;

    @BeforeAll
    static void meet() throws IOException, InterruptedException {
        Chromium.assumeInstalled();
        everything = Everything.running();
        chromium = Chromium.start(everything.port());
        citizen = person();
        operator = person();
        operator.go(everything.url("console", "/"));
        operator.signIn("operacion@cabildo.example", everything.demoPassword());
        operator.awaitUrl(Pattern.quote(everything.url("console", "/")) + ".*");
    }

    @AfterAll
    static void leave() {
        if (chromium != null) {
            chromium.close();
        }
    }

    private static Person person() {
        return new Person(chromium.profile(new Browser.NewContextOptions().setLocale("es"))
                .newPage());
    }

    private static Response visit(String path) {
        return citizen.page().navigate(everything.url("lapaz", path));
    }

    private static int operatorSees(String path) {
        return operator.page().navigate(everything.url("console", path)).status();
    }

    @Test
    void readersSeeWhatWasReadBeforeWhileTheDatabaseComesBack() throws Exception {
        assertThat(visit("/noticias").status()).isEqualTo(200);

        everything.kill("postgres");

        assertThat(visit("/noticias").status()).isEqualTo(200);
        everything.await(
                "a page that nobody has read",
                PATIENCE,
                () -> visit("/noticias?pagina=otra").status() < 500);
        everything.await("the console", PATIENCE, () -> operatorSees("/municipios") == 200);
    }

    @Test
    void searchAnswersFromTheDatabaseAndSaysSoUntilTheEngineIsBack() throws Exception {
        String notice = "El buscador funciona a medias";

        everything.kill("opensearch");

        assertThat(visit("/buscar?q=agua").status()).isEqualTo(200);
        assertThat(citizen.shows(notice)).isTrue();
        assertThat(visit("/").status()).isEqualTo(200);
        everything.await(
                "search without notice",
                PATIENCE,
                () -> visit("/buscar?q=agua").status() == 200 && !citizen.shows(notice));
    }

    @Test
    void whoIsSignedInStaysSoWithoutTheIdentityProvider() throws Exception {
        everything.kill("keycloak");

        assertThat(operatorSees("/")).isEqualTo(200);
        assertThat(operatorSees("/municipios")).isEqualTo(200);
        assertThat(visit("/").status()).isEqualTo(200);
        Person late = person();
        everything.await("signing in is possible again", PATIENCE, () -> {
            late.page().navigate(everything.url("console", "/"));
            return late.page().locator("#username").count() == 1;
        });
        late.signIn("operacion@cabildo.example", everything.demoPassword());
        late.awaitUrl(Pattern.quote(everything.url("console", "/")) + ".*");
    }

    @Test
    void theGatewaySaysInTheMunicipalitysNameThatThePortalComesBack() throws Exception {
        assertThat(visit("/").status()).isEqualTo(200);

        everything.kill("monolith");

        Response answer = visit("/");
        assertThat(answer.status()).isEqualTo(503);
        assertThat(Integer.parseInt(answer.headerValue("retry-after"))).isPositive();
        assertThat(citizen.title()).isEqualTo("El portal vuelve en unos minutos");
        assertThat(citizen.shows("La Paz")).isTrue();
        everything.await("the portal", PATIENCE, () -> visit("/").status() == 200);
        everything.await("the console, still signed in", PATIENCE, () -> operatorSees("/municipios") == 200);
    }
}
