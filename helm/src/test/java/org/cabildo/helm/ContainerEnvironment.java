// SPDX-License-Identifier: Apache-2.0
package org.cabildo.helm;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvFromSource;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What each container of a rendered chart finds in its environment. */
final class ContainerEnvironment {

    private final Map<String, String> literals = new TreeMap<>();
    private final List<EnvVar> variables = new ArrayList<>();

    private ContainerEnvironment() {}

    /** Environments by the container's name. */
    static Map<String, ContainerEnvironment> of(List<HasMetadata> objects) {
        Map<String, ContainerEnvironment> environments = new TreeMap<>();
        for (Deployment deployment : Chart.only(objects, Deployment.class)) {
            for (Container container :
                    deployment.getSpec().getTemplate().getSpec().getContainers()) {
                environments.put(container.getName(), read(container, objects));
            }
        }
        return environments;
    }

    private static ContainerEnvironment read(Container container, List<HasMetadata> objects) {
        ContainerEnvironment environment = new ContainerEnvironment();
        for (EnvFromSource source : container.getEnvFrom()) {
            String name = source.getConfigMapRef().getName();
            ConfigMap map = Chart.only(objects, ConfigMap.class).stream()
                    .filter(candidate -> candidate.getMetadata().getName().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no ConfigMap " + name));
            environment.literals.putAll(map.getData());
        }
        for (EnvVar variable : container.getEnv()) {
            environment.variables.add(variable);
            if (variable.getValueFrom() == null) {
                environment.literals.put(variable.getName(), variable.getValue());
            }
        }
        return environment;
    }

    /** Variables whose value is written in the manifests. */
    Map<String, String> literals() {
        return literals;
    }

    /** Variables that come from a Secret, as {@code name/key}. */
    Map<String, String> references() {
        Map<String, String> references = new TreeMap<>();
        for (EnvVar variable : variables) {
            if (variable.getValueFrom() != null && variable.getValueFrom().getSecretKeyRef() != null) {
                var secret = variable.getValueFrom().getSecretKeyRef();
                references.put(variable.getName(), secret.getName() + "/" + secret.getKey());
            }
        }
        return references;
    }

    /** All names, in order, twice if given twice. */
    List<String> names() {
        List<String> names = new ArrayList<>(literals.keySet());
        names.addAll(references().keySet());
        names.sort(null);
        return names;
    }
}
