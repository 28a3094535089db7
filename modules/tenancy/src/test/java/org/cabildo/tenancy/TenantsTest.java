// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy;

import cabildo.testkit.EmbeddedDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.cabildo.platform.Actor;
import org.cabildo.platform.Audit;
import org.cabildo.platform.LegalTexts;
import org.cabildo.platform.Site;
import org.cabildo.platform.Sites;
import org.cabildo.platform.TenantContext;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.manifest.Folder;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.MessageSource;

/** A live sample under a name of its own, and somebody who administers it. */
@SpringBootTest(classes = TenancyApplication.class)
@EmbeddedDatabase(migrated = "tenancy")
abstract class TenantsTest {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    static final Actor ADELA =
            new Actor(UUID.randomUUID(), "Adela", "adela@example.org", Set.of("administrator"), Set.of(), false);

    @Autowired
    Tenants tenants;

    @Autowired
    Manifests manifests;

    @Autowired
    Sites sites;

    @Autowired
    Audit audit;

    @Autowired
    LegalTexts legal;

    @Autowired
    MessageSource messages;

    Folder sample = new Folder();
    String slug = "";

    @BeforeEach
    void applyASample() throws IOException {
        slug = "muestra" + NUMBER.incrementAndGet();
        sample = sample("lapaz", slug);
        manifests.apply(sample, Actor.SYSTEM);
    }

    static Folder sample(String name, String renamed) throws IOException {
        Folder folder = Folder.read(Path.of("../../tenants", name));
        folder.put(
                "tenant.yaml",
                folder.text("tenant.yaml").orElseThrow().replace("slug: " + name + "\n", "slug: " + renamed + "\n"));
        return folder;
    }

    Outcome change(Profile.Part part) {
        return in(() -> tenants.change(tenant(), part, ADELA));
    }

    <T> T in(Supplier<T> work) {
        return TenantContext.get(tenant(), work);
    }

    List<Audit.Entry> entries() {
        return in(() -> audit.ofTenant(tenant(), Audit.Filter.ALL, null, 10));
    }

    String words(Outcome.Problem problem) {
        return messages.getMessage(problem.key(), problem.arguments(), Locale.of("es"));
    }

    static List<String> fields(Outcome outcome) {
        return outcome.problems().stream().map(Outcome.Problem::field).toList();
    }

    Site site() {
        return sites.bySlug(slug).orElseThrow();
    }

    long version() {
        return site().version();
    }

    TenantId tenant() {
        return profile().tenant();
    }

    Profile profile() {
        return tenants.profile(slug).orElseThrow();
    }
}
