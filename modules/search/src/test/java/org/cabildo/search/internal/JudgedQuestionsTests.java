// SPDX-License-Identifier: Apache-2.0
package org.cabildo.search.internal;

import static org.assertj.core.api.Assertions.assertThat;

import cabildo.testkit.EmbeddedDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.cabildo.platform.Site;
import org.cabildo.platform.TenantContext;
import org.cabildo.platform.search.SearchDocument;
import org.cabildo.search.SearchQuery;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Questions in Spanish about the sample tenants' pages and news, with documents that people judged to answer them
 * ({@code judgements.tsv}). The figure is the normalised discounted cumulative gain of the first ten hits (nDCG@10) with
 * gains of 2^grade - 1.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@EmbeddedDatabase(migrated = "search")
@SpringBootTest(classes = SearchApplication.class)
class JudgedQuestionsTests {

    private static final double FLOOR_OF_OPENSEARCH = 0.90;
    private static final double FLOOR_OF_STORE = 0.90;
    private static final int DEPTH = 10;

    @Autowired
    Towns towns;

    @Autowired
    Library news;

    @Autowired
    Library pages;

    @Autowired
    Reconciliation reconciliation;

    @Autowired
    OpenSearchEngine openSearch;

    @Autowired
    StoreEngine store;

    @Autowired
    TransactionTemplate transactions;

    private final Map<String, Site> sites = new HashMap<>();

    @DynamicPropertySource
    static void node(DynamicPropertyRegistry registry) {
        registry.add("cabildo.search.url", SharedNode::url);
        registry.add("cabildo.search.index", () -> "judged");
    }

    /** A question with the documents that answer it. */
    private record Judged(String tenant, String question, Map<String, Integer> grades) {}

    @BeforeAll
    void offerTheSamples() throws IOException {
        Path folder = Files.exists(Path.of("tenants")) ? Path.of("tenants") : Path.of("../../tenants");
        try (Stream<Path> tenants = Files.list(folder)) {
            for (Path tenant : tenants.filter(Files::isDirectory).sorted().toList()) {
                Site site = towns.found();
                sites.put(tenant.getFileName().toString(), site);
                read(site, tenant.resolve("content/news"), news);
                read(site, tenant.resolve("content/pages"), pages);
                reconciliation.compare(site.requireTenant(), true);
            }
        }
        // a comparison refreshes the index before it reads
        sites.values().forEach(site -> reconciliation.compare(site.requireTenant(), false));
    }

    private static void read(Site site, Path folder, Library library) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                library.put(site.requireTenant(), document(file, library.type()));
            }
        }
    }

    private static SearchDocument document(Path file, String type) throws IOException {
        String[] name = file.getFileName().toString().split("\\.");
        String[] parts = Files.readString(file).split("(?m)^---$", 3);
        return SearchDocument.of(
                type,
                name[0],
                Locale.of(name[1]),
                line(parts[1], "title"),
                line(parts[1], "summary"),
                parts[2].replaceAll("\\]\\([^)]*\\)", " ")
                        .replaceAll("[#*_|>`\\[-]+", " ")
                        .replaceAll("\\s+", " "),
                "/" + type + "/" + name[0]);
    }

    private static String line(String front, String key) {
        return front.lines()
                .filter(line -> line.startsWith(key + ": "))
                .map(line -> line.substring(key.length() + 2).replaceAll("^\"|\"$", ""))
                .findFirst()
                .orElse("");
    }

    private static List<Judged> judgements() throws IOException {
        List<Judged> judged = new ArrayList<>();
        for (String line : new String(
                        JudgedQuestionsTests.class
                                .getResourceAsStream("/judgements.tsv")
                                .readAllBytes(),
                        java.nio.charset.StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.startsWith("#"))
                .toList()) {
            String[] columns = line.split("\t");
            Map<String, Integer> grades = new LinkedHashMap<>();
            for (String grade : columns[2].split(" ")) {
                grades.put(grade.split("=")[0], Integer.valueOf(grade.split("=")[1]));
            }
            judged.add(new Judged(columns[0], columns[1], grades));
        }
        return judged;
    }

    @Test
    void judgesSixtyQuestionsAtLeastByDocumentsThatExist() throws IOException {
        List<Judged> judged = judgements();

        assertThat(judged).hasSizeGreaterThanOrEqualTo(60);
        assertThat(judged)
                .allSatisfy(one -> assertThat(one.grades().keySet()).allSatisfy(place -> {
                    String[] parts = place.split(":");
                    Library library = parts[0].equals("news") ? news : pages;
                    assertThat(library.one(sites.get(one.tenant()).requireTenant(), parts[1]))
                            .as("%s of %s", place, one.tenant())
                            .isNotEmpty();
                }));
    }

    @Test
    void answersWellFromOpenSearch() throws IOException {
        assertThat(measure("OpenSearch", openSearch)).isGreaterThan(FLOOR_OF_OPENSEARCH);
    }

    @Test
    void answersWellFromPostgres() throws IOException {
        assertThat(measure("PostgreSQL", store)).isGreaterThan(FLOOR_OF_STORE);
    }

    @Test
    void wouldNoticeAWorseOrder() throws IOException {
        assertThat(measure("PostgreSQL, upside down", store, Comparator.<Integer>reverseOrder()))
                .isLessThan(FLOOR_OF_STORE);
    }

    private double measure(String name, SearchEngine engine) throws IOException {
        return measure(name, engine, Comparator.<Integer>naturalOrder());
    }

    private double measure(String name, SearchEngine engine, Comparator<Integer> order) throws IOException {
        double sum = 0;
        List<String> poor = new ArrayList<>();
        List<Judged> judgements = judgements();
        for (Judged judged : judgements) {
            List<String> found = new ArrayList<>(answer(engine, judged));
            if (order.compare(0, 1) > 0) {
                java.util.Collections.reverse(found);
            }
            double gain = ndcg(found, judged.grades());
            sum += gain;
            if (gain < 0.7) {
                poor.add("%.2f %s: %s -> %s".formatted(gain, judged.tenant(), judged.question(), found));
            }
        }
        double mean = sum / judgements.size();
        System.out.printf("nDCG@10 of %s over %d questions: %.3f%n", name, judgements.size(), mean);
        poor.forEach(line -> System.out.println("  " + line));
        return mean;
    }

    private List<String> answer(SearchEngine engine, Judged judged) {
        Scope scope = Scope.of(sites.get(judged.tenant()), Towns.SPANISH);
        String words = Question.essential(judged.question());
        SearchQuery query = SearchQuery.of(judged.question());
        Found found = TenantContext.get(
                scope.tenant(), () -> transactions.execute(status -> PortalSearch.twice(engine, scope, words, query)));
        return found.places().stream()
                .map(place -> place.key().type() + ":" + place.key().id())
                .toList();
    }

    static double ndcg(List<String> found, Map<String, Integer> grades) {
        List<Integer> gains = found.stream()
                .limit(DEPTH)
                .map(id -> grades.getOrDefault(id, 0))
                .toList();
        List<Integer> best = grades.values().stream()
                .sorted(Comparator.reverseOrder())
                .limit(DEPTH)
                .toList();
        return gain(gains) / gain(best);
    }

    private static double gain(List<Integer> grades) {
        double sum = 0;
        for (int place = 0; place < grades.size(); place++) {
            sum += (Math.pow(2, grades.get(place)) - 1) / (Math.log(place + 2.0) / Math.log(2));
        }
        return sum;
    }
}
