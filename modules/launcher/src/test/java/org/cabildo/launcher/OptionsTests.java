// SPDX-License-Identifier: Apache-2.0
package org.cabildo.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OptionsTests {

    @Test
    void usesTheUsualPorts() {
        Options options = Options.parse(List.of(), Map.of());

        assertThat(options.ports().of(Port.GATEWAY)).isEqualTo(8080);
        assertThat(options.ports().of(Port.POSTGRES)).isEqualTo(15432);
        assertThat(options.fresh()).isFalse();
        assertThat(options.wants("gateway")).isTrue();
    }

    @Test
    void movesThePublicPortAlone() {
        Ports ports = Options.parse(List.of("--port", "9080"), Map.of()).ports();

        assertThat(ports.of(Port.GATEWAY)).isEqualTo(9080);
        assertThat(ports.of(Port.MONOLITH)).isEqualTo(8081);
    }

    @Test
    void movesAllPortsButChosenOnesByTheOffset() {
        Ports ports = Options.parse(List.of("--port-offset=100", "--port=keycloak=28080"), Map.of())
                .ports();

        assertThat(ports.of(Port.GATEWAY)).isEqualTo(8180);
        assertThat(ports.of(Port.KEYCLOAK)).isEqualTo(28080);
        assertThat(ports.of(Port.KEYCLOAK_MANAGEMENT)).isEqualTo(19100);
    }

    @Test
    void readsTheEnvironmentAndLetsTheCommandLineWin() {
        Map<String, String> environment = Map.of("CABILDO_PORT", "9000", "CABILDO_PORT_POSTGRES", "25432");

        assertThat(Options.parse(List.of(), environment).ports().of(Port.POSTGRES))
                .isEqualTo(25432);
        assertThat(Options.parse(List.of("--port", "9001"), environment).ports().of(Port.GATEWAY))
                .isEqualTo(9001);
    }

    @Test
    void startsOnlyWhatIsNamed() {
        Options options = Options.parse(List.of("--only", "postgres,opensearch", "--fresh"), Map.of());

        assertThat(options.wants("postgres")).isTrue();
        assertThat(options.wants("keycloak")).isFalse();
        assertThat(options.fresh()).isTrue();
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertRefused("unknown option --frsh", "--frsh");
        assertRefused("no port is called postgre", "--port", "postgre=1");
        assertRefused("no service is called mongo", "--only", "mongo");
        assertRefused("--port needs a number, not 'x'", "--port", "x");
        assertRefused("--port needs a value", "--port");
        assertRefused("port 8081 is given twice", "--port", "8081");
        assertRefused("port 70000 for gateway is not between 1 and 65535", "--port", "70000");
    }

    private static void assertRefused(String message, String... arguments) {
        assertThatThrownBy(() -> Options.parse(List.of(arguments), Map.of()))
                .isInstanceOf(LaunchException.class)
                .hasMessageContaining(message);
    }
}
