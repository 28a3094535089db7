// SPDX-License-Identifier: Apache-2.0
package org.cabildo.notifications;

import org.cabildo.platform.TenantId;

/** Tells that something happened. Called as the tenant. */
public interface Notices {

    /**
     * Keeps a notice in the caller's transaction, so that it is told if and only if the change is made. Telling the
     * same item twice is telling it once.
     *
     * @param source name of the {@link NoticeSource} that knows the item
     */
    void tell(TenantId tenant, String source, String item);
}
