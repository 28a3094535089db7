// SPDX-License-Identifier: Apache-2.0
package org.cabildo.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class PortCheckTests {

    @Test
    void acceptsFreePorts() {
        Ports ports = Ports.of(Map.of(Port.POSTGRES, Standalone.freePorts(1)[0]), 0);

        assertThatCode(() -> PortCheck.requireFree(Set.of(Port.POSTGRES), ports))
                .doesNotThrowAnyException();
    }

    @Test
    void namesTheTakenPortAndTheSettingThatMovesIt() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            Ports ports = Ports.of(Map.of(Port.KEYCLOAK, taken.getLocalPort()), 0);

            assertThatThrownBy(() -> PortCheck.requireFree(Set.of(Port.KEYCLOAK), ports))
                    .isInstanceOf(LaunchException.class)
                    .hasMessageContaining("port " + taken.getLocalPort() + " (keycloak) is in use")
                    .hasMessageContaining("--port keycloak=")
                    .hasMessageContaining("CABILDO_PORT_KEYCLOAK=")
                    .hasMessageContaining("--port-offset");
        }
    }

    @Test
    void seesAListenerOnEveryAddress() throws IOException {
        try (ServerSocket taken = new ServerSocket(0)) {
            assertThat(PortCheck.free(taken.getLocalPort())).isFalse();
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void namesTheProcessThatHoldsThePort() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThat(PortHolder.of(taken.getLocalPort()))
                    .hasValueSatisfying(who -> assertThat(who)
                            .startsWith("process " + ProcessHandle.current().pid()));
        }
    }
}
