// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints;

import org.cabildo.platform.Actor;
import org.cabildo.platform.TenantId;

/** Reports that staff write down for somebody at a counter or on the telephone. Called as the tenant. */
public interface Counter {

    /**
     * Stores the report, with who wrote it down.
     *
     * @throws ReportRefused when something is missing or wrong; nothing is stored then
     */
    Reported register(TenantId tenant, NewRequest request, Actor actor);
}
