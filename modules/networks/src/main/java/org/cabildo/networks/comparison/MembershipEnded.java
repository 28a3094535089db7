// SPDX-License-Identifier: Apache-2.0
package org.cabildo.networks.comparison;

import java.time.Instant;

/**
 * A municipality left a network, or was closed. Its consents end with the membership.
 *
 * @param member slug of the municipality
 * @param network slug of the network
 * @param at when it was noticed; consents that were given later are not meant
 */
public record MembershipEnded(String member, String network, Instant at) {}
