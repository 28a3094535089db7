// SPDX-License-Identifier: Apache-2.0
/** Keeps the identity provider's redirect addresses and organizations in step with the registry. */
@NullMarked
package org.cabildo.identity.keycloak;

import org.jspecify.annotations.NullMarked;
