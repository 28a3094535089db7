// SPDX-License-Identifier: Apache-2.0
package org.cabildo.identity.events;

import java.util.UUID;

/** Somebody has shown, by the link of an invitation, that its address is theirs. */
public record InvitationAccepted(int tenant, UUID invitation, UUID person) {}
