// SPDX-License-Identifier: Apache-2.0
package org.cabildo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.cabildo.harness.Answer;
import org.cabildo.harness.Crawl;
import org.cabildo.harness.Installation;
import org.cabildo.harness.NuChecker;
import org.cabildo.harness.Visitor;
import org.cabildo.platform.ModuleDescriptor;
import org.cabildo.platform.Sites;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Follows every link of every sample tenant's site as an anonymous visitor, with each module on and off. */
@AppTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CrawlerTests {

    private static final List<String> STARTS = List.of("/", "/sitemap.xml", "/robots.txt");

    private final Installation installation;
    private final NuChecker checker = NuChecker.shared();
    private final Map<String, Crawl> complete = new HashMap<>();

    @Autowired
    CrawlerTests(Installation installation) {
        this.installation = installation;
    }

    List<String> slugs() {
        return installation.slugs();
    }

    @Test
    void noticesHtmlThatIsNotValid() {
        Answer page = installation.visit(installation.slugs().getFirst()).get("/");
        byte[] broken = page.text()
                .replace("</main>", "<p id=dos><ul id=dos></p></main>")
                .getBytes(StandardCharsets.UTF_8);

        assertThat(checker.errors(new Answer(page.url(), 200, page.headers(), broken, 0)))
                .anyMatch(error -> error.contains("Duplicate ID"))
                .anyMatch(error -> error.contains("“p”"));
    }

    @ParameterizedTest
    @MethodSource("slugs")
    void findsEveryPageOfASiteWhole(String slug) {
        Crawl crawl = complete(slug);

        assertThat(crawl.pages()).as("pages of %s", slug).hasSizeGreaterThan(5);
        assertThat(crawl.findings()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("slugs")
    void findsValidHtml(String slug) {
        assertThat(complete(slug).pages().stream()
                        .flatMap(page -> checker.errors(page).stream())
                        .toList())
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("slugs")
    void findsNothingOfAModuleThatIsOff(String slug) {
        Crawl before = complete(slug);
        List<String> wrong = new ArrayList<>();
        for (ModuleDescriptor off : installation.switchable(slug)) {
            installation.switchModules(slug, key -> !key.equals(off.key()) && independent(slug, key, off));
            try {
                wrong.addAll(remainsOf(off, slug, before));
            } finally {
                installation.restore(slug);
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** A module that requires the other one can't stay on without it. */
    private boolean independent(String slug, String key, ModuleDescriptor off) {
        return installation.switchable(slug).stream()
                .noneMatch(
                        module -> module.key().equals(key) && module.requires().contains(off.key()));
    }

    private List<String> remainsOf(ModuleDescriptor off, String slug, Crawl before) {
        List<String> wrong = new ArrayList<>();
        Visitor visitor = installation.visit(slug);
        Set<String> gone = before.answers().keySet().stream()
                .filter(target -> off.owns(target.replaceAll("\\?.*", "")))
                .collect(Collectors.toCollection(TreeSet::new));
        gone.addAll(off.paths());
        gone.addAll(off.feeds());
        gone.add("/gestion/" + off.key());
        gone.add("/api/v1/" + off.key());
        for (String target : gone) {
            Answer answer = visitor.get(target);
            if (answer.status() != 404) {
                wrong.add("without " + off.key() + ": " + answer);
            }
        }
        Crawl after = Crawl.from(visitor, origins(), STARTS);
        after.findings().forEach(finding -> wrong.add("without " + off.key() + ": " + finding));
        return wrong;
    }

    private Crawl complete(String slug) {
        return complete.computeIfAbsent(slug, key -> {
            installation.switchModules(slug, module -> true);
            try {
                return Crawl.from(installation.visit(slug), origins(), STARTS);
            } finally {
                installation.restore(slug);
            }
        });
    }

    private Set<String> origins() {
        Sites sites = installation.bean(Sites.class);
        Set<String> origins = new TreeSet<>(installation.each(site -> sites.url(site, "")));
        origins.add("http://id.cabildo.localhost:8080");
        return origins;
    }
}
