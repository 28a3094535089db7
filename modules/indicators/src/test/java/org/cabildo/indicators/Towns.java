// SPDX-License-Identifier: Apache-2.0
package org.cabildo.indicators;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.cabildo.platform.Actor;
import org.cabildo.platform.TenantContext;
import org.cabildo.platform.TenantId;
import org.cabildo.platform.manifest.CanonicalYaml;
import org.cabildo.platform.manifest.Folder;

/** Towns and indicators for tests. */
final class Towns {

    static final Actor RITA =
            new Actor(UUID.randomUUID(), "Rita", "rita@example.org", Set.of("editor"), Set.of(), false);

    private Towns() {}

    /** The folder of a sample town under another slug, without its data. */
    static Folder like(String name, String slug) throws IOException {
        Map<String, Object> document =
                CanonicalYaml.read("tenant.yaml", Files.readString(Path.of("../../tenants/" + name + "/tenant.yaml")));
        document.put("slug", slug);
        document.remove("domains");
        Folder folder = new Folder();
        folder.put("tenant.yaml", CanonicalYaml.write(document));
        return folder;
    }

    static Indicator indicator(String code, boolean published) {
        return new Indicator(
                code,
                Map.of("es", "Cobertura de " + code),
                Map.of(),
                Map.of("es", "% de la población"),
                1,
                Direction.UP,
                "year",
                Map.of(),
                "Encuesta de hogares",
                "",
                "",
                "ods-6",
                new BigDecimal("100"),
                "2030",
                1,
                published);
    }

    static <T> T as(TenantId tenant, Supplier<T> work) {
        return TenantContext.get(tenant, work);
    }
}
