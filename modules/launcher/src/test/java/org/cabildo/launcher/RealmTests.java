// SPDX-License-Identifier: Apache-2.0
package org.cabildo.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RealmTests {

    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void holdsNobodyButTheApplicationsOwnAccount() throws IOException {
        try (InputStream file = Realm.class.getResourceAsStream("/keycloak/cabildo-realm.json")) {
            assertThat(JSON.readTree(file).path("users"))
                    .singleElement()
                    .satisfies(user -> assertThat(
                                    user.path("serviceAccountClientId").asString())
                            .isEqualTo("cabildo-admin"));
        }
    }

    @Test
    void fillsInSecretsAndPeople() throws IOException {
        DemoPerson person = new DemoPerson("ana@correo.example", "Ana", "Prueba", "", "CITIZEN");
        Map<String, String> secrets =
                Map.of("CABILDO_IDENTITY_CLIENT_SECRET", "one", "CABILDO_IDENTITY_ADMIN_CLIENT_SECRET", "two");

        JsonNode realm = JSON.readTree(new Realm(secrets, List.of(person), "a-password").representation());

        assertThat(realm.path("clients").path(0).path("secret").asString()).isEqualTo("one");
        assertThat(realm.path("clients").path(1).path("secret").asString()).isEqualTo("two");
        assertThat(realm.path("users").path(1).path("username").asString()).isEqualTo("ana@correo.example");
        assertThat(realm.path("users")
                        .path(1)
                        .path("credentials")
                        .path(0)
                        .path("value")
                        .asString())
                .isEqualTo("a-password");
    }

    @Test
    void namesOneOperatorAtLeastAndStaffWithTenant() throws IOException {
        assertThat(DemoPerson.all()).anyMatch(DemoPerson::operator).anyMatch(DemoPerson::staff);
    }
}
