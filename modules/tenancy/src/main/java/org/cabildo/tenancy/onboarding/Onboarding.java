// SPDX-License-Identifier: Apache-2.0
package org.cabildo.tenancy.onboarding;

import java.time.Instant;
import java.util.UUID;
import org.cabildo.platform.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * A tenant that is being set up.
 *
 * @param tenant the draft, or null until its territory is known
 * @param step path of the step to go on with
 */
public record Onboarding(
        UUID id, @Nullable TenantId tenant, String step, Answers answers, String startedBy, Instant changedAt) {

    /** Where to go on. */
    public String href() {
        return "/municipios/nuevo/" + id + "/" + step;
    }

    /** How the tenant is called so far. */
    public String name() {
        return answers.get("name", "—");
    }

    OnboardingStep reached() {
        return OnboardingStep.ofPath(step).orElse(OnboardingStep.IDENTITY);
    }

    TenantId requireTenant() {
        if (tenant == null) {
            throw new IllegalStateException("The tenant of this onboarding has not been made yet");
        }
        return tenant;
    }
}
