// SPDX-License-Identifier: Apache-2.0
package org.cabildo.networks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cabildo.testkit.EmbeddedDatabase;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import org.cabildo.indicators.Indicators;
import org.cabildo.indicators.Observation.Recorded;
import org.cabildo.indicators.Observation.State;
import org.cabildo.indicators.Period;
import org.cabildo.indicators.Series;
import org.cabildo.networks.comparison.Comparisons;
import org.cabildo.networks.comparison.Composite;
import org.cabildo.networks.comparison.Consents;
import org.cabildo.networks.comparison.Figure;
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

@SpringBootTest(classes = NetworksApplication.class)
@EmbeddedDatabase(migrated = {"tenancy", "indicators", "networks"})
class ComparisonsTests {

    private static final Path TENANTS = Path.of("../../tenants");
    private static final String EDITION = "edicion-2020";
    private static final Actor ROSA =
            new Actor(UUID.randomUUID(), "Rosa", "rosa@example.org", Set.of("administrator"), Set.of(), false);

    private final Comparisons comparisons;
    private final Consents consents;
    private final Indicators indicators;
    private final Manifests manifests;
    private final Sites sites;
    private TenantId network = new TenantId(1);
    private TenantId laPaz = new TenantId(1);

    @Autowired
    ComparisonsTests(
            Comparisons comparisons, Consents consents, Indicators indicators, Manifests manifests, Sites sites) {
        this.comparisons = comparisons;
        this.consents = consents;
        this.indicators = indicators;
        this.manifests = manifests;
        this.sites = sites;
    }

    @BeforeEach
    void applyTheSampleNetworkAndItsMembers() throws IOException {
        for (String slug : List.of("amb", "cobija", "elalto", "lapaz", "potosi", "trinidad")) {
            manifests.apply(parts(slug), Actor.SYSTEM);
        }
        network = sites.bySlug("amb").orElseThrow().requireTenant();
        laPaz = sites.bySlug("lapaz").orElseThrow().requireTenant();
        waitFor(() -> figures("agua-potable").size() == 5);
    }

    @Test
    void showsWhatMembersPublishWithSourceAndPeriod() {
        Figure figure = figure("agua-potable", "020101");

        assertThat(figure.value()).isEqualByComparingTo("99.3");
        assertThat(figure.period()).isEqualTo("2017");
        assertThat(figure.source()).contains("Atlas municipal");
    }

    @Test
    void hidesAFigureWithoutConsentAndShowsItAgainWithIt() {
        Set<String> all = as(laPaz, () -> consents.standing(laPaz, "amb"));
        Set<String> less = new TreeSet<>(all);
        less.remove("homicidios");

        as(laPaz, () -> {
            consents.set(laPaz, "amb", less, ROSA);
            return null;
        });
        waitFor(() -> figures("homicidios").size() == 4);
        assertThat(figures("agua-potable")).hasSize(5);

        as(laPaz, () -> {
            consents.set(laPaz, "amb", all, ROSA);
            return null;
        });
        waitFor(() -> figures("homicidios").size() == 5);
        assertThat(as(laPaz, () -> consents.to(laPaz, "amb")))
                .filteredOn(consent -> consent.indicator().equals("homicidios"))
                .extracting(Consents.Consent::standing)
                .containsExactly(true, false);
    }

    @Test
    void neverShowsWhatAMemberDidNotAgreeTo() {
        assertThat(figures("ingresos-propios"))
                .extracting(Figure::entity)
                .hasSize(4)
                .doesNotContain("090101");
    }

    @Test
    void followsACorrectionOfAMember() {
        Recorded corrected = new Recorded(
                Series.headline("agua-potable"),
                new Period("2017"),
                State.VALUE,
                new BigDecimal("98.7"),
                "",
                "",
                "Corregido por la fuente");
        as(laPaz, () -> indicators.record(laPaz, List.of(corrected), ROSA));

        waitFor(() -> figure("agua-potable", "020101").version() > 1);
        assertThat(figure("agua-potable", "020101").value()).isEqualByComparingTo("98.7");
        assertThat(figure("agua-potable", "020101").note()).isEqualTo("Corregido por la fuente");
    }

    @Test
    void makesACompositeOfEverybodyWithItsCoverage() {
        var composites = as(
                network,
                () -> Composite.of(comparisons.measures(network, EDITION), comparisons.allFigures(network, EDITION)));

        assertThat(composites).hasSize(5);
        assertThat(composites.get("020101").score())
                .isGreaterThan(composites.get("090101").score());
        assertThat(composites.get("020101").coverage()).isEqualTo(100);
        assertThat(composites.get("090101").coverage()).isLessThan(100);
    }

    @Test
    void keepsAnotherTenantFromReadingTheReadModel() {
        assertThat(as(laPaz, () -> comparisons.editions(laPaz))).isEmpty();
        assertThat(as(laPaz, () -> comparisons.entities(laPaz))).isEmpty();
        assertThat(as(network, () -> consents.to(network, "amb"))).isEmpty();
    }

    @Test
    void exportsEditionsAndConsentsByteForByte() throws IOException {
        for (String slug : List.of("amb", "trinidad")) {
            Folder wanted = parts(slug);
            Folder exported = manifests.export(slug);

            wanted.below("comparison/")
                    .forEach((file, content) -> assertThat(exported.text(file))
                            .as(slug + "/" + file)
                            .isEqualTo(wanted.text(file)));
            assertThat(exported.below("comparison/")).hasSameSizeAs(wanted.below("comparison/"));
        }
    }

    private Figure figure(String measure, String entity) {
        return figures(measure).stream()
                .filter(figure -> figure.entity().equals(entity))
                .findFirst()
                .orElseThrow();
    }

    private List<Figure> figures(String measure) {
        return as(network, () -> comparisons.figures(network, EDITION, measure));
    }

    private static void waitFor(java.util.concurrent.Callable<Boolean> condition) {
        await().atMost(Duration.ofSeconds(60)).ignoreExceptions().until(condition);
    }

    private static Folder parts(String slug) throws IOException {
        Folder all = Folder.read(TENANTS.resolve(slug));
        Folder some = new Folder();
        all.all().forEach((file, content) -> {
            if (file.equals("tenant.yaml") || file.startsWith("indicators/") || file.startsWith("comparison/")) {
                some.put(file, content);
            }
        });
        return some;
    }

    private static <T> T as(TenantId tenant, Supplier<T> work) {
        return TenantContext.get(tenant, work);
    }
}
