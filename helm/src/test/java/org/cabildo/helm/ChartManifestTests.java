// SPDX-License-Identifier: Apache-2.0
package org.cabildo.helm;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ChartManifestTests {

    static List<Path> examples() {
        return Chart.examples();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyObjectHasOnlyFieldsThatKubernetesKnows(Path example) {
        for (HasMetadata object : Chart.objects(example)) {
            assertThat(UnknownFields.of(object))
                    .as("%s %s", object.getKind(), object.getMetadata().getName())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyObjectIsInTheReleaseWithItsLabels(Path example) {
        for (HasMetadata object : Chart.objects(example)) {
            assertThat(object.getMetadata().getNamespace()).isEqualTo(Chart.NAMESPACE);
            assertThat(object.getMetadata().getName()).hasSizeLessThanOrEqualTo(63);
            assertThat(object.getMetadata().getLabels())
                    .containsEntry("app.kubernetes.io/instance", Chart.RELEASE)
                    .containsEntry("app.kubernetes.io/part-of", "cabildo")
                    .containsKeys("app.kubernetes.io/name", "app.kubernetes.io/version", "helm.sh/chart");
        }
    }

    @Test
    void rendersThePartsThatTheValuesAskFor() {
        assertThat(kinds("minimal"))
                .isEqualTo("ConfigMap,ConfigMap,Deployment,Deployment,Ingress,NetworkPolicy,NetworkPolicy,"
                        + "PodDisruptionBudget,PodDisruptionBudget,Service,Service,ServiceAccount");
        assertThat(kinds("full")).contains("HorizontalPodAutoscaler,HorizontalPodAutoscaler");
        assertThat(kinds("volume")).contains("PersistentVolumeClaim").doesNotContain("Ingress");
    }

    @Test
    void aMisspeltFieldIsFound() throws IOException {
        HasMetadata object = Chart.parse(fixture("misspelt-probe.yaml")).getFirst();

        assertThat(UnknownFields.of(object))
                .containsExactlyInAnyOrder(
                        "spec.replica",
                        "spec.template.spec.containers[0].livenesProbe",
                        "spec.template.spec.containers[0].readinessProbe.httpGet.pth");
    }

    @Test
    void anObjectOfUnknownKindIsFound() throws IOException {
        HasMetadata object = Chart.parse(fixture("unknown-kind.yaml")).getFirst();

        assertThat(UnknownFields.of(object)).containsExactly("spec");
    }

    private static String kinds(String example) {
        return Chart.objects(Chart.example(example)).stream()
                .map(HasMetadata::getKind)
                .sorted()
                .collect(Collectors.joining(","));
    }

    private static String fixture(String name) throws IOException {
        try (var stream = ChartManifestTests.class.getResourceAsStream(name)) {
            assertThat(stream).isNotNull();
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
