// SPDX-License-Identifier: Apache-2.0
package org.cabildo.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChartSchemaTests {

    private static final Map<String, Object> SCHEMA = Chart.yaml(Chart.DIRECTORY.resolve("values.schema.json"));

    @TempDir
    Path scratch;

    @Test
    void refusesToRenderWithoutTheRequiredValues() {
        assertThatThrownBy(Chart::render)
                .hasMessageContainingAll("values don't meet the specifications of the schema", "baseDomain")
                .hasMessageContainingAll("internalTokenSecret", "registry");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{gatewayy: {}} | gatewayy",
                "{database: {password: hunter2}} | password",
                "{monolith: {livenesProbe: {}}} | livenesProbe",
                "{monolith: {resources: {limit: {memory: 1Gi}}}} | limit",
                "{monolith: {replicas: two}} | replicas",
                "{monolith: {replicas: 0}} | replicas",
                "{monolith: {resources: {limits: {memory: lots}}}} | memory",
                "{monolith: {image: {tag: latest}}} | tag",
                "{gateway: {image: {digest: 'sha256:short'}}} | digest",
                "{monolith: {extraEnv: [{name: lower, value: x}]}} | extraEnv",
                "{monolith: {extraEnv: [{name: API_TOKEN, value: hunter2}]}} | extraEnv",
                "{gateway: {extraEnv: [{name: STORE_PASSWORD, value: hunter2}]}} | extraEnv",
                "{publicScheme: ftp} | publicScheme",
                "{publicPort: '443'} | publicPort",
                "{baseDomain: 'https://example.org'} | baseDomain",
                "{baseDomain: null} | baseDomain",
                "{database: {url: 'jdbc:postgresql://db/cabildo?password=hunter2'}} | url",
                "{database: {url: 'postgres://db/cabildo'}} | url",
                "{search: {url: 'https://admin:hunter2@search:9200'}} | url",
                "{database: {application: {passwordSecret: {name: ''}}}} | name",
                "{identity: {adminClient: {secret: {key: ''}}}} | key",
                "{operators: ['not an address']} | operators",
                "{files: {persistence: {accessMode: Sometimes}}} | accessMode",
                "{gateway: {podLabels: {app.kubernetes.io/component: monolith}}} | app.kubernetes.io/component",
                "{networkPolicy: {monitoringFrom: [{}]}} | monitoringFrom",
            })
    void refusesValuesThatAreUnknownMissingOrOfTheWrongKind(String overlay, String named) throws IOException {
        Path values = Files.writeString(scratch.resolve("overlay.yaml"), overlay);

        assertThatThrownBy(() -> Chart.render(Chart.example("minimal"), values))
                .hasMessageContainingAll("specifications of the schema", named);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{files: {persistence: {enabled: true}}} | not both",
                "{files: {s3: {bucket: ''}}} | uploads would be lost",
                "{files: {s3: {endpoint: ''}}} | files.s3.endpoint is required",
                "{files: {s3: {credentialsSecret: {name: ''}}}} | files.s3.credentialsSecret.name is required",
                "{files: {s3: {bucket: ''}, persistence: {enabled: true}}} | needs monolith.replicas: 1",
                "{files: {s3: {bucket: ''}, persistence: {enabled: true}}, monolith: {replicas: 1, "
                        + "autoscaling: {enabled: true}}} | needs monolith.replicas: 1",
                "{search: {user: cabildo}} | search.passwordSecret.name is required",
                "{mail: {host: smtp.example.org}} | mail.from is required",
                "{mail: {host: smtp.example.org, from: a@b.org, user: a}} | mail.passwordSecret.name is required",
                "{gateway: {preStopSleepSeconds: 60}} | gateway.terminationGracePeriodSeconds must leave",
                "{monolith: {autoscaling: {minReplicas: 9}}} | monolith.autoscaling.minReplicas is greater",
                "{serviceAccount: {create: false}} | serviceAccount.name is required",
            })
    void refusesCombinationsThatCannotWorkAndSaysWhy(String overlay, String reason) throws IOException {
        Path values = Files.writeString(scratch.resolve("overlay.yaml"), overlay);

        assertThatThrownBy(() -> Chart.render(Chart.example("minimal"), values)).hasMessageContaining(reason);
    }

    @Test
    void describesAndClosesEveryObject() {
        List<String> faults = new ArrayList<>();
        inspect("", SCHEMA, faults);
        asMap(SCHEMA, "definitions").forEach((name, definition) -> inspect("#" + name, asMap(definition), faults));
        assertThat(faults).isEmpty();
    }

    @Test
    void knowsExactlyTheKeysOfTheDefaultValues() {
        Set<String> described = new TreeSet<>();
        leaves("", SCHEMA, described);
        described.remove("global");
        assertThat(ValueKeys.leaves()).containsExactlyElementsOf(described);
    }

    private static void inspect(String path, Map<String, Object> schema, List<String> faults) {
        if (!schema.containsKey("description") && !schema.containsKey("$ref")) {
            faults.add(path + " has no description");
        }
        if (schema.containsKey("properties") && !Boolean.FALSE.equals(schema.get("additionalProperties"))) {
            faults.add(path + " accepts unknown keys");
        }
        asMap(schema, "properties").forEach((key, child) -> inspect(path + "." + key, asMap(child), faults));
    }

    private static void leaves(String path, Map<String, Object> schema, Set<String> leaves) {
        Map<String, Object> properties = asMap(schema, "properties");
        if (schema.get("allOf") instanceof List<?> list) {
            String reference = (String) asMap(list.getFirst()).get("$ref");
            properties = asMap(
                    asMap(asMap(SCHEMA, "definitions").get(reference.substring("#/definitions/".length()))),
                    "properties");
        }
        if (properties.isEmpty() || path.endsWith(".resources")) {
            leaves.add(path);
            return;
        }
        properties.forEach((key, child) -> leaves(path.isEmpty() ? key : path + "." + key, asMap(child), leaves));
    }

    private static Map<String, Object> asMap(Map<String, Object> owner, String key) {
        return owner.containsKey(key) ? asMap(owner.get(key)) : Map.of();
    }

    @SuppressWarnings({"unchecked", "NullAway"})
    private static Map<String, Object> asMap(Object value) {
        return (Map<String, Object>) value;
    }
}
