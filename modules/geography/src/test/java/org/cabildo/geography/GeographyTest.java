// SPDX-License-Identifier: Apache-2.0
package org.cabildo.geography;

import cabildo.testkit.EmbeddedDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.cabildo.platform.Actor;
import org.cabildo.platform.Sites;
import org.cabildo.platform.TenantContext;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.manifest.CanonicalYaml;
import org.cabildo.platform.manifest.Folder;
import org.cabildo.tenancy.Manifests;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** A database with towns that tests make from files. */
@SpringBootTest(classes = GeographyApplication.class)
@EmbeddedDatabase(migrated = {"tenancy", "geography"})
public abstract class GeographyTest {

    protected static final Actor RITA =
            new Actor(UUID.randomUUID(), "Rita", "rita@example.org", Set.of("editor"), Set.of(), false);

    /** A municipality and its districts, as the beginning of a file of territories. */
    protected static final String LEVELS = """
            levels:
              - code: municipio
                name:
                  es: Municipio
                plural:
                  es: Municipios
              - code: distrito
                name:
                  es: Distrito
                plural:
                  es: Distritos
            """;

    @Autowired
    protected Manifests manifests;

    @Autowired
    protected Sites sites;

    /** Makes a town equal to the two files; an empty text leaves a file out. */
    protected TenantId town(String slug, String territories, String boundaries) {
        Folder folder = folder(slug);
        if (!territories.isEmpty()) {
            folder.put("territories/territories.yaml", territories);
        }
        if (!boundaries.isEmpty()) {
            folder.put("territories/boundaries.geojson", boundaries);
        }
        manifests.apply(folder, Actor.SYSTEM);
        return sites.bySlug(slug).orElseThrow().requireTenant();
    }

    /** The manifest of a town without territories. */
    protected static Folder folder(String slug) {
        try {
            Map<String, Object> document =
                    CanonicalYaml.read("tenant.yaml", Files.readString(Path.of("../../tenants/lapaz/tenant.yaml")));
            document.put("slug", slug);
            document.remove("domains");
            Folder folder = new Folder();
            folder.put("tenant.yaml", CanonicalYaml.write(document));
            return folder;
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    protected static <T> T as(TenantId tenant, Supplier<T> work) {
        return TenantContext.get(tenant, work);
    }

    /** A rectangle as GeoJSON. */
    protected static String box(int west, int south, int east, int north) {
        return "{\"type\":\"Polygon\",\"coordinates\":[[[%d,%d],[%d,%d],[%d,%d],[%d,%d],[%d,%d]]]}"
                .formatted(west, south, east, south, east, north, west, north, west, south);
    }
}
