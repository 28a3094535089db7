// SPDX-License-Identifier: Apache-2.0
package org.cabildo.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The realm file that comes with this module, filled in: secrets of the two clients, and people for a demonstration.
 *
 * @param secrets values of the placeholders in the file
 * @param people who can sign in; none in production
 */
record Realm(Map<String, String> secrets, List<DemoPerson> people, String password) {

    static final String NAME = "cabildo";

    private static final JsonMapper JSON = new JsonMapper();
    private static final String RESOURCE = "/keycloak/cabildo-realm.json";

    /** Makes the realm through the admin API of a new Keycloak; one that exists is left as it is. */
    void create(String url, String admin, String adminPassword) throws IOException {
        Map<String, String> bearer = Map.of("Authorization", "Bearer " + token(url, admin, adminPassword));
        Http.Answer answer = Http.send(
                "POST", url + "/admin/realms", bearer, "application/json", representation(), Duration.ofSeconds(60));
        boolean there = answer.status() == 409;
        if (!answer.ok() && !there) {
            throw new LaunchException("Keycloak refused the realm (" + answer.status() + "): " + answer.body());
        }
    }

    private static String token(String url, String admin, String password) throws IOException {
        String form =
                "grant_type=password&client_id=admin-cli&username=" + encoded(admin) + "&password=" + encoded(password);
        Http.Answer answer = Http.send(
                "POST",
                url + "/realms/master/protocol/openid-connect/token",
                Map.of(),
                "application/x-www-form-urlencoded",
                form,
                Duration.ofSeconds(30));
        if (!answer.ok()) {
            throw new LaunchException("Keycloak refused its administrator (" + answer.status() + "): " + answer.body());
        }
        return JSON.readTree(answer.body()).path("access_token").asString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    String representation() throws IOException {
        ObjectNode realm = (ObjectNode) JSON.readTree(filledIn());
        ArrayNode users = realm.withArray("users");
        people.forEach(person -> users.add(user(person)));
        return JSON.writeValueAsString(realm);
    }

    private String filledIn() throws IOException {
        try (InputStream stream = Realm.class.getResourceAsStream(RESOURCE)) {
            String text = new String(Objects.requireNonNull(stream, RESOURCE).readAllBytes(), StandardCharsets.UTF_8);
            for (Map.Entry<String, String> secret : secrets.entrySet()) {
                text = text.replace("${" + secret.getKey() + "}", secret.getValue());
            }
            return text;
        }
    }

    private ObjectNode user(DemoPerson person) {
        ObjectNode user = JSON.createObjectNode();
        user.put("username", person.email());
        user.put("email", person.email());
        user.put("emailVerified", true);
        user.put("enabled", true);
        user.put("firstName", person.firstName());
        user.put("lastName", person.lastName());
        user.putObject("attributes").putArray("locale").add("es");
        ObjectNode credential = user.putArray("credentials").addObject();
        credential.put("type", "password");
        credential.put("value", password);
        credential.put("temporary", false);
        return user;
    }
}
