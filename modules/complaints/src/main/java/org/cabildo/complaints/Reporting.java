// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints;

import org.cabildo.platform.TenantId;

/** Reporting something. Called as the tenant. */
public interface Reporting {

    /**
     * Stores a report, gives it to the office that its service, place and answers say, starts its clocks and writes to
     * whoever has to know. The same submission again answers with the request that it became.
     *
     * @throws ReportRefused when something is missing or wrong; nothing is stored then
     */
    Reported report(TenantId tenant, NewRequest request);

    /**
     * Confirms that the reporter's address is theirs; from then on the request counts and can be seen.
     *
     * @return whether the secret is the right one
     */
    boolean confirm(TenantId tenant, long id, String secret);
}
