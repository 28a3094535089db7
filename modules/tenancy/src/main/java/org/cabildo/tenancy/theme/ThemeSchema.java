// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy.theme;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.cabildo.platform.manifest.ManifestRefused;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Checks design tokens against the JSON Schema of themes (draft 2020-12). */
@Component
class ThemeSchema {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private final Schema theme = load("theme.schema.json");

    private static Schema load(String name) {
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        try (InputStream in = new ClassPathResource("org/cabildo/tenancy/schema/" + name).getInputStream()) {
            return registry.getSchema(MAPPER.readTree(in));
        } catch (IOException exception) {
            throw new IllegalStateException("The schema " + name + " is not in the class path", exception);
        }
    }

    /** Refuses a theme with every place that is wrong. */
    void check(String file, String json) {
        refuse(file, theme.validate(MAPPER.readTree(json)));
    }

    private static void refuse(String file, List<Error> errors) {
        if (!errors.isEmpty()) {
            throw new ManifestRefused(errors.stream()
                    .map(error -> file + " " + error.getInstanceLocation() + ": " + error.getMessage())
                    .toList());
        }
    }
}
