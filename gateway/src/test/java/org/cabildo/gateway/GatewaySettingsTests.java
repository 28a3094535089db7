// SPDX-License-Identifier: Apache-2.0
package org.cabildo.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.util.unit.DataSize;

class GatewaySettingsTests {

    private static GatewaySettings bound(Map<String, Object> variables) throws Exception {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .replace(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new SystemEnvironmentPropertySource(
                                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, variables));
        environment
                .getPropertySources()
                .replace(
                        StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME,
                        new MapPropertySource(StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME, Map.of()));
        new YamlPropertySourceLoader()
                .load("application", new ClassPathResource("application.yaml"))
                .forEach(environment.getPropertySources()::addLast);
        return Binder.get(environment)
                .bind("cabildo.gateway", GatewaySettings.class)
                .get();
    }

    @Test
    void defaultsSuitAnInstallationOnOneMachine() throws Exception {
        GatewaySettings settings = bound(Map.of());

        assertThat(settings)
                .isEqualTo(new GatewaySettings(
                        "cabildo.localhost",
                        "http",
                        8080,
                        List.of(),
                        Path.of(".cabildo/gateway"),
                        URI.create("http://127.0.0.1:8081"),
                        URI.create("http://127.0.0.1:8091"),
                        URI.create("http://127.0.0.1:18080"),
                        "",
                        new GatewaySettings.Directory(
                                Duration.ofSeconds(2), Duration.ofSeconds(1), Duration.ofSeconds(3)),
                        new GatewaySettings.Upstream(
                                Duration.ofSeconds(2), Duration.ofSeconds(60), 400, 100, 50, Duration.ofSeconds(1)),
                        new GatewaySettings.Requests(
                                DataSize.ofMegabytes(25), 4096, DataSize.ofBytes(512), Duration.ofSeconds(20)),
                        settings.rates(),
                        settings.identity()));
        assertThat(settings.rates().enabled()).isTrue();
        assertThat(settings.rates().client()).isEqualTo(new Rate(3000, 600));
        assertThat(settings.rates().writes()).isEqualTo(new Rate(300, 60));
        assertThat(settings.rates().signIn()).isEqualTo(new Rate(120, 60));
        assertThat(settings.rates().search()).isEqualTo(new Rate(240, 60));
        assertThat(settings.rates().tenantPerMinute()).isEqualTo(6000);
        assertThat(settings.rates().signInPaths()).contains("/oauth2/**");
        assertThat(settings.rates().searchPaths()).contains("/buscar");
        assertThat(settings.identity().closedPaths()).contains("/realms/master");
        assertThat(settings.identityHost()).isEqualTo("id.cabildo.localhost");
    }

    @Test
    void environmentVariablesSetEverything() throws Exception {
        GatewaySettings settings = bound(Map.ofEntries(
                Map.entry("CABILDO_BASE_DOMAIN", "ejemplo.bo"),
                Map.entry("CABILDO_PUBLIC_SCHEME", "https"),
                Map.entry("CABILDO_PUBLIC_PORT", "443"),
                Map.entry("CABILDO_TRUSTED_PROXIES", "10.0.0.0/8, 192.168.0.1"),
                Map.entry("CABILDO_GATEWAY_STATE_DIR", "/var/lib/cabildo"),
                Map.entry("CABILDO_UPSTREAM_URL", "http://cabildo:8081"),
                Map.entry("CABILDO_UPSTREAM_MANAGEMENT_URL", "http://cabildo:8091"),
                Map.entry("CABILDO_IDENTITY_URL", "http://keycloak:8080"),
                Map.entry("CABILDO_INTERNAL_TOKEN", "secret"),
                Map.entry("CABILDO_GATEWAY_REQUESTS_MAXBODY", "5MB"),
                Map.entry("CABILDO_GATEWAY_UPSTREAM_RESPONSETIMEOUT", "10s"),
                Map.entry("CABILDO_GATEWAY_RATES_CLIENT", "10/2")));

        assertThat(settings.identityHost()).isEqualTo("id.ejemplo.bo");
        assertThat(settings.publicScheme()).isEqualTo("https");
        assertThat(settings.publicPort()).isEqualTo(443);
        assertThat(settings.trustedProxies()).containsExactly("10.0.0.0/8", "192.168.0.1");
        assertThat(settings.stateDir()).isEqualTo(Path.of("/var/lib/cabildo"));
        assertThat(settings.upstreamUrl()).hasHost("cabildo").hasPort(8081);
        assertThat(settings.upstreamManagementUrl()).hasPort(8091);
        assertThat(settings.identityUrl()).hasHost("keycloak");
        assertThat(settings.internalToken()).isEqualTo("secret");
        assertThat(settings.requests().maxBody()).isEqualTo(DataSize.ofMegabytes(5));
        assertThat(settings.upstream().responseTimeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(settings.rates().client()).isEqualTo(new Rate(10, 2));
    }

    @Test
    void withoutALoadBalancerThePublicPortIsTheGateways() throws Exception {
        assertThat(bound(Map.of("CABILDO_GATEWAY_PORT", "9000")).publicPort()).isEqualTo(9000);
    }

    @Test
    void aSchemeThatIsNoneAndARateOfZeroAreRefused() {
        assertThatThrownBy(() -> bound(Map.of("CABILDO_PUBLIC_SCHEME", "ftp"))).isInstanceOf(BindException.class);
        assertThatThrownBy(() -> Rate.valueOf("0/0")).isInstanceOf(IllegalArgumentException.class);
        assertThat(Rate.valueOf("5")).isEqualTo(new Rate(5, 5));
    }
}
