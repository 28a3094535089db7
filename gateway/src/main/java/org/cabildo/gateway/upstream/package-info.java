// SPDX-License-Identifier: Apache-2.0
/** Passing requests on to the monolith and to Keycloak. */
@NullMarked
package org.cabildo.gateway.upstream;

import org.jspecify.annotations.NullMarked;
