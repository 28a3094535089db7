// SPDX-License-Identifier: Apache-2.0
package org.cabildo.notifications;

import org.cabildo.platform.TenantId;

/** Brings notices to whoever follows. A job does so every two seconds; this is for whoever can't wait or measures it. */
public interface Spread {

    /** Works on everything of a tenant that waits; says how many mails and places in daily mails that made. */
    int now(TenantId tenant);
}
