// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy.internal;

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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Checks manifests against their JSON Schema (draft 2020-12). */
@Component
class ManifestSchema {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private final JsonNode tenantNode = load("tenant.schema.json");
    private final Schema tenant = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(tenantNode);

    private static JsonNode load(String name) {
        try (InputStream in = new ClassPathResource("org/cabildo/tenancy/schema/" + name).getInputStream()) {
            return MAPPER.readTree(in);
        } catch (IOException exception) {
            throw new IllegalStateException("The schema " + name + " is not in the class path", exception);
        }
    }

    /** The schema of tenant.yaml itself. */
    JsonNode tenant() {
        return tenantNode;
    }

    /** Every place of a tenant's document that is wrong. */
    List<Error> errors(Object document) {
        return tenant.validate(MAPPER.valueToTree(document));
    }

    /** Refuses a manifest with every place that is wrong. */
    void check(String file, Object document) {
        refuse(file, errors(document));
    }

    private static void refuse(String file, List<Error> errors) {
        if (!errors.isEmpty()) {
            throw new ManifestRefused(errors.stream()
                    .map(error -> file + " " + error.getInstanceLocation() + ": " + error.getMessage())
                    .toList());
        }
    }
}
