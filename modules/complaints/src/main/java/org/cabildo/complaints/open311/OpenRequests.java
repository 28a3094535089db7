// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints.open311;

import java.util.List;
import java.util.Optional;
import org.cabildo.complaints.NewRequest;
import org.cabildo.complaints.ReportRefused;
import org.cabildo.complaints.catalogue.Catalogue;
import org.cabildo.platform.TenantId;

/** What machines ask. Called as the tenant. Nothing confidential, hidden or unconfirmed is ever answered. */
public interface OpenRequests {

    /** What can be reported and how the tenant works. */
    Catalogue catalogue(TenantId tenant);

    /** The requests that a filter lets through, the newest first. */
    List<OpenRequest> find(TenantId tenant, OpenFilter filter);

    /**
     * What a machine gets for a report.
     *
     * @param token under which it can ask for the number later; empty unless it was asked for
     * @param kept whether the report is new and was kept, with its pictures
     */
    record Receipt(long id, String token, boolean kept) {}

    /**
     * Takes a report.
     *
     * @param token whether the machine gets a token
     * @param trial whether everything is done but kept
     * @throws ReportRefused when something is missing or wrong
     */
    Receipt report(TenantId tenant, NewRequest request, boolean token, boolean trial);

    /** The number of the request that a token stands for. */
    Optional<Long> byToken(TenantId tenant, String token);
}
