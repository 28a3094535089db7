// SPDX-License-Identifier: Apache-2.0
package org.cabildo.helm;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cabildo.helm.SettingsPage.Setting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChartSettingsTests {

    private static final Pattern SECRET = Pattern.compile("PASSWORD|SECRET|TOKEN|CREDENTIAL|_KEY");
    private static final Pattern SETTING = Pattern.compile("CABILDO_[A-Z0-9_]+");

    @TempDir
    Path scratch;

    static List<Path> examples() {
        return Chart.examples();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gateway", "monolith"})
    void setsExactlyTheSettingsThatThePageSaysItSets(String container) throws IOException {
        Path plain = Files.writeString(scratch.resolve("plain.yaml"), container + ": {extraEnv: []}");
        Set<String> rendered = new TreeSet<>();
        for (Path example : Chart.examples()) {
            rendered.addAll(ContainerEnvironment.of(Chart.objects(example, plain))
                    .get(container)
                    .names());
        }

        assertThat(rendered)
                .containsExactlyElementsOf(SettingsPage.settings().stream()
                        .filter(setting -> setting.concerns(container) && setting.inChart())
                        .map(Setting::name)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void thePageNamesEachSettingOnceWithAKnownProcessAndRealValues() {
        List<Setting> settings = SettingsPage.settings();
        Set<String> keys = ValueKeys.all();

        assertThat(settings).extracting(Setting::name).doesNotHaveDuplicates().hasSizeGreaterThan(30);
        assertThat(settings).allSatisfy(setting -> {
            assertThat(setting.process()).as(setting.name()).isIn("monolith", "gateway", "both");
            assertThat(setting.meaning()).as(setting.name()).isNotBlank();
            assertThat(setting.chart()).as(setting.name()).matches("—|\\*fixed\\*|`[^`]+`(, `[^`]+`)*");
            assertThat(keys).as(setting.name()).containsAll(setting.keys());
        });
    }

    @Test
    void thePageHasEverySettingThatAProcessReads() throws IOException {
        Set<String> read = new TreeSet<>();
        try (Stream<Path> files = Stream.concat(Files.walk(Path.of("../modules")), Files.walk(Path.of("../gateway")))
                .filter(file ->
                        file.toString().matches(".*/src/main/resources/application[^/]*\\.(yaml|yml|properties)"))) {
            for (Path file : files.toList()) {
                SETTING.matcher(Files.readString(file)).results().forEach(match -> read.add(match.group()));
            }
        }

        assertThat(SettingsPage.settings()).extracting(Setting::name).containsAll(read);
    }

    @ParameterizedTest
    @MethodSource("examples")
    void noSecretIsWrittenIntoTheManifests(Path example) {
        List<HasMetadata> objects = Chart.objects(example);

        assertThat(Chart.only(objects, Secret.class)).isEmpty();
        ContainerEnvironment.of(objects).forEach((container, environment) -> {
            assertThat(environment.literals().keySet()).as(container).noneMatch(SECRET.asPredicate());
            assertThat(environment.literals().values())
                    .as(container)
                    .noneMatch(value -> value.matches(".*://[^/\\s]*:[^/\\s]*@.*"));
            assertThat(environment.names()).as(container).doesNotHaveDuplicates();
        });
    }

    @Test
    void everySecretComesFromTheReferenceInTheValues() {
        Map<String, ContainerEnvironment> environments = ContainerEnvironment.of(Chart.objects(Chart.example("full")));

        assertThat(environments.get("monolith").references())
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("CABILDO_DB_PASSWORD", "db-app/password"),
                        Map.entry("CABILDO_DB_MIGRATE_PASSWORD", "db-migrate/password"),
                        Map.entry("CABILDO_SEARCH_PASSWORD", "search/password"),
                        Map.entry("CABILDO_IDENTITY_CLIENT_SECRET", "identity/portal"),
                        Map.entry("CABILDO_IDENTITY_ADMIN_CLIENT_SECRET", "identity/admin"),
                        Map.entry("CABILDO_FILES_S3_ACCESS_KEY", "files/access"),
                        Map.entry("CABILDO_FILES_S3_SECRET_KEY", "files/secret"),
                        Map.entry("CABILDO_MAIL_PASSWORD", "mail/password"),
                        Map.entry("CABILDO_INTERNAL_TOKEN", "cabildo-internal/token"),
                        Map.entry("EXAMPLE_API_TOKEN", "example/token")));
        assertThat(environments.get("gateway").references())
                .containsExactly(Map.entry("CABILDO_INTERNAL_TOKEN", "cabildo-internal/token"));
    }

    @Test
    void theGatewayFindsTheMonolithByItsService() {
        Map<String, String> gateway = ContainerEnvironment.of(Chart.objects(Chart.example("full")))
                .get("gateway")
                .literals();

        assertThat(gateway)
                .containsEntry("CABILDO_UPSTREAM_URL", "http://gobierno-abierto-monolith:8081")
                .containsEntry("CABILDO_UPSTREAM_MANAGEMENT_URL", "http://gobierno-abierto-monolith:8091");
    }

    @Test
    void theSignInAddressFollowsFromTheBaseDomain() throws IOException {
        assertThat(signIn("{}")).isEqualTo("https://id.cabildo.example.org");
        assertThat(signIn("{publicPort: 8443}")).isEqualTo("https://id.cabildo.example.org:8443");
        assertThat(signIn("{publicScheme: http, publicPort: 80}")).isEqualTo("http://id.cabildo.example.org");
        assertThat(signIn("{identity: {publicUrl: 'https://sso.example.org'}}")).isEqualTo("https://sso.example.org");
    }

    private String signIn(String overlay) throws IOException {
        Path values = Files.writeString(scratch.resolve("overlay.yaml"), overlay);
        String address = ContainerEnvironment.of(Chart.objects(Chart.example("minimal"), values))
                .get("monolith")
                .literals()
                .get("CABILDO_IDENTITY_PUBLIC_URL");
        assertThat(address).isNotNull();
        return address;
    }
}
