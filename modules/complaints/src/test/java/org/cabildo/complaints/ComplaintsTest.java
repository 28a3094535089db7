// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints;

import cabildo.testkit.EmbeddedDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.cabildo.complaints.ServiceRequest.Reporter;
import org.cabildo.geography.GeoPoint;
import org.cabildo.platform.Actor;
import org.cabildo.platform.Sites;
import org.cabildo.platform.TenantContext;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.manifest.CanonicalYaml;
import org.cabildo.platform.manifest.Folder;
import org.cabildo.tenancy.Manifests;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** A database with towns that report to themselves; each test has one of its own. */
@SpringBootTest(
        classes = ComplaintsApplication.class,
        properties = {"cabildo.complaints.sweep=P1D", "cabildo.complaints.folding=P1D"})
@EmbeddedDatabase(migrated = {"tenancy", "geography", "notifications", "complaints"})
public abstract class ComplaintsTest {

    /** Does everything that staff may do. */
    protected static final Actor TRIAGE = staff("Tania", "complaints.triage", "complaints.work", "complaints.moderate");

    /** Works on what was given to an office. */
    protected static final Actor WORKER = staff("Walter", "complaints.work");

    protected static final GeoPoint PLACE = new GeoPoint(-16.4957, -68.1335);

    private static final AtomicInteger TOWNS = new AtomicInteger();

    @Autowired
    protected Manifests manifests;

    @Autowired
    protected Sites sites;

    @Autowired
    protected Reporting reporting;

    @Autowired
    protected Handling handling;

    @Autowired
    protected Voice voice;

    @Autowired
    protected SetClock clock;

    protected TenantId town;

    @BeforeEach
    void foundATown() {
        clock.set(SetClock.MONDAY_NINE);
        town = found(Map.of());
    }

    /** A town whose manifest has these files besides its own. */
    protected TenantId found(Map<String, String> files) {
        return found(files, true);
    }

    /** A town that tracks complaints or does not. */
    protected TenantId found(Map<String, String> files, boolean tracks) {
        String slug = "pueblo-" + TOWNS.incrementAndGet();
        Folder folder = folder(slug, tracks);
        files.forEach(folder::put);
        manifests.apply(folder, Actor.SYSTEM);
        return sites.bySlug(slug).orElseThrow().requireTenant();
    }

    public static Folder folder(String slug, boolean tracks) {
        try {
            Map<String, Object> document =
                    CanonicalYaml.read("tenant.yaml", Files.readString(Path.of("../../tenants/lapaz/tenant.yaml")));
            document.put("slug", slug);
            document.remove("domains");
            document.put("modules", Map.of("complaints", tracks));
            Folder folder = new Folder();
            folder.put("tenant.yaml", CanonicalYaml.write(document));
            return folder;
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    private static Actor staff(String name, String... permissions) {
        return new Actor(
                UUID.randomUUID(),
                name,
                name.toLowerCase(java.util.Locale.ROOT) + "@example.org",
                Set.of("complaints.worker"),
                Set.of(permissions),
                false);
    }

    protected static <T> T as(TenantId tenant, Supplier<T> work) {
        return TenantContext.get(tenant, work);
    }

    /** An anonymous report of something without questions, on a street of La Paz. */
    protected static NewRequest report(String service) {
        return report(service, PLACE, Reporter.ANONYMOUS, Map.of());
    }

    protected static NewRequest report(
            String service, @Nullable GeoPoint point, Reporter reporter, Map<String, List<String>> answers) {
        return new NewRequest(
                UUID.randomUUID().toString(),
                service,
                "Frente al mercado, desde el lunes.",
                answers,
                point,
                point == null ? "Calle Comercio 12" : "",
                "",
                "",
                "web",
                reporter,
                false,
                List.of(),
                "",
                null);
    }

    protected Reported send(NewRequest request) {
        return as(town, () -> reporting.report(town, request));
    }

    protected ServiceRequest move(long id, String status, String note) {
        return as(town, () -> handling.move(town, id, Handling.Move.to(status).because("", note), TRIAGE));
    }
}
