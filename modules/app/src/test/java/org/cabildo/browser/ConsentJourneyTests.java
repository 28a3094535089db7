// SPDX-License-Identifier: Apache-2.0
package org.cabildo.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import org.awaitility.core.ConditionFactory;
import org.cabildo.harness.Answer;
import org.cabildo.harness.Person;
import org.cabildo.harness.Visitor;
import org.cabildo.identity.Memberships;
import org.cabildo.platform.Site;
import org.cabildo.platform.Sites;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A municipality takes a figure back and gives it again, in a browser that runs no script. Within a minute nothing of
 * the network shows it, and then everything shows it again.
 */
class ConsentJourneyTests extends BrowserTest {

    private static final Person ADMINISTRATOR = Person.named("Consuelo Paredes");
    private static final String MEASURE = "homicidios";
    private static final String PATH = "/comparaciones/edicion-2020/" + MEASURE;
    private static final String API = "/api/v1/comparisons/edicion-2020/" + MEASURE + "/figures.json";
    private static final String LA_PAZ = "020101";

    private boolean drawn;

    @BeforeEach
    void giveTheNetworkAMap() {
        installation.enrol(ADMINISTRATOR, "lapaz", Memberships.ADMINISTRATOR);
        String square = "'{\"type\":\"Polygon\",\"coordinates\":[[[' || x || ',0],[' || x + 1 || ',0],[' || x + 1"
                + " || ',1],[' || x || ',1],[' || x || ',0]]]}'";
        drawn = shapes("update networks.entity e set shape = " + square
                        + " from (select code, 2 * row_number() over (order by code) as x from networks.entity"
                        + " where tenant_id = :network and shape = '') as places"
                        + " where e.code = places.code and e.tenant_id = :network")
                > 0;
    }

    @AfterEach
    void leaveEverythingAsItWas() {
        if (drawn) {
            shapes("update networks.entity set shape = '' where tenant_id = :network");
        }
        installation.restore("lapaz");
        withinAMinute().untilAsserted(() -> assertThat(Seen.by(this).ranked()).isEqualTo(5));
    }

