// SPDX-License-Identifier: Apache-2.0
package org.cabildo.launcher;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A port of the embedded default: its usual number, and the names by which it can be moved. */
enum Port {
    GATEWAY(8080),
    GATEWAY_MANAGEMENT(8090),
    MONOLITH(8081),
    MONOLITH_MANAGEMENT(8091),
    POSTGRES(15432),
    OPENSEARCH(19200),
    OPENSEARCH_TRANSPORT(19300),
    KEYCLOAK(18080),
    KEYCLOAK_MANAGEMENT(19000);

    private final int usual;

    Port(int usual) {
        this.usual = usual;
    }

    int usual() {
        return usual;
    }

    /** The name on the command line, as in {@code --port keycloak-management=19001}. */
    String option() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The service that listens there. */
    String service() {
        return option().replaceFirst("-.*", "");
    }

    /** The environment variable; the public port, which people move most, has the short one. */
    String variable() {
        return this == GATEWAY ? "CABILDO_PORT" : "CABILDO_PORT_" + name();
    }

    /** What to type to move this port, for messages. */
    String howToMove(int example) {
        return this == GATEWAY ? "--port " + example : "--port " + option() + "=" + example;
    }

    static Set<Port> of(Set<String> services) {
        return Arrays.stream(values())
                .filter(port -> services.contains(port.service()))
                .collect(Collectors.toSet());
    }

    static Optional<Port> named(String option) {
        return Arrays.stream(values())
                .filter(port -> port.option().equals(option))
                .findFirst();
    }
}
