// SPDX-License-Identifier: Apache-2.0
package org.cabildo.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;

/**
 * Somebody who can sign in to the embedded default.
 *
 * @param tenant slug of the tenant that they work for; empty for operators and citizens
 * @param role one of the platform's role names: OPERATOR, ADMINISTRATOR, EDITOR, CITIZEN…
 */
record DemoPerson(String email, String firstName, String lastName, String tenant, String role) {

    private static final String RESOURCE = "/demo/people.json";

    boolean operator() {
        return role.equals("OPERATOR");
    }

    boolean staff() {
        return !tenant.isEmpty();
    }

    static List<DemoPerson> all() throws IOException {
        try (InputStream stream = DemoPerson.class.getResourceAsStream(RESOURCE)) {
            return List.of(new JsonMapper().readValue(Objects.requireNonNull(stream, RESOURCE), DemoPerson[].class));
        }
    }
}
