// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.open311;

import org.cabildo.complaints.open311.ApiKeys.Attempt;
import org.cabildo.complaints.open311.ApiKeys.Use;
import org.cabildo.platform.TenantId;
import org.springframework.stereotype.Component;

/** Lets nobody in without a key (GeoReport v2, "api_key"). */
@Component
class KeyCheck {

    /** The finer code of a key that was used as often as it may be today. */
    private static final int SPENT = 429;

    private final ApiKeys keys;

    KeyCheck(ApiKeys keys) {
        this.keys = keys;
    }

    Attempt.Granted granted(TenantId tenant, Parameters parameters, Use use) {
        String secret = parameters.text("api_key");
        if (secret.isEmpty()) {
            throw Refusal.key(403, "complaints.open311.keyMissing");
        }
        return switch (keys.use(tenant, secret, use)) {
            case Attempt.Granted granted -> granted;
            case Attempt.Unknown unknown -> throw Refusal.key(403, "complaints.open311.keyWrong");
            case Attempt.Spent spent -> throw Refusal.key(SPENT, "complaints.open311.keySpent");
        };
    }
}
