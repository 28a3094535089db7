// SPDX-License-Identifier: Apache-2.0
package org.cabildo.networks;

import static org.awaitility.Awaitility.await;

import cabildo.testkit.EmbeddedDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.cabildo.networks.comparison.Comparisons;
import org.cabildo.networks.comparison.Figure;
import org.cabildo.platform.Actor;
import org.cabildo.platform.Site;
import org.cabildo.platform.Sites;
import org.cabildo.platform.TenantContext;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.manifest.Folder;
import org.cabildo.tenancy.Manifests;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** A test with the sample network and its five members, each as its folder says. */
@SpringBootTest(classes = NetworksApplication.class)
@EmbeddedDatabase(migrated = {"tenancy", "indicators", "networks"})
abstract class NetworkTest {

    static final String EDITION = "edicion-2020";
    static final String LA_PAZ = "020101";
    static final Actor ROSA =
            new Actor(UUID.randomUUID(), "Rosa", "rosa@example.org", Set.of("administrator"), Set.of(), false);

    private static final Path TENANTS = Path.of("../../tenants");

    @Autowired
    Manifests manifests;

    @Autowired
    Sites sites;

    @Autowired
    Comparisons comparisons;

    TenantId network = new TenantId(1);
    TenantId laPaz = new TenantId(1);

    @BeforeEach
    void applyTheSampleNetworkAndItsMembers() throws IOException {
        for (String slug : List.of("amb", "cobija", "elalto", "lapaz", "potosi", "trinidad")) {
            manifests.apply(parts(slug), Actor.SYSTEM);
        }
        network = site("amb").requireTenant();
        laPaz = site("lapaz").requireTenant();
        waitFor(() -> figures("agua-potable").size() == 5);
    }

    Site site(String slug) {
        return sites.bySlug(slug).orElseThrow();
    }

    List<Figure> figures(String measure) {
        return figures(EDITION, measure);
    }

    List<Figure> figures(String edition, String measure) {
        return as(network, () -> comparisons.figures(network, edition, measure));
    }

    boolean shows(String edition, String measure, String entity) {
        return figures(edition, measure).stream()
                .anyMatch(figure -> figure.entity().equals(entity));
    }

    static void waitFor(Callable<Boolean> condition) {
        await().atMost(Duration.ofSeconds(60)).ignoreExceptions().until(condition);
    }

    static Folder parts(String slug) throws IOException {
        Folder all = Folder.read(TENANTS.resolve(slug));
        Folder some = new Folder();
        all.all().forEach((file, content) -> {
            if (file.equals("tenant.yaml") || file.startsWith("indicators/") || file.startsWith("comparison/")) {
                some.put(file, content);
            }
        });
        return some;
    }

    static <T> T as(TenantId tenant, Supplier<T> work) {
        return TenantContext.get(tenant, work);
    }

    static void run(TenantId tenant, Runnable work) {
        TenantContext.run(tenant, work);
    }
}
