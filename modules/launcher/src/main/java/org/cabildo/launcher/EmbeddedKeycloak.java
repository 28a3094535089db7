// SPDX-License-Identifier: Apache-2.0
package org.cabildo.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A real Keycloak for tests with the product's realm in it, on an H2 file. The distribution is unpacked and prepared once
 * per checkout (some 20 seconds) and shared with {@code ./cabildo up}; a start takes 10 seconds, a later one on the same
 * folder 6. Ends with the JVM that started it.
 */
public final class EmbeddedKeycloak implements AutoCloseable {

    private final Keycloak.Place place;
    private final Secrets secrets;
    private final Standalone running;

    private EmbeddedKeycloak(Keycloak.Place place, Secrets secrets, Standalone running) {
        this.place = place;
        this.secrets = secrets;
        this.running = running;
    }

    /** Starts on free ports; browsers reach it where the caller does. */
    public static EmbeddedKeycloak start(Path folder) {
        int[] ports = Standalone.freePorts(2);
        return start(folder, ports[0], ports[1], "http://127.0.0.1:" + ports[0]);
    }

    /**
     * Starts with its data and its log in {@code folder}.
     *
     * @param publicUrl the address that browsers see, for instance through a gateway
     */
    public static EmbeddedKeycloak start(Path folder, int port, int managementPort, String publicUrl) {
        Path data = folder.toAbsolutePath();
        try {
            Secrets secrets = new Secrets(data.resolve("secrets.properties"));
            Keycloak.Place place =
                    new Keycloak.Place(Standalone.programs(), data.resolve("h2"), port, managementPort, publicUrl);
            Realm realm = new Realm(
                    Map.of(
                            "CABILDO_IDENTITY_CLIENT_SECRET", secrets.of("keycloak.portal"),
                            "CABILDO_IDENTITY_ADMIN_CLIENT_SECRET", secrets.of("keycloak.service")),
                    DemoPerson.all(),
                    secrets.typedByPeople("demo.password"));
            Path log = data.resolve("keycloak.log");
            Standalone running = Standalone.start(new Keycloak(place, log, secrets, realm), log);
            return new EmbeddedKeycloak(place, secrets, running);
        } catch (IOException e) {
            throw new LaunchException("keycloak does not start: " + e.getMessage(), e);
        }
    }

    /** The address for this machine, such as {@code http://127.0.0.1:18080}. */
    public String url() {
        return place.url();
    }

    /** The address that browsers see, and the issuer's. */
    public String publicUrl() {
        return place.publicUrl();
    }

    public String realm() {
        return Realm.NAME;
    }

    /** Of the client {@code cabildo-portal}. */
    public String clientSecret() {
        return secrets.of("keycloak.portal");
    }

    /** Of the client {@code cabildo-admin}. */
    public String adminClientSecret() {
        return secrets.of("keycloak.service");
    }

    /** Of Keycloak's own administrator, {@code admin} in the realm {@code master}. */
    public String masterPassword() {
        return secrets.of("keycloak.admin");
    }

    /** Mail addresses of the people who can sign in. */
    public List<String> people() {
        try {
            return DemoPerson.all().stream().map(DemoPerson::email).toList();
        } catch (IOException e) {
            throw new LaunchException("cannot read the people of the demonstration", e);
        }
    }

    /** The password of each of them. */
    public String password() {
        return secrets.of("demo.password");
    }

    /** Ends the process without farewell. */
    public void kill() {
        running.kill();
    }

    /** After {@link #kill()}: starts again with the same data and ports. */
    public void restart() {
        running.restart();
    }

    @Override
    public void close() {
        running.close();
    }
}