    @Test
    void takesAFigureBackEverywhereAndGivesItAgain() {
        withinAMinute().untilAsserted(() -> assertThat(Seen.by(this).ranked()).isEqualTo(5));
        Seen before = Seen.by(this);
        String tag = ask(PATH).header("ETag");
        assertThat(before.value()).isNotEmpty();
        assertThat(reader().with("If-None-Match", tag).get(PATH).status()).isEqualTo(304);
        try (BrowserContext profile = chromium()
                .profile(
                        installation.visit("lapaz").signIn(ADMINISTRATOR),
                        new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
            Page page = profile.newPage();
            page.setDefaultTimeout(20_000);
            decide(page, before.value(), "Retirar los elegidos", "Retirar el permiso");
            withinAMinute().untilAsserted(() -> showsNothing(before, tag));

            decide(page, before.value(), "Permitir los elegidos", "Permitir que se muestre");
            withinAMinute().untilAsserted(() -> assertThat(Seen.by(this)).isEqualTo(before));
            page.getByRole(AriaRole.MAIN)
                    .getByRole(AriaRole.LINK)
                    .filter(new Locator.FilterOptions().setHasText("Historial"))
                    .click();
            assertThat(page.locator(".timeline .moment").first()).containsText("Permitió un indicador");
            assertThat(page.locator(".timeline .moment").first()).containsText(ADMINISTRATOR.name());
        }
    }

    private void decide(Page page, String value, String what, String confirmation) {
        page.navigate(installation.visit("lapaz").origin() + "/gestion/comparaciones");
        page.getByRole(AriaRole.MAIN)
                .getByRole(AriaRole.LINK)
                .filter(new Locator.FilterOptions().setHasText("AMB"))
                .first()
                .click();
        page.locator("#i-" + MEASURE).check();
        button(page, what).click();
        assertThat(page.getByRole(AriaRole.TABLE)).containsText(value);
        button(page, confirmation).click();
        assertThat(page.getByRole(AriaRole.STATUS).first()).containsText("en menos de un minuto");
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.MAIN).getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name));
    }

    private void showsNothing(Seen before, String tag) {
        Seen now = Seen.by(this);
        assertThat(now.row()).contains("Sin dato").doesNotContain(before.value());
        assertThat(now.ranked()).isEqualTo(4);
        assertThat(now.csv()).contains(",missing,").doesNotContain(before.exact());
        assertThat(now.json()).contains("\"state\":\"missing\"").doesNotContain(before.exact());
        assertThat(now.api()).isEqualTo(now.json());
        assertThat(now.map()).isEqualTo("url(#n)");
        assertThat(now.covered()).isLessThan(before.covered());
        assertThat(now.found()).doesNotContain(before.value()).doesNotContain(before.exact());
        // A reader's copy from before is not good any more.
        assertThat(reader().with("If-None-Match", tag).get(PATH).status()).isEqualTo(200);
    }

    Answer ask(String path) {
        Answer answer = reader().get(path);
        assertThat(answer.status()).as(path).isEqualTo(200);
        return answer;
    }

    private Visitor reader() {
        return installation.visit("amb");
    }

    private static ConditionFactory withinAMinute() {
        return await().atMost(Duration.ofSeconds(60))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(250))
                .ignoreExceptions();
    }

    private int shapes(String sql) {
        Site network = installation.site("amb");
        int changed = JdbcClient.create(
                        new DriverManagerDataSource(installation.setting("spring.datasource.url"), "postgres", ""))
                .sql(sql)
                .param("network", network.requireTenant().value())
                .update();
        installation.bean(Sites.class).touch(network.requireTenant());
        return changed;
    }

    /**
     * What the network shows of the municipality's figure, everywhere.
     *
     * @param row the municipality's row on the page
     * @param value as the page writes it
     * @param exact as machines read it
     * @param ranked how many municipalities have a rank
     * @param map how the map fills its territory
     * @param covered what share of the composite's indicators it has
     * @param found what a search for the indicator finds
     */
    private record Seen(
            String row,
            String value,
            String exact,
            int ranked,
            String csv,
            String json,
            String api,
            String map,
            int covered,
            String found) {

        static Seen by(ConsentJourneyTests test) {
            Answer answer = test.ask(PATH);
            org.jsoup.nodes.Document page = org.jsoup.Jsoup.parse(answer.text());
            org.jsoup.nodes.Element row = page.select("table tbody tr").stream()
                    .filter(one -> one.select("th").text().startsWith("La Paz"))
                    .findFirst()
                    .orElseThrow();
            String csv = line(test.ask(PATH + "/datos.csv").text());
            String json = object(test.ask(PATH + "/datos.json").text());
            String index = object(
                    test.ask(PATH.replace(MEASURE, "indice") + "/datos.json").text());
            String svg = test.ask(PATH + "/mapa.svg").text();
            String found = test.ask("/buscar?q=" + MEASURE).text()
                    + test.ask("/buscar/sugerencias?q=homic").text();
            return new Seen(
                    row.text(),
                    row.select("td.num").last().text(),
                    group(json, "\"value\":([0-9.]+)"),
                    (int) page.select("table tbody tr").stream()
                            .filter(one -> one.text().matches("[0-9]+ .*"))
                            .count(),
                    csv,
                    json,
                    object(test.ask(API).text()),
                    group(svg, "fill=\"([^\"]+)\"><title>La Paz</title>"),
                    Integer.parseInt(group(index, "\"coverage\":([0-9]+)")),
                    found);
        }

        private static String line(String csv) {
            return csv.lines()
                    .filter(one -> one.contains("," + LA_PAZ + ","))
                    .findFirst()
                    .orElseThrow();
        }

        private static String object(String json) {
            return group(json, "(\\{[^{}]*\"code\":\"" + LA_PAZ + "\"[^{}]*\\})");
        }

        private static String group(String text, String pattern) {
            java.util.regex.Matcher found =
                    java.util.regex.Pattern.compile(pattern).matcher(text);
            return found.find() ? found.group(1) : "";
        }
    }
}
