// SPDX-License-Identifier: Apache-2.0
package org.cabildo.identity;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * An invitation by mail that nobody has accepted yet.
 *
 * @param email the address to which it was sent; only its holder can accept
 * @param roles what they will be
 * @param invitedBy name of whoever invited them
 * @param locale language tag of the mail
 * @param sentAt when the mail was last sent
 * @param expiresAt when its link stops working
 * @param expired whether it has stopped
 */
public record Invitation(
        UUID id,
        String email,
        Set<String> roles,
        String invitedBy,
        String locale,
        Instant sentAt,
        Instant expiresAt,
        boolean expired) {}
