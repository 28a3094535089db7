// SPDX-License-Identifier: Apache-2.0
package org.cabildo.notifications;

import org.cabildo.platform.TenantId;

/** As many follow a topic now; published in the transaction of the change. */
public record FollowersChanged(TenantId tenant, String topic, int followers) {}
