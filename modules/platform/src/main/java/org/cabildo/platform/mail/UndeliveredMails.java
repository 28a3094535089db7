// SPDX-License-Identifier: Apache-2.0
package org.cabildo.platform.mail;

import java.util.List;
import java.util.UUID;
import org.cabildo.platform.Actor;
import org.cabildo.platform.TenantId;
import org.jspecify.annotations.Nullable;

/** What operators may do with mail that could not be sent. Callers check that the actor is an operator. */
public interface UndeliveredMails {

    /** The newest of all tenants and of the console. */
    List<UndeliveredMail> newest(int atMost);

    /** Queues it once more; says whether it was there. Recorded in the tenant's audit. */
    boolean retry(@Nullable TenantId tenant, UUID id, Actor actor);

    /** Gives it up for good and forgets its text; says whether it was there. Recorded in the tenant's audit. */
    boolean discard(@Nullable TenantId tenant, UUID id, Actor actor);
}
