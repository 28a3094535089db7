// SPDX-License-Identifier: Apache-2.0
package org.cabildo.identity;

/**
 * Somebody as the identity provider knows them.
 *
 * @param subject the provider's lasting identifier
 * @param name display name
 * @param email mail address, or empty
 * @param verified whether the provider has made sure that the address is theirs
 */
public record Identified(String subject, String name, String email, boolean verified) {}
