// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy.onboarding;

import java.util.Arrays;
import java.util.Optional;

/** The steps of the wizard in their order. */
enum OnboardingStep {
    IDENTITY("identidad"),
    TERRITORY("territorio"),
    MODULES("modulos"),
    THEME("aspecto"),
    PEOPLE("personas"),
    REVIEW("revisar");

    private final String path;

    OnboardingStep(String path) {
        this.path = path;
    }

    /** Its part of the address. */
    String path() {
        return path;
    }

    static Optional<OnboardingStep> ofPath(String path) {
        return Arrays.stream(values()).filter(step -> step.path.equals(path)).findFirst();
    }

    OnboardingStep next() {
        return values()[Math.min(ordinal() + 1, values().length - 1)];
    }

    Optional<OnboardingStep> previous() {
        return ordinal() == 0 ? Optional.empty() : Optional.of(values()[ordinal() - 1]);
    }
}
