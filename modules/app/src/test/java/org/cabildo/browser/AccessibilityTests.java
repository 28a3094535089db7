// SPDX-License-Identifier: Apache-2.0
package org.cabildo.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.cabildo.harness.Installation;
import org.cabildo.harness.Person;
import org.cabildo.harness.Routes;
import org.cabildo.harness.Visitor;
import org.cabildo.identity.Memberships;
import org.cabildo.platform.Site;
import org.cabildo.platform.Sites;
import org.cabildo.platform.web.Access;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Every page of the route table at the width of a phone and of a desk: axe, no sideways scrolling, a clean console. */
class AccessibilityTests extends BrowserTest {

    private static final Person ADMINISTRATOR = Person.named("Ada Accesible");
    private static final List<Integer> WIDTHS = List.of(360, 1280);
    static final String RUN = """
            async () => {
              const result = await axe.run(document, { resultTypes: ['violations'], runOnly: { type: 'tag',
                values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] } });
              const found = result.violations.map(v => v.id + ': ' + v.help + ' at '
                + v.nodes.slice(0, 4).map(n => n.target.join(' ') + ' {' + n.html.slice(0, 160) + '}').join(' | '));
              const wide = document.documentElement.scrollWidth - window.innerWidth;
              if (wide > 1) found.push('scrolls sideways by ' + wide + ' pixels');
              return found;
            }
            """;

    private final Routes routes;
    private final String axe = Chromium.axe();

    @Autowired
    AccessibilityTests(Routes routes) {
        this.routes = routes;
    }

    List<String> slugs() {
        return installation.slugs();
    }

    @ParameterizedTest
    @MethodSource("slugs")
    void homePagesAreForEverybody(String slug) {
        assertThat(findings(installation.visit(slug), List.of("/", "/no-hay-nada")))
                .isEmpty();
    }

    @Test
    void publicPagesAreForEverybody() {
        Set<String> pages = new LinkedHashSet<>(routes.pages(installation.site("lapaz"), Access.Audience.PUBLIC));
        pages.add("/noticias?lang=en");

        assertThat(findings(installation.visit("lapaz"), pages)).isEmpty();
    }

    @Test
    void publicPagesOfNetworksAreForEverybody() {
        assertThat(findings(installation.visit("amb"), routes.pages(installation.site("amb"), Access.Audience.PUBLIC)))
                .isEmpty();
    }

    @Test
    void theWorkspaceIsForEverybody() {
        installation.enrol(ADMINISTRATOR, "lapaz", Memberships.ADMINISTRATOR);
        Site site = installation.site("lapaz");
        Set<String> pages = new LinkedHashSet<>(routes.pages(site, Access.Audience.SIGNED_IN));
        pages.addAll(routes.pages(site, Access.Audience.STAFF));

        Visitor administrator = installation.visit("lapaz").signIn(ADMINISTRATOR);
        administrator.submit("/gestion/tenancy/tema/colores", Map.of("brand", "#5a1e6b"));
        try {
            assertThat(findings(administrator, pages)).isEmpty();
        } finally {
            administrator.submit("/gestion/tenancy/tema/descartar", Map.of());
        }
    }

    @Test
    void theDesksOfNetworksAreForEverybody() {
        installation.enrol(ADMINISTRATOR, "amb", Memberships.ADMINISTRATOR);
        Set<String> pages = new LinkedHashSet<>(routes.pages(installation.site("amb"), Access.Audience.STAFF));
        pages.removeIf(page -> !page.startsWith("/gestion/ediciones"));

        assertThat(findings(installation.visit("amb").signIn(ADMINISTRATOR), pages))
                .isEmpty();
    }

    @Test
    void theWizardIsForEverybody() {
        Visitor operator = installation.at(Installation.CONSOLE).signIn(Person.OPERATOR);
        String first = operator.submit(
                        "/municipios/nuevo",
                        Map.of(
                                "kind",
                                "MUNICIPALITY",
                                "country",
                                "BO",
                                "name",
                                "Warnes",
                                "email",
                                "contacto@warnes.example"))
                .header("Location");
        String place = URI.create(first).getPath().replaceAll("/[a-z]+$", "");
        try {
            assertThat(findings(
                            operator,
                            Stream.of(
                                            "identidad",
                                            "territorio",
                                            "modulos",
                                            "aspecto",
                                            "personas",
                                            "revisar",
                                            "cancelar")
                                    .map(step -> place + "/" + step)
                                    .toList()))
                    .isEmpty();
        } finally {
            operator.submit(place + "/cancelar", Map.of());
        }
    }

    @Test
    void theConsoleIsForEverybody() {
        Site console =
                installation.bean(Sites.class).byHost(Installation.CONSOLE).orElseThrow();
        Set<String> pages = new LinkedHashSet<>(routes.pages(console, Access.Audience.SIGNED_IN));
        pages.addAll(routes.pages(console, Access.Audience.OPERATOR));

        assertThat(findings(installation.at(Installation.CONSOLE).signIn(Person.OPERATOR), pages))
                .isEmpty();
    }

    private List<String> findings(Visitor visitor, Iterable<String> paths) {
        List<String> findings = new ArrayList<>();
        try (BrowserContext profile = chromium().profile(visitor)) {
            Page page = profile.newPage();
            page.onConsoleMessage(message -> {
                if (message.type().equals("error") && !message.text().contains("the server responded with a status")) {
                    findings.add(page.url() + ": console: " + message.text());
                }
            });
            page.onResponse(response -> {
                if (response.status() >= 400 && !response.request().isNavigationRequest()) {
                    findings.add(page.url() + ": loads " + response.url() + " with " + response.status());
                }
            });
            page.onPageError(error -> findings.add(page.url() + ": script: " + error));
            for (String path : paths) {
                examine(page, visitor.origin() + path, findings);
            }
        }
        return findings;
    }

    @SuppressWarnings("unchecked")
    private void examine(Page page, String url, List<String> findings) {
        page.setViewportSize(WIDTHS.getFirst(), 800);
        Response response = page.navigate(url);
        Map<String, String> headers = response.headers();
        boolean left = !page.url().startsWith(URI.create(url).resolve("/").toString());
        if (left || !headers.getOrDefault("content-type", "").startsWith("text/html")) {
            return; // a file, or the way to the identity provider
        }
        if (response.status() >= 500) {
            findings.add(url + ": status " + response.status());
        }
        page.evaluate(axe);
        for (int width : WIDTHS) {
            page.setViewportSize(width, 800);
            ((List<String>) page.evaluate(RUN)).forEach(found -> findings.add(url + " at " + width + ": " + found));
        }
    }
}
