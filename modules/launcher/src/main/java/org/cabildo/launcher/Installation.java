// SPDX-License-Identifier: Apache-2.0
package org.cabildo.launcher;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The settings of one embedded installation: addresses, users and secrets as the monolith and the gateway read them. A
 * value from the environment wins, so each part can be replaced by an external one.
 */
record Installation(Home home, Ports ports, Secrets secrets, List<DemoPerson> people, Map<String, String> environment) {

    static final String APPLICATION_ROLE = "cabildo_app";
    static final String MIGRATION_ROLE = "cabildo_migrate";

    String baseDomain() {
        return environment.getOrDefault("CABILDO_BASE_DOMAIN", "cabildo.localhost");
    }

    /** The address of a site for browsers. */
    String publicUrl(String host) {
        return "http://" + host + ":" + ports.of(Port.GATEWAY);
    }

    String identityPublicUrl() {
        return environment.getOrDefault("CABILDO_IDENTITY_PUBLIC_URL", publicUrl("id." + baseDomain()));
    }

    String managementUrl() {
        return local(Port.MONOLITH_MANAGEMENT);
    }

    String internalToken() {
        return setting("CABILDO_INTERNAL_TOKEN", "internal.token");
    }

    /** Whether the environment names an external replacement for a service. */
    static boolean external(String service, Map<String, String> environment) {
        String variable = Map.of(
                        "postgres", "CABILDO_DB_URL",
                        "opensearch", "CABILDO_SEARCH_URL",
                        "keycloak", "CABILDO_IDENTITY_URL")
                .getOrDefault(service, "");
        return !environment.getOrDefault(variable, "").isBlank();
    }

    Map<String, String> monolithSettings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("CABILDO_DB_URL", "jdbc:postgresql://127.0.0.1:" + ports.of(Port.POSTGRES) + "/cabildo");
        settings.put("CABILDO_DB_USER", APPLICATION_ROLE);
        settings.put("CABILDO_DB_PASSWORD", secrets.of("postgres." + APPLICATION_ROLE));
        settings.put("CABILDO_DB_MIGRATE_USER", MIGRATION_ROLE);
        settings.put("CABILDO_DB_MIGRATE_PASSWORD", secrets.of("postgres." + MIGRATION_ROLE));
        settings.put("CABILDO_SEARCH_URL", local(Port.OPENSEARCH));
        settings.put("CABILDO_IDENTITY_URL", local(Port.KEYCLOAK));
        settings.put("CABILDO_IDENTITY_PUBLIC_URL", identityPublicUrl());
        settings.put("CABILDO_IDENTITY_REALM", Realm.NAME);
        settings.put("CABILDO_IDENTITY_CLIENT_ID", "cabildo-portal");
        settings.put("CABILDO_IDENTITY_CLIENT_SECRET", secrets.of("keycloak.portal"));
        settings.put("CABILDO_IDENTITY_ADMIN_CLIENT_ID", "cabildo-admin");
        settings.put("CABILDO_IDENTITY_ADMIN_CLIENT_SECRET", secrets.of("keycloak.service"));
        settings.put("CABILDO_IDENTITY_BACKCHANNEL_URL", local(Port.MONOLITH));
        settings.put("CABILDO_OPERATORS", operators());
        settings.put("CABILDO_BASE_DOMAIN", baseDomain());
        settings.put("CABILDO_PUBLIC_SCHEME", "http");
        settings.put("CABILDO_PUBLIC_PORT", Integer.toString(ports.of(Port.GATEWAY)));
        settings.put("CABILDO_FILES_DIR", home.files().toString());
        settings.put("CABILDO_MAIL_DIR", home.mail().toString());
        settings.put("CABILDO_SERVER_PORT", Integer.toString(ports.of(Port.MONOLITH)));
        settings.put("CABILDO_MANAGEMENT_PORT", Integer.toString(ports.of(Port.MONOLITH_MANAGEMENT)));
        settings.put("CABILDO_INTERNAL_TOKEN", internalToken());
        return withEnvironment(settings);
    }

    Map<String, String> gatewaySettings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("CABILDO_GATEWAY_PORT", Integer.toString(ports.of(Port.GATEWAY)));
        settings.put("CABILDO_GATEWAY_MANAGEMENT_PORT", Integer.toString(ports.of(Port.GATEWAY_MANAGEMENT)));
        settings.put("CABILDO_UPSTREAM_URL", local(Port.MONOLITH));
        settings.put("CABILDO_UPSTREAM_MANAGEMENT_URL", managementUrl());
        settings.put("CABILDO_IDENTITY_URL", local(Port.KEYCLOAK));
        settings.put("CABILDO_BASE_DOMAIN", baseDomain());
        settings.put("CABILDO_INTERNAL_TOKEN", internalToken());
        settings.put("CABILDO_GATEWAY_STATE_DIR", home.gateway().toString());
        return withEnvironment(settings);
    }

    /** Placeholders of the realm file. */
    Map<String, String> realmSecrets() {
        return Map.of(
                "CABILDO_IDENTITY_CLIENT_SECRET", secrets.of("keycloak.portal"),
                "CABILDO_IDENTITY_ADMIN_CLIENT_SECRET", secrets.of("keycloak.service"));
    }

    String demoPassword() {
        return secrets.typedByPeople("demo.password");
    }

    Path jar(String folder, String artifact) {
        return home.root().resolve(folder).resolve("target").resolve(artifact + "-" + version() + ".jar");
    }

    static String version() {
        return "0.1.0-SNAPSHOT";
    }

    private String operators() {
        return people.stream()
                .filter(DemoPerson::operator)
                .map(DemoPerson::email)
                .collect(Collectors.joining(","));
    }

    private String local(Port port) {
        return "http://127.0.0.1:" + ports.of(port);
    }

    private String setting(String variable, String secret) {
        String given = environment.getOrDefault(variable, "");
        return given.isBlank() ? secrets.of(secret) : given;
    }

    private Map<String, String> withEnvironment(Map<String, String> settings) {
        settings.replaceAll((name, value) -> environment.getOrDefault(name, value));
        return settings;
    }
}
