// SPDX-License-Identifier: Apache-2.0
package org.cabildo.identity.events;

import java.util.UUID;

/** Somebody got or lost roles in a tenant. What they are now is to be asked for. */
public record MembershipChanged(int tenant, UUID person) {}
