// SPDX-License-Identifier: Apache-2.0
package org.cabildo.helm;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyIngressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ChartNetworkTests {

    static List<Path> examples() {
        return Chart.examples();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void selectorsOfServicesBudgetsAndPoliciesChooseExactlyTheirOwnPods(Path example) {
        List<HasMetadata> objects = Chart.objects(example);
        for (String component : List.of("gateway", "monolith")) {
            Deployment own = named(objects, Deployment.class, component);
            Deployment other = named(objects, Deployment.class, component.equals("gateway") ? "monolith" : "gateway");
            List<Map<String, String>> selectors = List.of(
                    own.getSpec().getSelector().getMatchLabels(),
                    named(objects, Service.class, component).getSpec().getSelector(),
                    named(objects, PodDisruptionBudget.class, component)
                            .getSpec()
                            .getSelector()
                            .getMatchLabels(),
                    named(objects, NetworkPolicy.class, component)
                            .getSpec()
                            .getPodSelector()
                            .getMatchLabels());
            assertThat(selectors).allSatisfy(selector -> {
                assertThat(selector).isNotEmpty();
                assertThat(labels(own)).containsAllEntriesOf(selector);
                assertThat(labels(other).entrySet().containsAll(selector.entrySet()))
                        .isFalse();
            });
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void everyServicePortIsAPortOfTheContainer(Path example) {
        List<HasMetadata> objects = Chart.objects(example);
        for (String component : List.of("gateway", "monolith")) {
            Set<String> ports = named(objects, Deployment.class, component)
                    .getSpec()
                    .getTemplate()
                    .getSpec()
                    .getContainers()
                    .getFirst()
                    .getPorts()
                    .stream()
                    .map(ContainerPort::getName)
                    .collect(java.util.stream.Collectors.toSet());
            assertThat(named(objects, Service.class, component).getSpec().getPorts())
                    .extracting(port -> port.getTargetPort().getStrVal())
                    .isSubsetOf(ports);
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void theManagementPortOfTheGatewayIsNotOffered(Path example) {
        Service service = named(Chart.objects(example), Service.class, "gateway");
        assertThat(service.getSpec().getPorts())
                .extracting(ServicePort::getName)
                .containsExactly("http");
    }

    @ParameterizedTest
    @MethodSource("examples")
    void onlyTheGatewayReachesTheMonolithAndOnlyMonitoringReachesManagementBesides(Path example) {
        List<HasMetadata> objects = Chart.objects(example);
        Map<String, String> gateway = labels(named(objects, Deployment.class, "gateway"));

        List<NetworkPolicyIngressRule> monolith =
                named(objects, NetworkPolicy.class, "monolith").getSpec().getIngress();
        assertThat(monolith).hasSize(2);
        assertThat(ports(monolith.get(0))).containsExactly("http", "management");
        assertThat(monolith.get(0).getFrom()).singleElement().satisfies(peer -> {
            assertThat(peer.getNamespaceSelector()).isNull();
            assertThat(gateway)
                    .containsAllEntriesOf(peer.getPodSelector().getMatchLabels())
                    .containsEntry("app.kubernetes.io/component", "gateway");
            assertThat(peer.getPodSelector().getMatchLabels()).containsKey("app.kubernetes.io/component");
        });
        assertMonitoring(monolith.get(1));

        List<NetworkPolicyIngressRule> edge =
                named(objects, NetworkPolicy.class, "gateway").getSpec().getIngress();
        assertThat(edge).hasSize(2);
        assertThat(ports(edge.get(0))).containsExactly("http");
        assertMonitoring(edge.get(1));
    }

    @Test
    void aListOfDestinationsClosesEveryOther() {
        List<HasMetadata> objects = Chart.objects(Chart.example("full"));
        for (String component : List.of("gateway", "monolith")) {
            NetworkPolicy policy = named(objects, NetworkPolicy.class, component);
            assertThat(policy.getSpec().getPolicyTypes()).containsExactly("Ingress", "Egress");
            assertThat(policy.getSpec().getEgress().getFirst().getPorts())
                    .as("name resolution")
                    .extracting("protocol")
                    .containsExactly("UDP", "TCP");
        }
        NetworkPolicy gateway = named(objects, NetworkPolicy.class, "gateway");
        NetworkPolicyPeer upstream =
                gateway.getSpec().getEgress().get(1).getTo().getFirst();
        assertThat(labels(named(objects, Deployment.class, "monolith")))
                .containsAllEntriesOf(upstream.getPodSelector().getMatchLabels());
    }

    @Test
    void theIngressSendsEveryHostToTheGateway() {
        List<HasMetadata> objects = Chart.objects(Chart.example("full"));
        Ingress ingress = Chart.only(objects, Ingress.class).getFirst();
        String gateway = named(objects, Service.class, "gateway").getMetadata().getName();

        assertThat(ingress.getSpec().getRules())
                .extracting(IngressRule::getHost)
                .containsExactly("*.abierto.example.org", "portal.example.net", "abierto.example.org");
        assertThat(ingress.getSpec().getRules())
                .allSatisfy(rule -> assertThat(rule.getHttp().getPaths())
                        .singleElement()
                        .satisfies(path -> {
                            assertThat(path.getBackend().getService().getName()).isEqualTo(gateway);
                            assertThat(path.getBackend().getService().getPort().getName())
                                    .isEqualTo("http");
                        }));
        assertThat(ingress.getSpec().getTls())
                .extracting(tls -> tls.getHosts().getFirst() + " " + tls.getSecretName())
                .containsExactly(
                        "*.abierto.example.org wildcard-abierto-tls",
                        "portal.example.net portal-example-net-tls",
                        "abierto.example.org null");
    }

    @Test
    void autoscalersNameTheirDeploymentsWhichThenStateNoReplicas() {
        List<HasMetadata> objects = Chart.objects(Chart.example("full"));
        for (String component : List.of("gateway", "monolith")) {
            Deployment deployment = named(objects, Deployment.class, component);
            assertThat(deployment.getSpec().getReplicas()).isNull();
            assertThat(named(objects, HorizontalPodAutoscaler.class, component)
                            .getSpec()
                            .getScaleTargetRef()
                            .getName())
                    .isEqualTo(deployment.getMetadata().getName());
        }
    }

    private static void assertMonitoring(NetworkPolicyIngressRule rule) {
        assertThat(ports(rule)).containsExactly("management");
        assertThat(rule.getFrom())
                .isNotEmpty()
                .allSatisfy(peer -> assertThat(peer.getNamespaceSelector()).isNotNull());
    }

    private static List<String> ports(NetworkPolicyIngressRule rule) {
        return rule.getPorts().stream().map(port -> port.getPort().getStrVal()).toList();
    }

    private static Map<String, String> labels(Deployment deployment) {
        return deployment.getSpec().getTemplate().getMetadata().getLabels();
    }

    private static <T extends HasMetadata> T named(List<HasMetadata> objects, Class<T> type, String component) {
        return Chart.only(objects, type).stream()
                .filter(object -> object.getMetadata().getName().endsWith("-" + component))
                .findFirst()
                .orElseThrow();
    }
}
