// SPDX-License-Identifier: Apache-2.0
package org.cabildo.complaints;

import java.util.List;
import java.util.Optional;
import org.cabildo.complaints.NewRequest.StoredPhoto;
import org.cabildo.platform.TenantId;

/**
 * What the reporter, and others, say about a request afterwards. Called as the tenant. The reporter is whoever has the
 * secret of the link that they got when they reported; a wrong secret is refused like a missing request.
 */
public interface Voice {

    /** The request, for whoever has its secret. */
    Optional<ServiceRequest> mine(TenantId tenant, long id, String secret);

    /** What happened to the request as far as everybody may know, the oldest first; also while nobody else may see it. */
    List<PublicRequests.Event> events(TenantId tenant, long id, String secret);

    /** A word of the reporter; an answer makes the clocks of a request that waits for it run again. */
    ServiceRequest comment(TenantId tenant, long id, String secret, String text, List<StoredPhoto> photos);

    /** Opens a closed request again, where its service lets the reporter do so and not too long after. */
    ServiceRequest reopen(TenantId tenant, long id, String secret, String why);

    /** Opens a closed public request again, where its service lets anybody do so and not too long after. */
    void reopenAsAnybody(TenantId tenant, long id, String why);

    /** Asks staff to put it under another service; they decide. */
    ServiceRequest suggestService(TenantId tenant, long id, String secret, String service);

    /** Rates the solution of a closed request, from 1 to 5; again changes the rating. */
    ServiceRequest rate(TenantId tenant, long id, String secret, int stars, String text);

    /** Takes an open request back. */
    ServiceRequest withdraw(TenantId tenant, long id, String secret, String why);

    /** Shows or hides the reporter's name. */
    ServiceRequest showName(TenantId tenant, long id, String secret, boolean shown);

    /** Changes what was reported, as long as nobody works on it. */
    ServiceRequest edit(TenantId tenant, long id, String secret, String description);

    /** Whether a closed request may still be opened again by its reporter, or by anybody. */
    boolean canReopen(TenantId tenant, ServiceRequest request, boolean reporter);

    /** Whether anybody may open a closed public request again. */
    boolean canReopen(TenantId tenant, long id);
}
