// SPDX-License-Identifier: Apache-2.0
package org.cabildo.helm;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ChartPodTests {

    private static final Map<String, Integer> MANAGEMENT_PORTS = Map.of("gateway", 8090, "monolith", 8091);

    static Stream<Deployment> deployments() {
        return Chart.examples().stream().flatMap(example -> deployments(example).stream());
    }

    private static List<Deployment> deployments(Path example) {
        List<Deployment> deployments = Chart.only(Chart.objects(example), Deployment.class);
        assertThat(deployments).hasSize(2);
        return deployments;
    }

    @ParameterizedTest
    @MethodSource("deployments")
    void everyContainerIsProbedOnTheManagementPort(Deployment deployment) {
        for (Container container : containers(deployment)) {
            assertThat(container.getPorts())
                    .filteredOn(port -> port.getName().equals("management"))
                    .extracting(ContainerPort::getContainerPort)
                    .containsExactly(MANAGEMENT_PORTS.get(container.getName()));
            assertProbe(container.getStartupProbe(), "/actuator/health/liveness");
            assertProbe(container.getLivenessProbe(), "/actuator/health/liveness");
            assertProbe(container.getReadinessProbe(), "/actuator/health/readiness");
        }
    }

    @ParameterizedTest
    @MethodSource("deployments")
    void everyContainerRunsWithTheLeastPrivilege(Deployment deployment) {
        PodSpec pod = deployment.getSpec().getTemplate().getSpec();
        assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
        assertThat(pod.getSecurityContext().getRunAsUser()).isGreaterThanOrEqualTo(1000);
        assertThat(pod.getSecurityContext().getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
        assertThat(pod.getAutomountServiceAccountToken()).isFalse();
        assertThat(pod.getHostNetwork()).isNull();
        assertThat(pod.getHostPID()).isNull();
        assertThat(pod.getHostIPC()).isNull();
        for (Container container : containers(deployment)) {
            var security = container.getSecurityContext();
            assertThat(security.getAllowPrivilegeEscalation()).isFalse();
            assertThat(security.getPrivileged()).isFalse();
            assertThat(security.getReadOnlyRootFilesystem()).isTrue();
            assertThat(security.getRunAsNonRoot()).isTrue();
            assertThat(security.getCapabilities().getDrop()).containsExactly("ALL");
            assertThat(security.getCapabilities().getAdd()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("deployments")
    void scratchSpaceIsBoundedAndEveryMountHasItsVolume(Deployment deployment) {
        PodSpec pod = deployment.getSpec().getTemplate().getSpec();
        Map<String, Volume> volumes =
                pod.getVolumes().stream().collect(Collectors.toMap(Volume::getName, volume -> volume));
        assertThat(volumes.values()).allSatisfy(volume -> {
            assertThat(volume.getHostPath()).isNull();
            if (volume.getEmptyDir() != null) {
                assertThat(volume.getEmptyDir().getSizeLimit()).isNotNull();
            }
        });
        for (Container container : containers(deployment)) {
            assertThat(container.getVolumeMounts())
                    .anySatisfy(mount -> assertThat(mount.getMountPath()).isEqualTo("/tmp"))
                    .allSatisfy(mount -> assertThat(volumes).containsKey(mount.getName()));
        }
    }

    @ParameterizedTest
    @MethodSource("deployments")
    void imagesArePinned(Deployment deployment) {
        for (Container container : containers(deployment)) {
            assertThat(container.getImage())
                    .matches("registry\\.example\\.org/cabildo/cabildo(-gateway)?(:[\\w.-]+|@sha256:[a-f0-9]{64})")
                    .doesNotContain(":latest");
        }
    }

    @Test
    void theDefaultTagIsTheVersionOfTheBuild() throws IOException {
        Matcher version = Pattern.compile("<artifactId>cabildo</artifactId>\\s*<version>([^<]+)</version>")
                .matcher(Files.readString(Path.of("pom.xml")));
        assertThat(version.find()).isTrue();

        assertThat(Chart.yaml(Chart.DIRECTORY.resolve("Chart.yaml"))).containsEntry("appVersion", version.group(1));
        assertThat(deployments(Chart.example("minimal")))
                .allSatisfy(deployment -> assertThat(containers(deployment))
                        .allSatisfy(
                                container -> assertThat(container.getImage()).endsWith(":" + version.group(1))));
    }

    @ParameterizedTest
    @MethodSource("deployments")
    void everyContainerStatesItsResources(Deployment deployment) {
        for (Container container : containers(deployment)) {
            assertThat(container.getResources().getRequests()).containsKeys("cpu", "memory");
            assertThat(container.getResources().getLimits()).containsKey("memory");
        }
    }

    @ParameterizedTest
    @MethodSource("deployments")
    void stoppingLeavesTimeToDrain(Deployment deployment) {
        PodSpec pod = deployment.getSpec().getTemplate().getSpec();
        for (Container container : containers(deployment)) {
            // No shell in the image: the kubelet itself sleeps. Spring then drains for up to 30 seconds.
            long pause = container.getLifecycle().getPreStop().getSleep().getSeconds();
            assertThat(pause).isPositive();
            assertThat(pod.getTerminationGracePeriodSeconds()).isGreaterThanOrEqualTo(pause + 35);
        }
    }

    @ParameterizedTest
    @MethodSource("deployments")
    void givesUpOnAReleaseLaterThanOnAStart(Deployment deployment) {
        for (Container container : containers(deployment)) {
            Probe startup = container.getStartupProbe();
            assertThat(deployment.getSpec().getProgressDeadlineSeconds())
                    .isGreaterThan(startup.getPeriodSeconds() * startup.getFailureThreshold());
        }
    }

    @Test
    void anUpgradeNeverTakesAPodAwayBeforeItsSuccessorIsReady() {
        for (String example : List.of("minimal", "full")) {
            assertThat(deployments(Chart.example(example))).allSatisfy(deployment -> {
                var strategy = deployment.getSpec().getStrategy();
                assertThat(strategy.getType()).isEqualTo("RollingUpdate");
                assertThat(strategy.getRollingUpdate().getMaxUnavailable().getIntVal())
                        .isZero();
            });
        }
    }

    @Test
    void filesOnAVolumeMeanOneMonolithThatIsReplacedInPlace() {
        Deployment monolith = deployments(Chart.example("volume")).stream()
                .filter(deployment -> deployment.getMetadata().getName().endsWith("-monolith"))
                .findFirst()
                .orElseThrow();
        assertThat(monolith.getSpec().getReplicas()).isEqualTo(1);
        assertThat(monolith.getSpec().getStrategy().getType()).isEqualTo("Recreate");
        assertThat(monolith.getSpec().getTemplate().getSpec().getVolumes())
                .anySatisfy(volume -> assertThat(volume.getPersistentVolumeClaim())
                        .extracting("claimName")
                        .isEqualTo(Chart.RELEASE + "-cabildo-files"));
    }

    @Test
    void podsSpreadOverZonesAndNodes() {
        assertThat(deployments())
                .allSatisfy(deployment -> assertThat(
                                deployment.getSpec().getTemplate().getSpec().getTopologySpreadConstraints())
                        .extracting("topologyKey")
                        .containsExactly("topology.kubernetes.io/zone", "kubernetes.io/hostname"));
    }

    @Test
    void noServiceAccountTokenIsMounted() {
        for (Path example : Chart.examples()) {
            assertThat(Chart.only(Chart.objects(example), ServiceAccount.class))
                    .singleElement()
                    .satisfies(account -> assertThat(account.getAutomountServiceAccountToken())
                            .isFalse());
        }
    }

    private static List<Container> containers(Deployment deployment) {
        PodSpec pod = deployment.getSpec().getTemplate().getSpec();
        assertThat(pod.getInitContainers()).isEmpty();
        assertThat(pod.getContainers()).isNotEmpty();
        return pod.getContainers();
    }

    private static void assertProbe(Probe probe, String path) {
        assertThat(probe).isNotNull();
        assertThat(probe.getHttpGet().getPath()).isEqualTo(path);
        assertThat(probe.getHttpGet().getPort().getStrVal()).isEqualTo("management");
    }
}
