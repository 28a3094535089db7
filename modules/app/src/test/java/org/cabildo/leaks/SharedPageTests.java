// SPDX-License-Identifier: Apache-2.0
package org.cabildo.leaks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.cabildo.AppTest;
import org.cabildo.harness.Answer;
import org.cabildo.harness.Installation;
import org.cabildo.harness.Person;
import org.cabildo.harness.Visitor;
import org.cabildo.platform.Site;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** No page that was made for one reader reaches another, whatever is kept between them. */
@AppTest
class SharedPageTests {

    private static final Person EDITOR = Person.named("Elena Editora");

    private final Installation installation;

    @Autowired
    SharedPageTests(Installation installation) {
        this.installation = installation;
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/noticias", "/paginas", "/contacto", "/mapa-del-sitio"})
    void givesEachSiteAndEachPersonTheirOwnPage(String path) {
        installation.enrol(EDITOR, "lapaz", "editor");
        Visitor editor = installation.visit("lapaz").signIn(EDITOR);
        for (int round = 0; round < 3; round++) {
            Answer anonymous = installation.visit("lapaz").get(path);
            Answer other = installation.visit("trinidad").get(path);
            Answer own = editor.get(path);

            assertThat(anonymous.text()).contains("La Paz").doesNotContain(EDITOR.name());
            assertThat(other.text()).contains("Trinidad").doesNotContain("Municipal de La Paz");
            assertThat(own.text()).contains(EDITOR.name());
            assertThat(own.header("Cache-Control")).contains("private");
        }
    }

    @Test
    void marksNothingAsSharedThatCarriesACookieOrBelongsToSomebody() {
        installation.enrol(EDITOR, "lapaz", "editor");
        Visitor editor = installation.visit("lapaz").signIn(EDITOR);
        for (Answer answer : List.of(
                editor.get("/"),
                editor.get("/cuenta"),
                installation.visit("lapaz").get("/entrar"))) {
            assertThat(answer.header("Cache-Control")).as(answer.toString()).doesNotContain("public");
        }
        for (String path : List.of("/", "/noticias", "/paginas/cifras")) {
            Answer answer = installation.visit("lapaz").get(path);
            if (!answer.header("Set-Cookie").isEmpty()) {
                assertThat(answer.header("Cache-Control")).as(answer.toString()).contains("private");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/cuenta/x.css",
                "/noticias/x.css",
                "/paginas/cifras/x.css",
                "/paginas/cifras.css",
                "/cuenta.css",
                "/cuenta;x.css",
                "/cuenta%2fx.css"
            })
    void answersNoPathThatOnlyLooksLikeAFile(String path) {
        installation.enrol(EDITOR, "lapaz", "editor");

        assertThat(installation.visit("lapaz").signIn(EDITOR).get(path).status())
                .isIn(400, 404);
    }

    @ParameterizedTest
    @CsvSource({
        "X-Forwarded-Host, evil.example",
        "X-Forwarded-Proto, https",
        "X-Forwarded-Port, 1337",
        "X-Forwarded-Prefix, /evil",
        "Accept-Language, en",
        "X-Host, evil.example",
        "Referer, http://evil.example/",
        "Origin, http://evil.example"
    })
    void letsNoHeaderOutsideOfTheKeyChangeThePage(String header, String value) {
        Visitor visitor = installation.visit("elalto");
        String before = visitor.get("/").text();

        assertThat(visitor.with(header, value).get("/").text())
                .doesNotContain("evil")
                .isEqualTo(before);
        assertThat(installation.visit("elalto").get("/").text()).isEqualTo(before);
    }

    @Test
    void mixesNothingUpInAThousandInterleavedRequests() throws InterruptedException, ExecutionException {
        List<Site> sites = installation.each(site -> site);
        List<String> order = new ArrayList<>(Collections.nCopies(1000 / sites.size() + 1, sites).stream()
                .flatMap(List::stream)
                .map(Site::slug)
                .toList());
        Collections.shuffle(order, new java.util.Random(20_261_121));
        List<String> wrong = Collections.synchronizedList(new ArrayList<>());
        try (ExecutorService executor = Executors.newFixedThreadPool(16)) {
            List<Future<?>> running = new ArrayList<>();
            for (String slug : order) {
                running.add(executor.submit(() -> ask(slug, sites, wrong)));
            }
            for (Future<?> request : running) {
                request.get();
            }
        }
        assertThat(wrong).isEmpty();
    }

    private void ask(String slug, List<Site> sites, List<String> wrong) {
        // A query of its own keeps the answer from coming out of a cache.
        Answer answer = installation.visit(slug).get("/noticias?n=" + java.util.UUID.randomUUID());
        for (Site site : sites) {
            boolean named = answer.text().contains(">" + site.officialName() + "<")
                    || answer.text().contains("content=\"" + site.officialName() + "\"");
            if (answer.status() != 200 || (named && !site.slug().equals(slug))) {
                wrong.add(answer + " names " + site.officialName());
            }
        }
    }
}
