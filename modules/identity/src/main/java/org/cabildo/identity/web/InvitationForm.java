// SPDX-License-Identifier: Apache-2.0
package org.cabildo.identity.web;

import java.util.Set;

/** What somebody typed to invite a person. */
public record InvitationForm(String email, Set<String> roles, String locale) {}
