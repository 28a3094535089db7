// SPDX-License-Identifier: Apache-2.0
package org.cabildo;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {

    private final ApplicationModules modules = ApplicationModules.of(Cabildo.class);

    @Test
    void findsTheModulesOfAllArtifacts() {
        assertThat(modules.stream().map(module -> module.getIdentifier().toString()))
                .contains("platform", "tenancy", "identity", "content");
    }

    @Test
    void keepsToTheDependenciesThatModulesDeclare() {
        modules.verify();
    }

    @Test
    void describesEveryModule() {
        assertThat(modules.stream().filter(module -> !module.isRootModule()).toList())
                .allSatisfy(module -> assertThat(module.getDisplayName())
                        .as("displayName in package-info of %s", module.getBasePackage())
                        .isNotEqualTo(module.getIdentifier().toString()));
    }

    @Test
    void letsNoModuleButThePlatformBeOpen() {
        assertThat(modules.stream()
                        .filter(ApplicationModule::isOpen)
                        .map(module -> module.getIdentifier().toString()))
                .containsOnly("platform");
    }
}
