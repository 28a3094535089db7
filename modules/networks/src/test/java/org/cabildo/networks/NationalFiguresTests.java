// SPDX-License-Identifier: Apache-2.0
package org.cabildo.networks;

import static org.assertj.core.api.Assertions.assertThat;

import cabildo.testkit.EmbeddedDatabase;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.cabildo.networks.comparison.Comparisons;
import org.cabildo.networks.comparison.Composite;
import org.cabildo.networks.comparison.Entity;
import org.cabildo.networks.comparison.Figure;
import org.cabildo.networks.comparison.Measure;
import org.cabildo.networks.importing.FigureImports;
import org.cabildo.networks.importing.ImportReport;
import org.cabildo.networks.importing.Samples;
import org.cabildo.platform.Actor;
import org.cabildo.platform.Sites;
import org.cabildo.platform.TenantContext;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.manifest.Folder;
import org.cabildo.tenancy.Manifests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** Real figures of 339 municipalities; skipped where the published files are not beside the checkout. */
@SpringBootTest(classes = NetworksApplication.class)
@EmbeddedDatabase(migrated = {"tenancy", "indicators", "networks"})
class NationalFiguresTests {

    private static final String EDITION = "atlas-2020";

    private final Comparisons comparisons;
    private final FigureImports imports;
    private final Manifests manifests;
    private final Sites sites;
    private TenantId network = new TenantId(1);

    @Autowired
    NationalFiguresTests(Comparisons comparisons, FigureImports imports, Manifests manifests, Sites sites) {
        this.comparisons = comparisons;
        this.imports = imports;
        this.manifests = manifests;
        this.sites = sites;
    }

    @BeforeEach
    void importThePublishedFigures() throws IOException {
        var folder = Samples.figures("bolivia");
        manifests.apply(parts("bolivia"), Actor.SYSTEM);
        network = sites.bySlug("bolivia").orElseThrow().requireTenant();
        ImportReport report = as(() -> imports.store(network, folder, Actor.SYSTEM));
        assertThat(report.problems()).isEmpty();
        assertThat(report.stored()).isTrue();
    }

    @Test
    void holdsEveryFigureAndNoneThatIsMissing() {
        assertThat(as(() -> comparisons.entities(network))).hasSize(339);
        assertThat(as(() -> comparisons.measures(network, EDITION))).hasSize(62 + 16);
        long raw = figures().stream()
                .filter(figure -> figure.measure().startsWith("sdg"))
                .count();
        assertThat(raw).isEqualTo(20_900);
        assertThat(as(() -> comparisons.shapes(network)))
                .allSatisfy(entity -> assertThat(entity.shape()).contains("Polygon"));
    }

    @Test
    void repeatsThePublishedIndexAsTheMeanOfThePublishedGoalIndices() {
        Map<String, BigDecimal> published = values("imds");
        Map<String, List<BigDecimal>> goals = figures().stream()
                .filter(figure -> figure.measure().startsWith("indice-ods-"))
                .collect(Collectors.groupingBy(Figure::entity, Collectors.mapping(Figure::value, Collectors.toList())));

        long equal = published.entrySet().stream()
                .filter(entry -> Composite.mean(goals.get(entry.getKey()))
                                .setScale(1, RoundingMode.HALF_UP)
                                .compareTo(entry.getValue())
                        == 0)
                .count();

        assertThat(goals.values()).allSatisfy(fifteen -> assertThat(fifteen).hasSize(15));
        assertThat(equal).isGreaterThanOrEqualTo(338);
    }

    @Test
    void recalculatesTheIndexWithinAPointOfThePublishedOne() {
        Map<String, BigDecimal> published = values("imds");
        Map<String, Composite> recalculated = as(() -> comparisons.composites(network, EDITION));

        assertThat(recalculated).hasSize(339);
        assertThat(published)
                .allSatisfy((code, imds) -> assertThat(
                                recalculated.get(code).score().subtract(imds).abs())
                        .as(code)
                        .isLessThanOrEqualTo(new BigDecimal("0.8")));
    }

    @Test
    void composesInTheDatabaseAsTheMethodSays() {
        List<Measure> measures = as(() -> comparisons.measures(network, EDITION));
        Map<String, Composite> stored = as(() -> comparisons.composites(network, EDITION));

        Composite.of(measures, figures()).forEach((code, expected) -> {
            assertThat(stored.get(code).score())
                    .as(code)
                    .isCloseTo(expected.score(), org.assertj.core.data.Offset.offset(new BigDecimal("0.000000001")));
            assertThat(stored.get(code).measured()).isEqualTo(expected.measured());
            assertThat(stored.get(code).asked()).isEqualTo(62);
        });
    }

    @Test
    void keepsMunicipalitiesOfTheSameNameApart() {
        Map<String, Long> names = as(() -> comparisons.entities(network)).stream()
                .filter(entity ->
                        entity.name().equals("Entre Ríos") || entity.name().equals("San Ramón"))
                .collect(Collectors.groupingBy(Entity::name, Collectors.counting()));

        assertThat(names).containsEntry("Entre Ríos", 2L).containsEntry("San Ramón", 2L);
        assertThat(as(() -> comparisons.entities(network)))
                .extracting(Entity::code)
                .doesNotHaveDuplicates();
    }

    @Test
    void marksFiguresThatAreHardToBelieveAndKeepsThem() {
        Figure treated = figures().stream()
                .filter(figure -> figure.measure().equals("sdg6_3_tar"))
                .max(java.util.Comparator.comparing(Figure::value))
                .orElseThrow();

        assertThat(treated.value()).isEqualByComparingTo("210.6");
        assertThat(treated.note()).isEqualTo("networks.note.implausible");
    }

    @Test
    void changesNothingWhenTheSameFilesComeAgain() {
        List<Figure> before = figures();
        ImportReport again = as(() -> imports.store(network, Samples.figures("bolivia"), Actor.SYSTEM));

        assertThat(again.changes().none()).isTrue();
        assertThat(again.changes().figuresSame()).isGreaterThan(20_000);
        assertThat(figures()).containsExactlyInAnyOrderElementsOf(before);
    }

    private Map<String, BigDecimal> values(String measure) {
        Map<String, BigDecimal> values = new TreeMap<>();
        as(() -> comparisons.figures(network, EDITION, measure))
                .forEach(figure -> values.put(figure.entity(), figure.value()));
        return values;
    }

    private List<Figure> figures() {
        return as(() -> comparisons.allFigures(network, EDITION));
    }

    static Folder parts(String slug) throws IOException {
        Folder all = Folder.read(Samples.TENANTS.resolve(slug));
        Folder some = new Folder();
        all.all().forEach((file, content) -> {
            if (file.equals("tenant.yaml") || file.startsWith("comparison/")) {
                some.put(file, content);
            }
        });
        return some;
    }

    private <T> T as(Supplier<T> work) {
        return TenantContext.get(network, work);
    }
}
